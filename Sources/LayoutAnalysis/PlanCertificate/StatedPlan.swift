package import LandModel

/// A citywide plan as the files of a run state it: what a certificate holds or breaks.
package struct StatedPlan: Sendable, Equatable {
  package let status: LayoutStatus
  /// Points; nil without a plan.
  package let objective: Double?
  package let bound: Double?
  package let gap: Ratio?
  /// What the certificate's multipliers prove, in points.
  package let dualBound: Double?
  package let terms: [ObjectiveTerm]
  package let towns: [StatedTown]
  /// Sums over the towns.
  package let ellipsoidalArea: SquareMetres
  package let constructionArea: SquareMetres
  /// Nil where the record states none.
  package let equity: StatedEquity?

  package init(
    status: LayoutStatus, objective: Double?, bound: Double?, gap: Ratio?,
    dualBound: Double? = nil, terms: [ObjectiveTerm],
    towns: [StatedTown], ellipsoidalArea: SquareMetres, constructionArea: SquareMetres,
    equity: StatedEquity? = nil
  ) {
    self.status = status
    self.objective = objective
    self.bound = bound
    self.gap = gap
    self.dualBound = dualBound
    self.terms = terms
    self.towns = towns
    self.ellipsoidalArea = ellipsoidalArea
    self.constructionArea = constructionArea
    self.equity = equity
  }
}

/// How the files of a run round what they state; checks allow for no more.
package enum StatedRounding {
  /// Half of the last of seven decimals of a degree, both ways: 7.9 mm at the equator, less north of it.
  package static let position = Metres(0.008)
  /// Half of the last of two decimals, and the rounding of the sum itself.
  package static let area = SquareMetres(0.0051)
  /// Half of the last of four decimals.
  package static let points = 0.000_051
  /// Half of the last of six decimals.
  static let ratio = 0.000_000_51
}
