extension JSONCursor {
  /// The text of a token: of a text its characters, of anything else as it is written.
  ///
  /// White space outside the texts of an array or object is left out.
  func string(of token: JSONToken) -> String {
    switch token.kind {
    case .escapedText: unescaped(token.range)
    case .nested: compact(token.range)
    default: unsafe withBytes(token.range) { unsafe String(decoding: $0, as: UTF8.self) }
    }
  }

  /// The whole number of an integer token, or nil beyond 64 bits.
  func integer(of token: JSONToken) -> Int64? {
    let isNegative = byte(at: token.range.lowerBound) == UInt8(ascii: "-")
    let digits = isNegative ? token.range.dropFirst() : token.range
    // Eighteen digits always fit.
    guard digits.count <= 18 else { return Int64(string(of: token)) }
    var value: Int64 = 0
    for place in digits { value = value * 10 + Int64(byte(at: place) & 0x0F) }
    return isNegative ? -value : value
  }

  /// The value of a number token.
  func real(of token: JSONToken) -> Double {
    var cursor = self
    cursor.position = token.range.lowerBound
    return cursor.number() ?? .nan
  }

  /// Whether a text without escapes has exactly these bytes.
  @inline(__always) func matches(_ range: Range<Int>, _ bytes: [UInt8]) -> Bool {
    guard range.count == bytes.count else { return false }
    for index in 0..<bytes.count where byte(at: range.lowerBound + index) != bytes[index] {
      return false
    }
    return true
  }

  /// Whether a text without escapes is this one.
  @inline(__always) func matches(_ range: Range<Int>, _ text: StaticString) -> Bool {
    guard range.count == text.utf8CodeUnitCount else { return false }
    for index in 0..<range.count {
      guard unsafe byte(at: range.lowerBound + index) == text.utf8Start[index] else { return false }
    }
    return true
  }

  /// Replaces escapes; they have been checked by ``text()``.
  private func unescaped(_ range: Range<Int>) -> String {
    var units: [UInt8] = []
    units.reserveCapacity(range.count)
    var place = range.lowerBound
    while place < range.upperBound {
      let next = byte(at: place)
      guard next == UInt8(ascii: "\\") else {
        units.append(next)
        place += 1
        continue
      }
      let name = byte(at: place + 1)
      place += 2
      switch name {
      case UInt8(ascii: "b"): units.append(0x08)
      case UInt8(ascii: "f"): units.append(0x0C)
      case UInt8(ascii: "n"): units.append(0x0A)
      case UInt8(ascii: "r"): units.append(0x0D)
      case UInt8(ascii: "t"): units.append(0x09)
      case UInt8(ascii: "u"):
        var scalar = UInt32((try? codeUnit(at: place - 2)) ?? 0xFFFD)
        place += 4
        if scalar & 0xFC00 == 0xD800 {
          let low = UInt32((try? codeUnit(at: place)) ?? 0xDC00)
          scalar = 0x10000 + (scalar & 0x3FF) << 10 + (low & 0x3FF)
          place += 6
        }
        let character = Unicode.Scalar(scalar) ?? "\u{FFFD}"
        units.append(contentsOf: UTF8.encode(character) ?? UTF8.encodedReplacementCharacter)
      default: units.append(name)
      }
    }
    return String(decoding: units, as: UTF8.self)
  }

  /// An array or object without the white space between its tokens.
  private func compact(_ range: Range<Int>) -> String {
    var units: [UInt8] = []
    units.reserveCapacity(range.count)
    var (isText, place) = (false, range.lowerBound)
    while place < range.upperBound {
      let next = byte(at: place)
      place += 1
      if isText {
        units.append(next)
        if next == UInt8(ascii: "\\") {
          units.append(byte(at: place))
          place += 1
        } else if next == UInt8(ascii: "\"") {
          isText = false
        }
      } else if next > 0x20 {
        isText = next == UInt8(ascii: "\"")
        units.append(next)
      }
    }
    return String(decoding: units, as: UTF8.self)
  }
}
