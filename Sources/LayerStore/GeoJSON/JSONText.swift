/// Texts as JSON writes them.
package enum JSONText {
  /// Appends a text in quotation marks.
  ///
  /// Escaped are what RFC 8259 §7 asks for, the control character U+007F, and the two line separators
  /// that scripts take for the end of a line.
  ///
  /// - Parameter isForMarkup: whether `<`, `>` and `&` are escaped too, so that the text can stand in an
  ///   HTML script element whatever the data hold.
  package static func append(_ text: String, isForMarkup: Bool = false, to bytes: inout [UInt8]) {
    var text = text
    bytes.append(UInt8(ascii: "\""))
    text.withUTF8 { utf8 in
      if unsafe utf8.allSatisfy({ !mayNeedEscape($0, isForMarkup: isForMarkup) }) {
        unsafe bytes.append(contentsOf: utf8)
        return
      }
      let scalars = unsafe String(decoding: utf8, as: UTF8.self).unicodeScalars
      for scalar in scalars { append(scalar, isForMarkup: isForMarkup, to: &bytes) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Whether a byte is escaped, or may begin a character that is (U+2028 and U+2029 begin with 0xE2).
  @inline(__always) static func mayNeedEscape(_ byte: UInt8, isForMarkup: Bool) -> Bool {
    switch byte {
    case ..<0x20, 0x22, 0x5C, 0x7F, 0xE2: true
    case 0x3C, 0x3E, 0x26: isForMarkup
    default: false
    }
  }

  private static func append(
    _ scalar: Unicode.Scalar, isForMarkup: Bool, to bytes: inout [UInt8]
  ) {
    switch scalar.value {
    case 0x22: bytes.append(contentsOf: #"\""#.utf8)
    case 0x5C: bytes.append(contentsOf: #"\\"#.utf8)
    case 0x0A: bytes.append(contentsOf: #"\n"#.utf8)
    case 0x0D: bytes.append(contentsOf: #"\r"#.utf8)
    case 0x09: bytes.append(contentsOf: #"\t"#.utf8)
    case 0..<0x20, 0x7F, 0x2028, 0x2029: escape(scalar, to: &bytes)
    case 0x3C, 0x3E, 0x26:
      isForMarkup ? escape(scalar, to: &bytes) : bytes.append(UInt8(scalar.value))
    case 0..<0x80: bytes.append(UInt8(scalar.value))
    default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }

  /// `\u` and four hexadecimal digits; only scalars below U+10000 come here.
  private static func escape(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    let digits = String(scalar.value, radix: 16)
    bytes.append(contentsOf: "\\u".utf8)
    bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count))
    bytes.append(contentsOf: digits.utf8)
  }
}
