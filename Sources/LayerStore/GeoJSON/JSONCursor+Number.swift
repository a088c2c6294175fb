extension JSONCursor {
  /// A number by the grammar of RFC 8259 §6, rounded as IEEE 754 asks, or nil where none stands here.
  ///
  /// The cursor passes it; at nil it stays anywhere within the text that was tried. A number beyond the
  /// largest double is infinite.
  ///
  /// Up to 2⁵³ and 10²² both the digits and the power of ten are exact doubles, so that one operation
  /// rounds once (Clinger, *How to read floating point numbers accurately*, 1990). Up to 19 digits and
  /// as many decimals are one division of 128 by 64 bits. Others go to the standard library.
  @inline(__always) mutating func number() -> Double? {
    let start = position
    let isNegative = take(UInt8(ascii: "-"))
    var digits: UInt64 = 0
    let firstDigit = position
    var digit = byte &- UInt8(ascii: "0")
    guard digit <= 9 else { return nil }
    if digit == 0 {
      position += 1
      guard byte &- UInt8(ascii: "0") > 9 else { return nil }
    } else {
      repeat {
        digits = digits &* 10 &+ UInt64(digit)
        position += 1
        digit = byte &- UInt8(ascii: "0")
      } while digit <= 9
    }
    var digitCount = position - firstDigit
    var exponent = 0
    if take(UInt8(ascii: ".")) {
      let firstDecimal = position
      var eight = word(at: position)
      while Self.areDigits(eight) {
        digits = digits &* 100_000_000 &+ Self.value(ofDigits: eight)
        position += 8
        eight = word(at: position)
      }
      digit = byte &- UInt8(ascii: "0")
      while digit <= 9 {
        digits = digits &* 10 &+ UInt64(digit)
        position += 1
        digit = byte &- UInt8(ascii: "0")
      }
      exponent = firstDecimal - position
      guard exponent < 0 else { return nil }
      digitCount -= exponent
    }
    if byte | 0x20 == UInt8(ascii: "e") {
      guard let written = writtenExponent() else { return nil }
      exponent += written
    }
    let magnitude: Double
    if digitCount <= 19, digits < 1 << 53, -22 <= exponent, exponent <= 22 {
      let power = PowersOfTen.doubles[Int(exponent.magnitude)]
      magnitude = exponent < 0 ? Double(digits) / power : Double(digits) * power
    } else if digitCount <= 19, -19 <= exponent, exponent <= 0 {
      magnitude = Self.quotient(digits, PowersOfTen.wholes[-exponent])
    } else {
      return slowNumber(from: start)
    }
    return isNegative ? -magnitude : magnitude
  }

  /// The exponent after `e`, cut off far beyond the range of a double.
  private mutating func writtenExponent() -> Int? {
    position += 1
    let isNegative = take(UInt8(ascii: "-"))
    if !isNegative { _ = take(UInt8(ascii: "+")) }
    var value = 0
    var digit = byte &- UInt8(ascii: "0")
    guard digit <= 9 else { return nil }
    while digit <= 9 {
      value = min(value * 10 + Int(digit), 1_000_000)
      position += 1
      digit = byte &- UInt8(ascii: "0")
    }
    return isNegative ? -value : value
  }

  /// Any number that the grammar allows, by the standard library's exact conversion.
  private func slowNumber(from start: Int) -> Double? {
    unsafe withBytes(start..<position) { bytes in
      Double(unsafe String(decoding: bytes, as: UTF8.self))
    }
  }

  /// Whether eight bytes are ASCII digits.
  @inline(__always) private static func areDigits(_ bytes: UInt64) -> Bool {
    let high: UInt64 = 0xF0F0_F0F0_F0F0_F0F0
    // A digit is 0x30…0x39: its high half is 3, and stays 3 when 6 is added.
    return (bytes & high) | (((bytes &+ 0x0606_0606_0606_0606) & high) >> 4)
      == 0x3333_3333_3333_3333
  }

  /// The number that eight digits write: neighbours are joined to pairs, fours and eight.
  @inline(__always) private static func value(ofDigits bytes: UInt64) -> UInt64 {
    let units = bytes &- 0x3030_3030_3030_3030
    let pairs = (units &* 10) &+ (units >> 8)
    let left = (pairs & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
    let right = ((pairs >> 16) & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
    return (left &+ right) >> 32
  }

  /// A quotient of whole numbers as the nearest double, ties to even.
  private static func quotient(_ dividend: UInt64, _ divisor: UInt64) -> Double {
    guard dividend > 0 else { return 0 }
    // Both with the highest bit set, the dividend the smaller: the quotient then fills 64 bits.
    let (upShift, downShift) = (dividend.leadingZeroBitCount, divisor.leadingZeroBitCount)
    let scaledDivisor = divisor << UInt64(downShift)
    var (high, low) = (dividend << UInt64(upShift), UInt64(0))
    var exponent = downShift - upShift - 64
    if high >= scaledDivisor {
      low = high << 63
      high >>= 1
      exponent += 1
    }
    let (quotient, remainder) = scaledDivisor.dividingFullWidth((high, low))
    // What is left over only matters for a tie, and so may be one bit below the 64.
    let rounded = Self.rounded(quotient, isInexact: remainder > 0)
    // The power of two is far from the ends of a double's range, so that the product is exact.
    return rounded * Double(bitPattern: UInt64(1023 + exponent) << 52)
  }

  /// 64 bits, the highest one set, as a double; an inexact half is rounded up.
  private static func rounded(_ bits: UInt64, isInexact: Bool) -> Double {
    // Setting the lowest of the eleven bits that do not fit breaks a tie and changes nothing else.
    Double(isInexact ? bits | 1 : bits)
  }
}
