import LandModel

extension TownProposal {
  /// The same town with a bound that the solver proved: the lesser of the two, never below the objective.
  ///
  /// - Parameter proven: points; nil where the solver proved nothing.
  func bounded(by proven: Double?) -> TownProposal {
    let bound = max(objective, min(self.bound, proven ?? self.bound))
    return TownProposal(
      site: site, industry: industry, boundary: boundary, planarArea: planarArea,
      ellipsoidalArea: ellipsoidalArea, constructionBoundary: constructionBoundary,
      constructionArea: constructionArea, cellCount: cellCount, score: score, factors: factors,
      compactness: compactness, reach: reach, objective: objective, bound: bound,
      gap: Ratio((bound - objective) / max(objective, 1)),
      starBound: starBound.map { min($0, bound) },
      cutBound: self.bound, shortfall: shortfall, sizeClass: sizeClass, followed: followed)
  }
}
