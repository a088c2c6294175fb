import LandModel

extension AttributeColumn {
  /// A column of untyped texts as the narrowest type that loses nothing.
  ///
  /// Integers have no leading zero (`007` is an identifier) and at most 18 digits; empty texts are nil.
  /// A column of nothing but nil stays text.
  static func inferred(from texts: [String?]) -> AttributeColumn {
    let values = texts.map { $0.flatMap { $0.isEmpty ? nil : $0 } }
    guard values.contains(where: { $0 != nil }) else { return .text(values) }
    if values.allSatisfy({ $0.map(isPlainInteger) ?? true }) {
      return .integer(values.map { $0.flatMap { Int64($0) } })
    }
    if values.allSatisfy({ $0.map(isPlainReal) ?? true }) {
      return .real(values.map { $0.flatMap { Double($0) } })
    }
    return .text(values)
  }

  private static func isPlainInteger(_ text: String) -> Bool {
    let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
    guard let first = digits.first, digits.count <= 18 else { return false }
    if first == UInt8(ascii: "0") && digits.count > 1 { return false }
    return digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  private static func isPlainReal(_ text: String) -> Bool {
    if isPlainInteger(text) { return true }
    // Digits, sign, point and exponent only: `nan`, `inf` and hexadecimal are text in a table.
    let allowed = text.utf8.allSatisfy {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: ".")
        || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") || $0 | 0x20 == UInt8(ascii: "e")
    }
    let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
    let isCode =
      digits.count > 1 && digits.first == UInt8(ascii: "0")
      && digits.dropFirst().first != UInt8(ascii: ".")
    return allowed && !isCode && Double(text) != nil
  }
}
