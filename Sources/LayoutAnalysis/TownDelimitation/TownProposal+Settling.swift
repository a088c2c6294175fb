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
    let bound = max(objective, bound)
    return TownProposal(
      site: site, industry: industry, boundary: boundary, planarArea: planarArea,
      ellipsoidalArea: ellipsoidalArea, constructionBoundary: constructionBoundary,
      constructionArea: constructionArea, cellCount: cellCount, score: score, factors: factors,
      compactness: compactness, reach: reach, objective: objective, bound: bound,
      gap: Ratio((bound - objective) / max(objective, 1)),
      starBound: starBound.map { min($0, bound) },
      cutBound: cuts, shortfall: shortfall, sizeClass: sizeClass)
  }
}
