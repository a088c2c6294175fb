/// Decimal notation of numbers, rounded to a fixed number of decimals, without a formatter.
///
/// Writing a coordinate through a general formatter costs more than projecting it; here a number is
/// scaled to an integer and its digits are taken off. Ties round away from zero, trailing zeros and a
/// bare minus zero are left out, and the notation is the same on every platform.
package enum DecimalText {
  private static let powers: [Double] = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9]

  /// Appends a number to a buffer of ASCII digits.
  ///
  /// - Parameters:
  ///   - value: finite; a number that is not finite has no notation and appends nothing.
  ///   - decimals: digits after the point that are kept, 0…9.
  /// - Returns: whether something was appended.
  @discardableResult
  package static func append(
    _ value: Double, decimals: Int, to bytes: inout [UInt8]
  ) -> Bool {
    guard value.isFinite else { return false }
    let scaled = (value.magnitude * powers[decimals]).rounded(.toNearestOrAwayFromZero)
    guard scaled < 9e18 else {
      // Beyond the exact integers nothing is rounded off: the shortest exact notation.
      bytes.append(contentsOf: "\(value)".utf8)
      return true
    }
    var digits = UInt64(scaled)
    var dropped = 0
    while dropped < decimals, digits % 10 == 0 {
      digits /= 10
      dropped += 1
    }
    if value < 0, digits > 0 { bytes.append(UInt8(ascii: "-")) }
    append(digits: digits, decimals: decimals - dropped, to: &bytes)
    return true
  }

  /// A number as text; empty when it is not finite.
  package static func text(_ value: Double, decimals: Int) -> String {
    var bytes: [UInt8] = []
    append(value, decimals: decimals, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A number for readers: all decimals shown, thousands set apart by commas.
  package static func grouped(_ value: Double, decimals: Int) -> String {
    var bytes: [UInt8] = []
    guard append(value, decimals: decimals, to: &bytes) else { return "–" }
    let text = String(decoding: bytes, as: UTF8.self)
    let halves = text.split(separator: ".", omittingEmptySubsequences: false)
    let isNegative = text.hasPrefix("-")
    var whole = ""
    let digits = halves[0].drop { $0 == "-" }
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { whole.append(",") }
      whole.append(digit)
    }
    guard decimals > 0 else { return (isNegative ? "−" : "") + whole }
    let fraction = halves.count > 1 ? String(halves[1]) : ""
    let padding = String(repeating: "0", count: max(0, decimals - fraction.count))
    return (isNegative ? "−" : "") + whole + "." + fraction + padding
  }

  private static func append(digits: UInt64, decimals: Int, to bytes: inout [UInt8]) {
    let start = bytes.count
    var (rest, written) = (digits, 0)
    repeat {
      if written == decimals, decimals > 0 { bytes.append(UInt8(ascii: ".")) }
      bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
      written += 1
    } while rest > 0 || written <= decimals
    bytes[start...].reverse()
  }
}
