/// A length in metres.
package struct Metres: Hashable, Sendable, Codable, Comparable, AdditiveArithmetic {
  package var value: Double

  package init(_ value: Double) { self.value = value }
  package init(kilometres: Double) { value = kilometres * 1000 }
  package init(from decoder: any Decoder) throws {
    value = try decoder.singleValueContainer().decode(Double.self)
  }

  package static let zero = Metres(0)
  package var kilometres: Double { value / 1000 }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(value)
  }

  package static func < (left: Metres, right: Metres) -> Bool { left.value < right.value }
  package static func + (left: Metres, right: Metres) -> Metres {
    Metres(left.value + right.value)
  }
  package static func - (left: Metres, right: Metres) -> Metres {
    Metres(left.value - right.value)
  }
  package static func * (left: Double, right: Metres) -> Metres {
    Metres(left * right.value)
  }
}
