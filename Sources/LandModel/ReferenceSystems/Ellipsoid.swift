import Foundation

/// A reference ellipsoid by its semi-major axis and flattening.
package struct Ellipsoid: Hashable, Sendable {
  /// Semi-major axis a, metres.
  package let semiMajorAxis: Double
  /// Flattening f.
  package let flattening: Double

  /// CGCS2000: a = 6 378 137 m, 1/f = 298.257 222 101 (EPSG:1024).
  package static let cgcs2000 = Ellipsoid(
    semiMajorAxis: 6_378_137, flattening: 1 / 298.257_222_101)

  package var semiMinorAxis: Double { semiMajorAxis * (1 - flattening) }
  /// First eccentricity squared, e².
  package var eccentricitySquared: Double { flattening * (2 - flattening) }
  /// Third flattening n = (a − b)/(a + b).
  package var thirdFlattening: Double { flattening / (2 - flattening) }

  /// Metres for a degree of longitude (x) and of latitude (y) at a latitude in degrees.
  ///
  /// From the radii of curvature N cos φ and M; good for a slope, not for a distance of many degrees.
  package func metresPerDegree(atLatitude latitude: Double) -> XY {
    let phi = latitude * .pi / 180
    let root = (1 - eccentricitySquared * sin(phi) * sin(phi)).squareRoot()
    let transverse = semiMajorAxis / root
    let meridional = semiMajorAxis * (1 - eccentricitySquared) / (root * root * root)
    return XY(transverse * cos(phi) * .pi / 180, meridional * .pi / 180)
  }
}
