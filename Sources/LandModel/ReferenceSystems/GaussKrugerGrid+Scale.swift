import Foundation

/// How much longer lengths are on a grid than on the ellipsoid, over some extent.
package struct GridScale: Hashable, Sendable {
  /// Length on the grid for a metre on the ellipsoid, where it is least: 1 on the central meridian.
  package let least: Double
  /// The same where it is greatest.
  package let greatest: Double

  package init(least: Double, greatest: Double) {
    self.least = least
    self.greatest = greatest
  }
}

extension GaussKrugerGrid {
  /// Length on the grid for a short length on the ellipsoid round a position; the same in any direction.
  ///
  /// The derivative of Krüger's series (Karney 2011, "Transverse Mercator with an accuracy of a few
  /// nanometers", J. Geodesy 85, eqs. 8 to 12, 25 and 28).
  package func scaleFactor(at projected: XY) -> Double {
    let position = geodetic(projected)
    let ellipsoid = Ellipsoid.cgcs2000
    let e = ellipsoid.eccentricitySquared.squareRoot()
    let latitude = position.y * .pi / 180
    let longitude = (position.x - centralMeridian) * .pi / 180
    let tau = tan(latitude)
    let sigma = sinh(e * atanh(e * sin(latitude)))
    let conformal = tau * (1 + sigma * sigma).squareRoot() - sigma * (1 + tau * tau).squareRoot()
    let spread = conformal * conformal + cos(longitude) * cos(longitude)
    let xi = atan2(conformal, cos(longitude))
    let eta = asinh(sin(longitude) / spread.squareRoot())
    var (real, imaginary) = (1.0, 0.0)
    for (index, coefficient) in KrugerSeries.forward.enumerated() {
      let order = Double(2 * (index + 1))
      real += order * coefficient * cos(order * xi) * cosh(order * eta)
      imaginary += order * coefficient * sin(order * xi) * sinh(order * eta)
    }
    let reduced = (1 - ellipsoid.flattening) * tau
    return KrugerSeries.rectifyingRadius / ellipsoid.semiMajorAxis
      * ((1 + reduced * reduced) * (real * real + imaginary * imaginary) / spread).squareRoot()
  }

  /// The least and the greatest scale over a box on the grid; nil for an empty one, and for one beyond what the
  /// series can express.
  ///
  /// Scale grows with the distance from the central meridian and, hardly, towards the equator, so that it is
  /// greatest at a corner and least at one or on the meridian.
  package func scale(over box: BoundingBox) -> GridScale? {
    guard !box.isEmpty else { return nil }
    let middle = min(max(falseEasting.value, box.minX), box.maxX)
    let factors = [box.minX, middle, box.maxX].flatMap { x in
      [box.minY, box.maxY].map { scaleFactor(at: XY(x, $0)) }
    }
    guard factors.allSatisfy(\.isFinite), let least = factors.min(), let greatest = factors.max()
    else { return nil }
    return GridScale(least: least, greatest: greatest)
  }
}
