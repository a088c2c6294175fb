package import LandModel

/// Of how many sites it is found out what it would cost to make them towns.
package enum ForcingScope: Sendable, Equatable {
  case none
  /// 200 sites where the question is small, bounds only where it is large.
  case automatic
  /// So many sites, those of least loss first; bounds only for the others.
  case sites(Int)
}

/// How the weights of the objective are moved to see which towns stay.
package struct StabilityParameters: Sendable, Equatable {
  /// How many sets of weights are drawn.
  package var samples: Int
  /// Each weight is multiplied by a factor drawn evenly from 1 − spread to 1 + spread.
  package var spread: Ratio
  package var seed: UInt32

  package init(samples: Int = 100, spread: Ratio = Ratio(0.2), seed: UInt32 = 7) {
    self.samples = samples
    self.spread = spread
    self.seed = seed
  }
}

/// Which other plans are looked for beside the best one.
package struct AlternativesParameters: Sendable, Equatable {
  /// Plans at most, the best one not counted.
  package var count: Int
  /// Share of the best plan's objective that another one may lose.
  package var within: Ratio
  /// Share of a plan's sites that the next one leaves, rounded up; at least one site.
  package var differ: Ratio

  package init(count: Int = 5, within: Ratio = Ratio(0.02), differ: Ratio = Ratio(0.25)) {
    self.count = count
    self.within = within
    self.differ = differ
  }
}

/// What is asked about a citywide plan once it is found.
///
/// The defaults of counts and shares are heuristics, no official values.
package struct SensitivityParameters: Sendable, Equatable {
  package var forcing: ForcingScope
  /// Nil for none.
  package var stability: StabilityParameters?
  /// Nil for none.
  package var alternatives: AlternativesParameters?

  package init(
    forcing: ForcingScope = .automatic, stability: StabilityParameters? = nil,
    alternatives: AlternativesParameters? = nil
  ) {
    self.forcing = forcing
    self.stability = stability
    self.alternatives = alternatives
  }

  /// Nothing asked.
  package static let none = SensitivityParameters(forcing: .none)
}
