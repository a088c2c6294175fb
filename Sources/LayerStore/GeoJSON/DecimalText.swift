/// Decimal notation of numbers without a formatter: rounded to a fixed number of decimals, or the
/// shortest that reads back as the same number.
///
/// Writing a coordinate through a general formatter costs more than projecting it; here a number is
/// scaled to an integer and its digits are taken off. Ties round away from zero, trailing zeros and a
/// bare minus zero are left out, and the notation is the same on every platform.
package enum DecimalText {
  /// Bytes that no notation of a number exceeds: 17 digits, sign, point and `e-308`, with room to spare.
  static let longest = 32

  /// Appends a number to a buffer of ASCII digits.
  ///
  /// - Parameters:
  ///   - value: finite; a number that is not finite has no notation and appends nothing.
  ///   - decimals: digits after the point that are kept, 0…15.
  /// - Returns: whether something was appended.
  @discardableResult
  package static func append(
    _ value: Double, decimals: Int, to bytes: inout [UInt8]
  ) -> Bool {
    unsafe append(to: &bytes) { unsafe write(value, decimals: decimals, to: $0) }
  }

  /// Appends the shortest notation that reads back as the same number; nothing where it is not finite.
  @discardableResult
  package static func appendShortest(_ value: Double, to bytes: inout [UInt8]) -> Bool {
    unsafe append(to: &bytes) { unsafe writeShortest(value, to: $0) }
  }

  /// A number as text; empty when it is not finite.
  package static func text(_ value: Double, decimals: Int) -> String {
    var bytes: [UInt8] = []
    append(value, decimals: decimals, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func append(
    to bytes: inout [UInt8], _ write: (UnsafeMutablePointer<UInt8>) -> Int
  ) -> Bool {
    unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longest) { scratch in
      guard let start = scratch.baseAddress else { return false }
      let count = unsafe write(start)
      unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: start, count: count))
      return count > 0
    }
  }

  // MARK: Into memory

  /// Writes a number to memory with room for ``longest`` bytes.
  ///
  /// - Returns: the bytes written; zero where it is not finite.
  @inline(__always) static func write(
    _ value: Double, decimals: Int, to start: UnsafeMutablePointer<UInt8>
  ) -> Int {
    let scaled = (value.magnitude * PowersOfTen.doubles[decimals]).rounded(.toNearestOrAwayFromZero)
    // Beyond the exact integers nothing is rounded off: the shortest exact notation.
    guard scaled < 9e18 else { return unsafe writeDescription(of: value, to: start) }
    return unsafe write(
      digits: UInt64(scaled), decimals: decimals, isNegative: value < 0, to: start)
  }

  /// Writes the shortest notation that reads back as the same number.
  ///
  /// Fifteen digits survive the way to a double and back, so that the one number of at most fifteen
  /// digits which is this double, if there is one, is also the shortest (IEEE 754-2019 §5.12.2). It is
  /// found by scaling, and proved by one exact division (Clinger, 1990); others go to the standard
  /// library.
  @inline(__always) static func writeShortest(
    _ value: Double, to start: UnsafeMutablePointer<UInt8>
  ) -> Int {
    let magnitude = value.magnitude
    if magnitude < 1e15, magnitude >= 1e-4 {
      var decimals = 15
      var limit = 1.0
      while magnitude >= limit {
        limit *= 10
        decimals -= 1
      }
      let scaled = (magnitude * PowersOfTen.doubles[decimals]).rounded()
      if scaled <= 1e15, scaled / PowersOfTen.doubles[decimals] == magnitude {
        return unsafe write(
          digits: UInt64(scaled), decimals: decimals, isNegative: value < 0, to: start)
      }
    } else if magnitude == 0 {
      unsafe start[0] = UInt8(ascii: "0")
      return 1
    }
    return unsafe writeDescription(of: value, to: start)
  }

  private static func writeDescription(
    of value: Double, to start: UnsafeMutablePointer<UInt8>
  ) -> Int {
    guard value.isFinite else { return 0 }
    var count = 0
    for byte in "\(value)".utf8 {
      unsafe start[count] = byte
      count += 1
    }
    // `1.0` is the same number in one digit.
    if count > 2, unsafe start[count - 1] == UInt8(ascii: "0"),
      unsafe start[count - 2] == UInt8(ascii: ".")
    {
      count -= 2
    }
    return count
  }

  /// Writes a whole number.
  @inline(__always) static func write(
    _ value: Int64, to start: UnsafeMutablePointer<UInt8>
  ) -> Int {
    unsafe write(digits: value.magnitude, decimals: 0, isNegative: value < 0, to: start)
  }

  /// Writes digits with a point before the last `decimals` of them, without trailing zeros.
  @inline(__always) private static func write(
    digits: UInt64, decimals: Int, isNegative: Bool, to start: UnsafeMutablePointer<UInt8>
  ) -> Int {
    var (rest, decimals) = (digits, decimals)
    while decimals > 0 {
      let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: 10)
      guard remainder == 0 else { break }
      rest = quotient
      decimals -= 1
    }
    var position = 0
    if isNegative, rest > 0 {
      unsafe start[0] = UInt8(ascii: "-")
      position = 1
    }
    let count = max(digitCount(rest), decimals + 1)
    let end = position + count + (decimals > 0 ? 1 : 0)
    position = end
    var left = decimals
    while left >= 2 {
      position -= 2
      unsafe writePair(&rest, to: start + position)
      left -= 2
    }
    if left == 1 {
      position -= 1
      unsafe start[position] = UInt8(ascii: "0") + UInt8(rest % 10)
      rest /= 10
    }
    if decimals > 0 {
      position -= 1
      unsafe start[position] = UInt8(ascii: ".")
    }
    while rest >= 10 {
      position -= 2
      unsafe writePair(&rest, to: start + position)
    }
    // Left are one digit of the whole part, or none where pairs took it up.
    if (count - decimals) & 1 == 1 { unsafe start[position - 1] = UInt8(ascii: "0") + UInt8(rest) }
    return end
  }

  /// Takes the last two digits off a number and writes them.
  @inline(__always) private static func writePair(
    _ number: inout UInt64, to place: UnsafeMutablePointer<UInt8>
  ) {
    let (quotient, remainder) = number.quotientAndRemainder(dividingBy: 100)
    let tens = UInt8(truncatingIfNeeded: (remainder &* 205) >> 11)
    unsafe place[0] = UInt8(ascii: "0") &+ tens
    unsafe place[1] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: remainder) &- tens &* 10
    number = quotient
  }

  /// Decimal digits of a number, one of zero.
  @inline(__always) private static func digitCount(_ number: UInt64) -> Int {
    // 1233/4096 is a little above the logarithm of 2 to base 10: right, or one too few.
    let estimate = ((64 - number.leadingZeroBitCount) * 1233) >> 12
    return max(1, estimate + (number >= PowersOfTen.wholes[estimate] ? 1 : 0))
  }
}
