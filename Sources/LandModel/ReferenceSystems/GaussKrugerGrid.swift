import Foundation

/// A Gauss–Krüger grid on CGCS2000: transverse Mercator of scale 1 round a central meridian.
///
/// The working reference system of a plan is always one of these (EPSG:4525, 4526, 4546, 4547 in
/// Chenzhou, or a local one by parameters such as 113°E). Conversion to and from geodetic coordinates
/// is closed form here (Krüger's series in the third flattening n to the sixth order: Karney 2011,
/// "Transverse Mercator with an accuracy of a few nanometers", J. Geodesy 85, eqs. 35 and 36), so that
/// questions can measure on the ellipsoid without a projection library.
package struct GaussKrugerGrid: Hashable, Sendable {
  /// How the grid is named in outputs, such as `EPSG:4547`.
  package let crs: CRSIdentifier
  /// Central meridian, degrees east.
  package let centralMeridian: Double
  /// False easting in metres, zone prefix included: 38 500 000 for EPSG:4526.
  package let falseEasting: Metres

  package init(crs: CRSIdentifier, centralMeridian: Double, falseEasting: Metres) {
    self.crs = crs
    self.centralMeridian = centralMeridian
    self.falseEasting = falseEasting
  }

  /// Easting and northing of a position given as longitude and latitude in degrees on CGCS2000.
  package func projected(_ geodetic: XY) -> XY {
    let e = Ellipsoid.cgcs2000.eccentricitySquared.squareRoot()
    let latitude = geodetic.y * .pi / 180
    let longitude = (geodetic.x - centralMeridian) * .pi / 180
    let tau = tan(latitude)
    let sigma = sinh(e * atanh(e * sin(latitude)))
    let conformal = tau * (1 + sigma * sigma).squareRoot() - sigma * (1 + tau * tau).squareRoot()
    let xi = atan2(conformal, cos(longitude))
    let eta = asinh(
      sin(longitude) / (conformal * conformal + cos(longitude) * cos(longitude)).squareRoot())
    var (northing, easting) = (xi, eta)
    for (index, coefficient) in KrugerSeries.forward.enumerated() {
      let order = Double(2 * (index + 1))
      northing += coefficient * sin(order * xi) * cosh(order * eta)
      easting += coefficient * cos(order * xi) * sinh(order * eta)
    }
    let radius = KrugerSeries.rectifyingRadius
    return XY(falseEasting.value + radius * easting, radius * northing)
  }

  /// Longitude and latitude in degrees on CGCS2000 of a position on the grid.
  package func geodetic(_ projected: XY) -> XY {
    let e2 = Ellipsoid.cgcs2000.eccentricitySquared
    let e = e2.squareRoot()
    let xi = projected.y / KrugerSeries.rectifyingRadius
    let eta = (projected.x - falseEasting.value) / KrugerSeries.rectifyingRadius
    var (conformalXi, conformalEta) = (xi, eta)
    for (index, coefficient) in KrugerSeries.inverse.enumerated() {
      let order = Double(2 * (index + 1))
      conformalXi -= coefficient * sin(order * xi) * cosh(order * eta)
      conformalEta -= coefficient * cos(order * xi) * sinh(order * eta)
    }
    let (s, c) = (sinh(conformalEta), cos(conformalXi))
    let conformal = sin(conformalXi) / (s * s + c * c).squareRoot()
    // Newton's iteration for the geodetic from the conformal latitude (Karney 2011, eqs. 19 to 21);
    // two steps reach double precision, a third guards it.
    var tau = conformal / (1 - e2)
    for _ in 0..<3 {
      let root = (1 + tau * tau).squareRoot()
      let sigma = sinh(e * atanh(e * tau / root))
      let trial = tau * (1 + sigma * sigma).squareRoot() - sigma * root
      tau +=
        (conformal - trial) / (1 + trial * trial).squareRoot()
        * (1 + (1 - e2) * tau * tau) / ((1 - e2) * root)
    }
    return XY(centralMeridian + atan2(s, c) * 180 / .pi, atan(tau) * 180 / .pi)
  }
}
