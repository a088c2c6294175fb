/// The values of one attribute, in layer order; nil where a feature has none.
package enum AttributeColumn: Equatable, Sendable {
  case text([String?])
  case integer([Int64?])
  case real([Double?])

  package var count: Int {
    switch self {
    case .text(let values): values.count
    case .integer(let values): values.count
    case .real(let values): values.count
    }
  }

  /// A value as text: integers in decimal, reals in their shortest exact form.
  package func text(at row: Int) -> String? {
    switch self {
    case .text(let values): values[row]
    case .integer(let values): values[row].map { String($0) }
    case .real(let values): values[row].map { String($0) }
    }
  }

  /// A value as an id, as it is written; nil where there is none, or a text that means so.
  package func id(at row: Int) -> FeatureID? {
    // A whole number says something, whatever it is.
    if case .integer(let values) = self { return values[row].map { FeatureID(String($0)) } }
    guard let text = text(at: row), MissingText.value(text) != nil else { return nil }
    return FeatureID(text)
  }

  /// A value as a number; text is read where it is a number and nothing else.
  package func number(at row: Int) -> Double? {
    switch self {
    case .text(let values): values[row].flatMap { Double($0) }
    case .integer(let values): values[row].map { Double($0) }
    case .real(let values): values[row]
    }
  }

  /// The chosen rows, in the order given.
  package func selecting(rows: [Int]) -> AttributeColumn {
    switch self {
    case .text(let values): .text(rows.map { values[$0] })
    case .integer(let values): .integer(rows.map { values[$0] })
    case .real(let values): .real(rows.map { values[$0] })
    }
  }
}
