/// A sum of products of two doubles without any rounding, overflow or underflow.
///
/// One fixed-point number wide enough for all of them, in two's complement (Kulisch and Miranker 1986,
/// "The arithmetic of the digital computer: a new approach", SIAM Review 28): the last bit is worth
/// 2⁻²¹⁴⁸, the square of the smallest double, the first of 68 words lies above 2²⁰⁵⁴.
struct ProductAccumulator {
  private static let wordCount = 68
  /// The exponent of the last bit.
  private static let lowest = -2148

  private var words = [UInt64](repeating: 0, count: wordCount)

  /// Adds the product of two finite numbers; up to 2⁶⁰ of them fit.
  mutating func add(_ left: Double, _ right: Double) {
    let (a, b) = (Self.integer(left), Self.integer(right))
    guard a.significand != 0, b.significand != 0 else { return }
    let product = a.significand.multipliedFullWidth(by: b.significand)
    let shift = a.exponent + b.exponent - Self.lowest
    let (word, bit) = (shift / 64, UInt64(shift % 64))
    // The product shifted into place, over three words.
    var parts = (product.low << bit, product.high << bit, UInt64(0))
    if bit > 0 {
      parts.1 |= product.low >> (64 - bit)
      parts.2 = product.high >> (64 - bit)
    }
    if (left < 0) != (right < 0) {
      subtract(parts, at: word)
    } else {
      add(parts, at: word)
    }
  }

  /// -1, 0 or 1, exactly.
  var sign: Int {
    if words[Self.wordCount - 1] >> 63 == 1 { return -1 }
    return words.contains { $0 != 0 } ? 1 : 0
  }

  /// A magnitude as a whole number of 53 bits times a power of two.
  private static func integer(_ value: Double) -> (significand: UInt64, exponent: Int) {
    let biased = Int(value.exponentBitPattern)
    return biased == 0
      ? (value.significandBitPattern, -1074)
      : (value.significandBitPattern | 1 << 52, biased - 1075)
  }

  private mutating func add(_ parts: (UInt64, UInt64, UInt64), at start: Int) {
    var carry: UInt64 = 0
    for (offset, part) in [parts.0, parts.1, parts.2].enumerated() {
      let (sum, first) = words[start + offset].addingReportingOverflow(part)
      let (total, second) = sum.addingReportingOverflow(carry)
      words[start + offset] = total
      carry = (first ? 1 : 0) + (second ? 1 : 0)
    }
    var word = start + 3
    while carry > 0, word < Self.wordCount {
      let (total, overflow) = words[word].addingReportingOverflow(carry)
      words[word] = total
      carry = overflow ? 1 : 0
      word += 1
    }
  }

  private mutating func subtract(_ parts: (UInt64, UInt64, UInt64), at start: Int) {
    var borrow: UInt64 = 0
    for (offset, part) in [parts.0, parts.1, parts.2].enumerated() {
      let (rest, first) = words[start + offset].subtractingReportingOverflow(part)
      let (total, second) = rest.subtractingReportingOverflow(borrow)
      words[start + offset] = total
      borrow = (first ? 1 : 0) + (second ? 1 : 0)
    }
    var word = start + 3
    while borrow > 0, word < Self.wordCount {
      let (total, overflow) = words[word].subtractingReportingOverflow(borrow)
      words[word] = total
      borrow = overflow ? 1 : 0
      word += 1
    }
  }
}
