import Foundation

/// A scan over the bytes of a JSON file before GDAL parses it.
///
/// GDAL's parser accepts `NaN`, nesting is limited by its recursion only, and its messages name no
/// place. The scan finds what would hurt, with line and byte, in one pass and constant memory; grammar
/// beyond brackets, bare words and UTF-8 is left to the parser.
struct JSONGuard {
  /// Brackets that may be open at once: a multipolygon in a collection of features needs 9.
  static let deepestNesting = 128

  /// Where the text is broken, and how.
  struct Failure: Error, Equatable {
    let line: Int
    let byte: Int
    let fault: JSONFault
  }

  /// Checks a file's text; several values in a row (GeoJSON text sequences) are fine.
  static func check(_ bytes: Span<UInt8>) throws(Failure) {
    var scan = JSONGuard()
    try scan.run(bytes)
  }

  private var position = 0
  /// Open brackets, `{` or `[`, outermost first.
  private var open: [UInt8] = []

  private mutating func run(_ bytes: Span<UInt8>) throws(Failure) {
    let count = bytes.count
    // A byte-order mark is no JSON, but GDAL and everybody else skip it.
    if count >= 3, bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF { position = 3 }
    while position < count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "\""):
        try skipString(bytes)
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        guard open.count < Self.deepestNesting else {
          throw failure(bytes, .nestedTooDeep(limit: Self.deepestNesting))
        }
        open.append(byte)
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        // In ASCII a closing bracket is its opening one plus two.
        guard let last = open.popLast(), last + 2 == byte else { throw failure(bytes, .unbalanced) }
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
        try skipWord(bytes)
        continue
      case 0x80...: throw failure(bytes, .notUTF8)
      default: break
      }
      position += 1
    }
    guard open.isEmpty else { throw failure(bytes, .truncated) }
  }

  /// Passes a string, checking that it is UTF-8 (Unicode 15, table 3-7) and ends.
  private mutating func skipString(_ bytes: Span<UInt8>) throws(Failure) {
    let count = bytes.count
    position += 1
    while position < count {
      let byte = bytes[position]
      if byte < 0x80 {
        if byte == UInt8(ascii: "\"") {
          position += 1
          return
        }
        position += byte == UInt8(ascii: "\\") ? 2 : 1
      } else {
        guard let length = sequenceLength(bytes, leadBy: byte) else {
          throw failure(bytes, .notUTF8)
        }
        position += length
      }
    }
    position = count
    throw failure(bytes, .truncated)
  }

  /// The length of the well-formed UTF-8 sequence here, or nil where it is none.
  private func sequenceLength(_ bytes: Span<UInt8>, leadBy lead: UInt8) -> Int? {
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard position + length <= bytes.count, second.contains(bytes[position + 1]) else {
      return nil
    }
    for offset in 2..<max(2, length) where bytes[position + offset] & 0xC0 != 0x80 {
      return nil
    }
    return length
  }

  /// Passes `true`, `false`, `null` or the exponent of a number; any other word is not JSON.
  private mutating func skipWord(_ bytes: Span<UInt8>) throws(Failure) {
    let start = position
    while position < bytes.count, isLetter(bytes[position]) { position += 1 }
    var word = ""
    for index in start..<min(position, start + 20) {
      word.unicodeScalars.append(Unicode.Scalar(bytes[index]))
    }
    switch word {
    case "true", "false", "null": return
    case "e", "E":
      if start > 0, isDigitOrPoint(bytes[start - 1]) { return }
    default: break
    }
    let atEnd = position == bytes.count
    position = start
    throw failure(bytes, atEnd && !open.isEmpty ? .truncated : .notJSON(word: word))
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private func isDigitOrPoint(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: ".")
  }

  /// The fault at the present position, with the line counted only now.
  private func failure(_ bytes: Span<UInt8>, _ fault: JSONFault) -> Failure {
    let place = min(position, bytes.count)
    var line = 1
    for index in 0..<place where bytes[index] == UInt8(ascii: "\n") { line += 1 }
    return Failure(line: line, byte: place, fault: fault)
  }
}
