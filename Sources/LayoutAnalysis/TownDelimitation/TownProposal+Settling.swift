import LandModel

extension TownProposal {
  /// The better of two drawings of a town, with the least of their bounds.
  ///
  /// - Parameters:
  ///   - other: nil where there is none.
  ///   - bound: points that were proven; nil where nothing was.
  package func bettered(by other: TownProposal?, bound: Double?) -> TownProposal {
    let proven = min(bound ?? self.bound, self.bound)
    guard let other, other.objective >= objective else { return bounded(by: proven, cuts: cuts) }
    return other.bounded(by: min(proven, other.bound), cuts: cuts)
  }

  private var cuts: Double { cutBound ?? self.bound }

  /// The same town with a bound that was proven otherwise, never below the objective.
  ///
  /// - Parameters:
  ///   - bound: points.
  ///   - cuts: the bound by minimum cuts.
  private func bounded(by bound: Double, cuts: Double) -> TownProposal {
    var town = self
    town.bound = max(objective, bound)
    town.gap = Ratio((town.bound - objective) / max(objective, 1))
    town.starBound = starBound.map { min($0, town.bound) }
    town.cutBound = cuts
    return town
  }
}
