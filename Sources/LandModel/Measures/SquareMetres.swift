/// An area in square metres; the name of the property that holds it says on which surface.
package struct SquareMetres: Hashable, Sendable, Codable, Comparable, AdditiveArithmetic {
  package var value: Double

  package init(_ value: Double) { self.value = value }
  package init(hectares: Double) { value = hectares * 10_000 }
  package init(squareKilometres: Double) { value = squareKilometres * 1_000_000 }
  /// From mu (亩), 10 000/15 m² each (domain facts §3.2).
  package init(mu: Double) { value = mu * 10_000 / 15 }
  package init(from decoder: any Decoder) throws {
    value = try decoder.singleValueContainer().decode(Double.self)
  }

  package static let zero = SquareMetres(0)
  package var hectares: Double { value / 10_000 }
  package var squareKilometres: Double { value / 1_000_000 }
  package var mu: Double { value * 15 / 10_000 }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(value)
  }

  package static func < (left: SquareMetres, right: SquareMetres) -> Bool {
    left.value < right.value
  }
  package static func + (left: SquareMetres, right: SquareMetres) -> SquareMetres {
    SquareMetres(left.value + right.value)
  }
  package static func - (left: SquareMetres, right: SquareMetres) -> SquareMetres {
    SquareMetres(left.value - right.value)
  }
  package static func * (left: Double, right: SquareMetres) -> SquareMetres {
    SquareMetres(left * right.value)
  }

  /// Rounded to so many decimals of a square metre.
  package func rounded(decimals: Int) -> SquareMetres {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    return SquareMetres((value * scale).rounded() / scale)
  }

  /// The share of one area in another; zero when the whole is zero.
  package static func / (part: SquareMetres, whole: SquareMetres) -> Ratio {
    Ratio(whole.value == 0 ? 0 : part.value / whole.value)
  }
}
