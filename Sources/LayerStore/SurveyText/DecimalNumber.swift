/// A number in decimal notation, and how many decimals it was written with.
struct DecimalNumber: Equatable {
  let value: Double
  let decimals: Int

  /// Reads ASCII digits with an optional sign and point; an exponent is taken too.
  ///
  /// Up to 15 digits are exact in a double, as are powers of ten up to 10²², so that one division rounds
  /// as the correctly rounded conversion does. Anything longer goes the general way.
  ///
  /// - Returns: nil for anything else: words, hexadecimal, infinite values, nothing.
  init?(_ bytes: [UInt8], _ range: Range<Int>) {
    var (mantissa, digits, decimals) = (Int64(0), 0, 0)
    var (isFraction, isPlain) = (false, true)
    for index in range {
      switch bytes[index] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits += 1
        if isFraction { decimals += 1 }
        if digits <= 15 { mantissa = mantissa * 10 + Int64(bytes[index] - UInt8(ascii: "0")) }
      case UInt8(ascii: "."):
        guard !isFraction else { return nil }
        isFraction = true
      case UInt8(ascii: "-"), UInt8(ascii: "+"):
        if index != range.lowerBound { isPlain = false }
      case UInt8(ascii: "e"), UInt8(ascii: "E"): isPlain = false
      default: return nil
      }
      if !isPlain { break }
    }
    self.decimals = decimals
    if isPlain, (1...15).contains(digits) {
      let magnitude = Double(mantissa) / Self.powers[decimals]
      value = bytes[range.lowerBound] == UInt8(ascii: "-") ? -magnitude : magnitude
      return
    }
    // A number of a thousand digits is no number of a survey.
    guard range.count < 1000, let number = Double(String(decoding: bytes[range], as: UTF8.self)),
      number.isFinite
    else { return nil }
    value = number
  }

  private static let powers: [Double] = (0...15).map {
    (0..<$0).reduce(1.0) { value, _ in value * 10 }
  }

  /// A number with a fixed count of decimals, such as `2837462.100`.
  ///
  /// - Parameter decimals: 0 to 12; fewer where the number is too great for them.
  static func text(_ value: Double, decimals: Int) -> String {
    var (decimals, scaled) = (decimals, (value * powers[decimals]).rounded())
    while decimals > 0, abs(scaled) >= 9e15 {
      decimals -= 1
      scaled = (value * powers[decimals]).rounded()
    }
    guard abs(scaled) < 9e15 else { return "\(value)" }
    return text(digits: Int64(abs(scaled)), isNegative: scaled < 0, decimals: decimals)
  }

  /// Written from the last digit on: millions of ordinates leave no room for text operations.
  private static func text(digits: Int64, isNegative: Bool, decimals: Int) -> String {
    var (rest, bytes) = (digits, [UInt8]())
    bytes.reserveCapacity(20)
    var count = 0
    while count <= decimals || rest > 0 {
      if count == decimals, decimals > 0 { bytes.append(UInt8(ascii: ".")) }
      bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
      count += 1
    }
    if isNegative { bytes.append(UInt8(ascii: "-")) }
    bytes.reverse()
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The fewest decimals, from a least number to a greatest, that give every value exactly; nil where
  /// some value needs more.
  static func decimals(for values: some Sequence<Double>, from least: Int, to most: Int) -> Int? {
    var decimals = least
    for value in values {
      while (value * powers[decimals]).rounded() / powers[decimals] != value {
        decimals += 1
        if decimals > most { return nil }
      }
    }
    return decimals
  }
}
