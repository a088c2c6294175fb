/// A unit that files and plans give areas in; 1 mu (亩) is 10 000/15 m² (domain facts §3.2).
package enum AreaUnit: String, Sendable, Codable, CaseIterable {
  case squareMetre = "m2"
  case hectare = "ha"
  case mu = "mu"
  case squareKilometre = "km2"

  /// An area given as a number in this unit.
  package func area(_ number: Double) -> SquareMetres {
    switch self {
    case .squareMetre: SquareMetres(number)
    case .hectare: SquareMetres(hectares: number)
    case .mu: SquareMetres(mu: number)
    case .squareKilometre: SquareMetres(squareKilometres: number)
    }
  }

  /// The number that an area has in this unit.
  package func number(of area: SquareMetres) -> Double {
    switch self {
    case .squareMetre: area.value
    case .hectare: area.hectares
    case .mu: area.mu
    case .squareKilometre: area.squareKilometres
    }
  }

  /// The unit's name in a sentence.
  package var title: LocalizedText {
    switch self {
    case .squareMetre: LocalizedText(english: "square metres", chinese: "平方米")
    case .hectare: LocalizedText(english: "hectares", chinese: "公顷")
    case .mu: LocalizedText(english: "mu", chinese: "亩")
    case .squareKilometre: LocalizedText(english: "square kilometres", chinese: "平方千米")
    }
  }
}
