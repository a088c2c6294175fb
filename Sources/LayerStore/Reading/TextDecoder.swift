import Foundation

/// Reads C strings as UTF-8, and as GBK where they are not; counts what it had to assume.
@safe struct TextDecoder {
  /// Texts that were not UTF-8 and were read as GBK.
  private(set) var readAsGBK = 0
  /// Texts that were neither; their wrong bytes are replaced by U+FFFD.
  private(set) var replaced = 0

  mutating func text(_ pointer: UnsafePointer<CChar>?) -> String? {
    guard let pointer = unsafe pointer else { return nil }
    if let text = unsafe String(validatingCString: pointer) { return text }
    if let text = unsafe Self.gbk(pointer) {
      readAsGBK += 1
      return text
    }
    replaced += 1
    return unsafe String(cString: pointer)
  }

  /// The text of some bytes, up to a zero if there is one.
  mutating func text(_ bytes: UnsafeRawBufferPointer) -> String {
    let end = unsafe bytes.firstIndex(of: 0) ?? bytes.count
    let part = unsafe UnsafeRawBufferPointer(rebasing: bytes[..<end])
    if let text = unsafe String(validating: part, as: UTF8.self) { return text }
    if let utf8 = unsafe TextRecoder.utf8(Array(part), from: "GB18030") {
      readAsGBK += 1
      return String(decoding: utf8, as: UTF8.self)
    }
    replaced += 1
    return unsafe String(decoding: part, as: UTF8.self)
  }

  /// Recodes GBK, within GB 18030, to UTF-8, or nil where a byte pair is not in it.
  private static func gbk(_ pointer: UnsafePointer<CChar>) -> String? {
    let bytes = unsafe Array(UnsafeRawBufferPointer(start: pointer, count: strlen(pointer)))
    return TextRecoder.utf8(bytes, from: "GB18030").map { String(decoding: $0, as: UTF8.self) }
  }
}
