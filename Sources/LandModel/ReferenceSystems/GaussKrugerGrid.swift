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

  private let rectifyingRadius: Double
  private let forwardSeries: [Double]
  private let inverseSeries: [Double]

  package init(crs: CRSIdentifier, centralMeridian: Double, falseEasting: Metres) {
    self.crs = crs
    self.centralMeridian = centralMeridian
    self.falseEasting = falseEasting
    let n = Ellipsoid.cgcs2000.thirdFlattening
    let (n2, n3, n4, n5, n6) = (n * n, n * n * n, pow(n, 4), pow(n, 5), pow(n, 6))
    rectifyingRadius =
      Ellipsoid.cgcs2000.semiMajorAxis / (1 + n) * (1 + n2 / 4 + n4 / 64 + n6 / 256)
    forwardSeries = [
      n / 2 - 2 * n2 / 3 + 5 * n3 / 16 + 41 * n4 / 180 - 127 * n5 / 288 + 7891 * n6 / 37800,
      13 * n2 / 48 - 3 * n3 / 5 + 557 * n4 / 1440 + 281 * n5 / 630 - 1_983_433 * n6 / 1_935_360,
      61 * n3 / 240 - 103 * n4 / 140 + 15061 * n5 / 26880 + 167_603 * n6 / 181_440,
      49561 * n4 / 161_280 - 179 * n5 / 168 + 6_601_661 * n6 / 7_257_600,
      34729 * n5 / 80640 - 3_418_889 * n6 / 1_995_840,
      212_378_941 * n6 / 319_334_400,
    ]
    inverseSeries = [
      n / 2 - 2 * n2 / 3 + 37 * n3 / 96 - n4 / 360 - 81 * n5 / 512 + 96199 * n6 / 604_800,
      n2 / 48 + n3 / 15 - 437 * n4 / 1440 + 46 * n5 / 105 - 1_118_711 * n6 / 3_870_720,
      17 * n3 / 480 - 37 * n4 / 840 - 209 * n5 / 4480 + 5569 * n6 / 90720,
      4397 * n4 / 161_280 - 11 * n5 / 504 - 830_251 * n6 / 7_257_600,
      4583 * n5 / 161_280 - 108_847 * n6 / 3_991_680,
      20_648_693 * n6 / 638_668_800,
    ]
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
    for (index, coefficient) in forwardSeries.enumerated() {
      let order = Double(2 * (index + 1))
      northing += coefficient * sin(order * xi) * cosh(order * eta)
      easting += coefficient * cos(order * xi) * sinh(order * eta)
    }
    return XY(falseEasting.value + rectifyingRadius * easting, rectifyingRadius * northing)
  }

  /// Longitude and latitude in degrees on CGCS2000 of a position on the grid.
  package func geodetic(_ projected: XY) -> XY {
    let e2 = Ellipsoid.cgcs2000.eccentricitySquared
    let e = e2.squareRoot()
    let xi = projected.y / rectifyingRadius
    let eta = (projected.x - falseEasting.value) / rectifyingRadius
    var (conformalXi, conformalEta) = (xi, eta)
    for (index, coefficient) in inverseSeries.enumerated() {
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
