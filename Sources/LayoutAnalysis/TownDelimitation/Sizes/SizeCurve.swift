package import LandModel

/// What a town is worth by its area, between the smallest and the largest that its industry may have.
///
/// Points lie on the concave envelope of the best regions found for each number of cells, so that what a
/// further hectare adds never rises again. The value is the delimitation's objective at no price of land:
/// suitability less what is given up for a long outline, in points of a full score over the target area.
package struct SizeCurve: Sendable, Hashable {
  package struct Point: Sendable, Hashable {
    /// On the ellipsoid.
    package let area: SquareMetres
    /// Points.
    package let value: Double
    /// Points that a hectare adds between this point and the next; nil at the last.
    package let marginal: Double?

    package init(area: SquareMetres, value: Double, marginal: Double?) {
      self.area = area
      self.value = value
      self.marginal = marginal
    }
  }

  /// By rising area with falling marginals, at least one.
  package let points: [Point]
  /// Value of the town that was drawn, which may lie below the curve.
  package let drawnValue: Double

  package init(points: [Point], drawnValue: Double) {
    precondition(!points.isEmpty, "A curve has a point.")
    self.points = points
    self.drawnValue = drawnValue
  }

  /// The area from which one more hectare adds less than a price in points for a hectare.
  package func stop(at price: Double) -> SquareMetres {
    let last = points.first { ($0.marginal ?? -.infinity) < price } ?? points[points.count - 1]
    return last.area
  }

  /// What a hectare adds to a town of an area; nil from the last point on.
  package func marginal(at area: SquareMetres) -> Double? {
    (points.last { $0.area <= area } ?? points[0]).marginal
  }
}

/// What a hectare of land costs a plan.
package struct LandPrice: Sendable, Hashable {
  package enum Source: String, Sendable {
    /// The plan's own `price-of-land`.
    case plan = "price-of-land"
    /// The price of the layout's land quota, which makes its bound least.
    case quota = "land-quota"
  }

  /// In points of a full score over the target area, as ``SizeCurve`` has them.
  package let pointsPerHectare: Double
  package let source: Source

  package init(pointsPerHectare: Double, source: Source) {
    self.pointsPerHectare = pointsPerHectare
    self.source = source
  }
}
