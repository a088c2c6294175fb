import Foundation

/// The two ways in which Chinese web maps displace positions, by the formulas in public use.
///
/// Nothing official describes them; the formulas are those of the public converters (such as
/// wandergis/coordtransform), and hold to a few decimetres. Offsets are some 640 m (GCJ-02) and 1 230 m (BD-09)
/// in Chenzhou (domain facts §3.1). They serve to name a displacement, never to correct survey data.
package enum WebMapDatum: String, Sendable, CaseIterable {
  /// AutoNavi, Tencent, Google within China.
  case gcj02 = "GCJ-02"
  /// Baidu: GCJ-02 and a second displacement.
  case bd09 = "BD-09"

  /// Where a position given in degrees on WGS 84 or CGCS2000 appears on the web map.
  package func displaced(_ geodetic: XY) -> XY {
    let first = Self.gcj02(geodetic)
    return self == .bd09 ? Self.bd09(first) : first
  }

  /// The position that appears at a place of the web map, to 1e-10 degrees.
  ///
  /// The displacement changes by less than 2 % of a distance, so that each step gains two digits.
  package func original(_ displaced: XY) -> XY {
    var guess = displaced
    for _ in 0..<20 {
      let image = self.displaced(guess)
      let (dx, dy) = (displaced.x - image.x, displaced.y - image.y)
      guess = XY(guess.x + dx, guess.y + dy)
      if abs(dx) < 1e-11, abs(dy) < 1e-11 { break }
    }
    return guess
  }

  /// Krasovsky's ellipsoid as the formulas have it: semi-major axis and first eccentricity squared.
  private static let semiMajorAxis = 6_378_245.0
  private static let eccentricitySquared = 0.006_693_421_622_965_943_23

  private static func gcj02(_ position: XY) -> XY {
    let (x, y) = (position.x - 105, position.y - 35)
    let root = abs(x).squareRoot()
    let ripple = (20 * sin(6 * x * .pi) + 20 * sin(2 * x * .pi)) * 2 / 3
    var north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + ripple
    north += (20 * sin(y * .pi) + 40 * sin(y / 3 * .pi)) * 2 / 3
    north += (160 * sin(y / 12 * .pi) + 320 * sin(y * .pi / 30)) * 2 / 3
    var east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + ripple
    east += (20 * sin(x * .pi) + 40 * sin(x / 3 * .pi)) * 2 / 3
    east += (150 * sin(x / 12 * .pi) + 300 * sin(x / 30 * .pi)) * 2 / 3
    let latitude = position.y * .pi / 180
    let w2 = 1 - eccentricitySquared * sin(latitude) * sin(latitude)
    let meridian = semiMajorAxis * (1 - eccentricitySquared) / (w2 * w2.squareRoot())
    let parallel = semiMajorAxis / w2.squareRoot() * cos(latitude)
    return XY(
      position.x + east / parallel * 180 / .pi, position.y + north / meridian * 180 / .pi)
  }

  private static func bd09(_ position: XY) -> XY {
    let wave = Double.pi * 3000 / 180
    let radius =
      (position.x * position.x + position.y * position.y).squareRoot()
      + 0.00002 * sin(position.y * wave)
    let angle = atan2(position.y, position.x) + 0.000003 * cos(position.x * wave)
    return XY(radius * cos(angle) + 0.0065, radius * sin(angle) + 0.006)
  }
}
