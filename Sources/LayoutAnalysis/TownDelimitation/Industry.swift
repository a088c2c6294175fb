package import LandModel

/// How much a factor counts for an industry.
package struct FactorWeight: Sendable, Hashable {
  /// Name of a ``SuitabilityFactor``.
  package var factor: String
  /// 0 or more; weights of an industry are divided by their sum.
  package var weight: Double

  package init(factor: String, weight: Double) {
    self.factor = factor
    self.weight = weight
  }
}

/// An industry a town may live on, and what makes land fit for it.
package struct Industry: Sendable, Hashable {
  /// Key in the plan file, such as `tourism`; unique.
  package var key: String
  package var title: LocalizedText
  /// Factors that count, in plan order; at least one above zero.
  ///
  /// A factor not named counts nothing.
  package var weights: [FactorWeight]
  /// Areas of this industry's towns where they differ from the plan's: the upper limit may be raised
  /// for culture and tourism, sport, and mixed farming (domain facts §1.2).
  package var areas: TownAreas?

  package init(
    key: String, title: LocalizedText, weights: [FactorWeight], areas: TownAreas? = nil
  ) {
    self.key = key
    self.title = title
    self.weights = weights
    self.areas = areas
  }
}
