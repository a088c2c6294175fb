import Foundation
import LandModel

/// A text that shows signs of having been read in a wrong encoding, and what it most likely said.
struct GarbledText: Sendable, Hashable {
  /// What went wrong.
  enum Cause: Sendable, Hashable {
    /// U+FFFD, or what becomes of it when it is written in UTF-8 and read as GBK.
    case replacement
    case chineseAsLatin
    case utf8AsChinese

    var title: LocalizedText {
      switch self {
      case .replacement:
        LocalizedText(
          english: "characters were lost in a conversion", chinese: "字符在转换中已丢失")
      case .chineseAsLatin:
        LocalizedText(
          english: "Chinese text was read as Western European", chinese: "中文被按西欧编码读取")
      case .utf8AsChinese:
        LocalizedText(english: "UTF-8 was read as GBK", chinese: "UTF-8 被按 GBK 读取")
      }
    }
  }

  let cause: Cause
  /// What the text said before, where no byte was lost.
  let likelyText: String?

  /// GB 18030, the superset of GBK, by its number among Foundation's encodings.
  private static let chinese = String.Encoding(rawValue: 0x8000_0632)

  /// Nil for a text without signs.
  init?(_ text: String) {
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return nil }
    if text.unicodeScalars.contains("\u{FFFD}") || text.contains("锟斤拷") {
      (cause, likelyText) = (.replacement, nil)
    } else if let meant = Self.latinBytes(of: text).flatMap(Self.chineseText) {
      (cause, likelyText) = (.chineseAsLatin, meant)
    } else if let meant = Self.utf8(inside: text) {
      (cause, likelyText) = (.utf8AsChinese, meant)
    } else {
      return nil
    }
  }

  /// The bytes that a text had if it was read as Latin-1; nil where it has other characters.
  private static func latinBytes(of text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      guard let byte = UInt8(exactly: scalar.value) ?? windows1252[scalar.value] else { return nil }
      bytes.append(byte)
    }
    return bytes
  }

  /// Bytes as Chinese text: UTF-8, else GB 2312, with two characters at least or nothing else.
  private static func chineseText(_ bytes: [UInt8]) -> String? {
    let high = bytes.count { $0 >= 0x80 }
    if high >= 3, let text = String(validating: bytes, as: UTF8.self), text.contains(where: isHan) {
      return text
    }
    guard high >= 4 || high == bytes.count, high.isMultiple(of: 2) else { return nil }
    var index = 0
    while index < bytes.count {
      if bytes[index] < 0x80 {
        index += 1
        continue
      }
      // The rows of ideographs in GB 2312; letters with accents seldom stand in such pairs.
      guard index + 1 < bytes.count, (0xB0...0xF7).contains(bytes[index]),
        (0xA1...0xFE).contains(bytes[index + 1])
      else { return nil }
      index += 2
    }
    return String(data: Data(bytes), encoding: chinese)
  }

  /// UTF-8 that was read as GBK.
  ///
  /// Its bytes lie where GBK keeps rare ideographs, so that common text
  /// does not read as UTF-8 by chance: the first byte must be that of an ideograph, E4 to E9.
  private static func utf8(inside text: String) -> String? {
    guard let first = text.unicodeScalars.first(where: { $0.value >= 0x80 }), first.value >= 0x3400
    else { return nil }
    guard let bytes = text.data(using: chinese), bytes.count(where: { $0 >= 0x80 }) >= 6,
      let lead = bytes.first(where: { $0 >= 0x80 }), (0xE4...0xE9).contains(lead),
      let meant = String(validating: bytes, as: UTF8.self), meant.contains(where: isHan)
    else { return nil }
    return meant
  }

  private static func isHan(_ character: Character) -> Bool {
    character.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
  }

  /// Windows-1252 where it differs from Latin-1 (WHATWG Encoding Standard, index windows-1252).
  private static let windows1252: [UInt32: UInt8] = [
    0x20AC: 0x80, 0x201A: 0x82, 0x0192: 0x83, 0x201E: 0x84, 0x2026: 0x85, 0x2020: 0x86,
    0x2021: 0x87, 0x02C6: 0x88, 0x2030: 0x89, 0x0160: 0x8A, 0x2039: 0x8B, 0x0152: 0x8C,
    0x017D: 0x8E, 0x2018: 0x91, 0x2019: 0x92, 0x201C: 0x93, 0x201D: 0x94, 0x2022: 0x95,
    0x2013: 0x96, 0x2014: 0x97, 0x02DC: 0x98, 0x2122: 0x99, 0x0161: 0x9A, 0x203A: 0x9B,
    0x0153: 0x9C, 0x017E: 0x9E, 0x0178: 0x9F,
  ]
}
