/// The identifier of a feature, as its layer's id attribute gives it.
package struct FeatureID: Hashable, Sendable, Codable, Comparable, ExpressibleByStringLiteral {
  package let text: String

  package init(_ text: String) { self.text = text }
  package init(stringLiteral value: String) { text = value }
  package init(from decoder: any Decoder) throws {
    text = try decoder.singleValueContainer().decode(String.self)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }

  package static func < (left: FeatureID, right: FeatureID) -> Bool { left.text < right.text }
}
