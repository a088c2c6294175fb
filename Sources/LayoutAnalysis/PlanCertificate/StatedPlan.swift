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
  /// Half of the last of the seven decimals of a degree that GeoJSON is written with (RFC 7946, 11.2).
  static let degrees = 5e-8
  /// Half of the last of seven decimals of a degree, both ways: 7.9 mm at the equator, less north of it.
  package static let position = Metres(0.008)
  /// What drawing anew on rounded positions moves: an edge as far as a position, and half as much again where it is
  /// cut, for there it lies on the straight line in degrees: 4 mm beside that of the grid for an edge of 600 m.
  static let redrawn = Metres(0.012)
  /// Half of the last of two decimals, and the rounding of the sum itself.
  package static let area = SquareMetres(0.0051)
  /// Half of the last of four decimals.
  package static let points = 0.000_051
  /// Half of the last of six decimals.
  static let ratio = 0.000_000_51
}

extension StatedRounding {
  /// How far rounding may move a position of a boundary on a grid: as far as the corner of the square of a unit in
  /// the last decimal, 7.9 mm at the equator, 7.5 mm in Chenzhou.
  ///
  /// An edge between two such positions moves no farther than they do. Over a town the length of a degree changes by
  /// less than a nanometre for so short a way, so that the corners of its box tell for all of it.
  static func position(of geometry: Geometry, on grid: GaussKrugerGrid) -> Metres {
    let box = geometry.boundingBox
    guard !box.isEmpty else { return position }
    var farthest = 0.0
    for corner in [
      XY(box.minX, box.minY), XY(box.maxX, box.minY), XY(box.minX, box.maxY),
      XY(box.maxX, box.maxY),
    ] {
      let place = grid.geodetic(corner)
      for (east, north) in [(degrees, degrees), (degrees, -degrees)] {
        let moved = grid.projected(XY(place.x + east, place.y + north))
        farthest = max(farthest, moved.distance(to: grid.projected(place)))
      }
    }
    // A box beyond the grid's series is told by other checks.
    return farthest.isFinite ? min(Metres(farthest), position) : position
  }
}
