/// A quotient of like quantities, without a unit: 0.05 is five per cent.
package struct Ratio: Hashable, Sendable, Codable, Comparable {
  package var value: Double

  package init(_ value: Double) { self.value = value }
  package init(percent: Double) { value = percent / 100 }
  package init(from decoder: any Decoder) throws {
    value = try decoder.singleValueContainer().decode(Double.self)
  }

  package static let zero = Ratio(0)
  package var percent: Double { value * 100 }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(value)
  }

  package static func < (left: Ratio, right: Ratio) -> Bool { left.value < right.value }
}
