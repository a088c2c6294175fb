/// The stable code of a rule: a group and a name, as `ogc.self-intersection`.
package struct RuleCode: Hashable, Sendable, Codable, Comparable, ExpressibleByStringLiteral {
  package let text: String

  package init(_ text: String) { self.text = text }
  package init(stringLiteral value: String) { text = value }
  package init(from decoder: any Decoder) throws {
    text = try decoder.singleValueContainer().decode(String.self)
  }

  /// What the code begins with, up to the first point: `ogc`, `layer`.
  package var group: String { String(text.prefix { $0 != "." }) }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }

  package static func < (left: RuleCode, right: RuleCode) -> Bool { left.text < right.text }
}
