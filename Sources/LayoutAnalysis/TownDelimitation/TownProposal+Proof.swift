import LandModel

extension TownProposal {
  /// The same town with a bound that was proven otherwise: the lesser of the two, never below the objective.
  ///
  /// - Parameters:
  ///   - proven: points; nil where nothing was proven.
  ///   - cuts: the bound by minimum cuts; nil for the one known, or else the one at hand.
  func bounded(by proven: Double?, cuts: Double? = nil) -> TownProposal {
    let bound = max(objective, min(self.bound, proven ?? self.bound))
    return TownProposal(
      site: site, industry: industry, boundary: boundary, planarArea: planarArea,
      ellipsoidalArea: ellipsoidalArea, constructionBoundary: constructionBoundary,
      constructionArea: constructionArea, cellCount: cellCount, score: score, factors: factors,
      compactness: compactness, reach: reach, objective: objective, bound: bound,
      gap: Ratio((bound - objective) / max(objective, 1)),
      starBound: starBound.map { min($0, bound) },
      cutBound: cuts ?? cutBound ?? self.bound, shortfall: shortfall, sizeClass: sizeClass)
  }
}
