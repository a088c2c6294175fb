/// A part of the objective, by which a plan can also be limited or compared.
package enum LayoutTerm: Sendable, Hashable {
  case suitability
  /// All categories together.
  case coverage
  /// Resources of one category.
  case category(String)
  case equity

  /// `suitability`, `coverage`, `coverage.<category>` or `equity`.
  package var name: String {
    switch self {
    case .suitability: "suitability"
    case .coverage: "coverage"
    case .category(let category): "coverage.\(category)"
    case .equity: "equity"
    }
  }

  /// The term of a name; nil for any other text.
  package init?(name: String) {
    switch name {
    case "suitability": self = .suitability
    case "coverage": self = .coverage
    case "equity": self = .equity
    default:
      guard name.hasPrefix("coverage."), name.count > 9 else { return nil }
      self = .category(String(name.dropFirst(9)))
    }
  }
}

/// What a term of the objective must at least reach (an ε-constraint).
package struct TermMinimum: Sendable, Hashable {
  package var term: LayoutTerm
  /// In the term's points after weights, as the result states them; rounded to a whole unit of the
  /// objective (``ObjectiveScale``), as the term itself is.
  package var points: Double

  package init(term: LayoutTerm, points: Double) {
    self.term = term
    self.points = points
  }
}

/// How counties are to share in the towns.
///
/// Let a county's *level* be the value of its towns divided by its fair share: its population over the mean
/// population of the counties that count, or one for each county. The term is weight × the least level, so
/// that points go to the county worst off (Rawls' maximin), which is linear and cannot be bought by giving
/// more to those that have most. A variance or a Gini index of the values would not be linear, and falls when
/// a county that has much loses a town, which helps nobody.
///
/// A county counts where a boundary is offered for one of its sites and its fair share is above zero: one
/// without would hold every level at zero.
package struct EquityRule: Sendable, Hashable {
  /// What is shared.
  package enum Measure: String, Sendable, CaseIterable {
    /// Ellipsoidal town area, in km².
    case area
    /// Number of towns.
    case towns
    /// Points of suitability before their weight: score × area / target area.
    case suitability
  }

  /// What a fair share goes by.
  package enum Share: String, Sendable, CaseIterable {
    /// Inhabitants of the county's settlements.
    case population
    /// The same for each county.
    case county
  }

  /// Points for a unit of the least level (1 km², one town, one point).
  package var weight: Double
  package var measure: Measure
  package var share: Share

  package init(weight: Double, of measure: Measure = .area, per share: Share = .population) {
    self.weight = weight
    self.measure = measure
    self.share = share
  }
}

/// The front of two terms: plans of which none is better in both.
package struct ParetoQuestion: Sendable, Hashable {
  package var first: LayoutTerm
  package var second: LayoutTerm
  /// How many plans at most, the two ends included.
  package var points: Int

  package init(first: LayoutTerm, second: LayoutTerm, points: Int = 11) {
    self.first = first
    self.second = second
    self.points = points
  }
}
