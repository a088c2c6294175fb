internal import CGDAL

/// Converts text between encodings, without loss or not at all.
enum TextRecoder {
  /// Whether the library can convert from an encoding of that name.
  static func knows(_ encoding: String) -> Bool {
    recoded([UInt8(ascii: "a")], from: encoding, to: "UTF-8") == [UInt8(ascii: "a")]
  }

  /// Text of an encoding as UTF-8; nil where some bytes are not in it.
  ///
  /// The library skips what it cannot convert and says so once per process only, so that the way back is
  /// the only proof.
  static func utf8(_ bytes: [UInt8], from encoding: String) -> [UInt8]? {
    guard let text = recoded(bytes, from: encoding, to: "UTF-8"),
      recoded(text, from: "UTF-8", to: encoding) == bytes
    else { return nil }
    return text
  }

  /// UTF-8 text in another encoding; nil where that lacks a character.
  static func bytes(ofUTF8 text: [UInt8], in encoding: String) -> [UInt8]? {
    guard let bytes = recoded(text, from: "UTF-8", to: encoding),
      recoded(bytes, from: encoding, to: "UTF-8") == text
    else { return nil }
    return bytes
  }

  /// Wraps `CPLRecode`, which takes text that ends with a zero; nil where it fails or there is a zero.
  private static func recoded(_ bytes: [UInt8], from: String, to: String) -> [UInt8]? {
    guard !bytes.contains(0) else { return nil }
    return Messages.collected { messages in
      let source = (bytes + [0]).map { CChar(bitPattern: $0) }
      return unsafe source.withUnsafeBufferPointer { buffer -> [UInt8]? in
        guard let base = buffer.baseAddress else { return nil }
        let recoded = unsafe CPLRecode(base, from, to)
        defer { unsafe VSIFree(recoded) }
        guard messages.entries.isEmpty else { return nil }
        var result: [UInt8] = []
        var place = unsafe recoded
        while unsafe place.pointee != 0 {
          unsafe result.append(UInt8(bitPattern: place.pointee))
          unsafe place += 1
        }
        return result
      }
    }
  }
}
