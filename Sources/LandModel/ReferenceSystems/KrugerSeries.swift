import Foundation

/// Coefficients of transverse Mercator on CGCS2000, as series in the third flattening n to the sixth order.
///
/// Each has the factors of the sines of 2, 4, … 12 times an angle; what is left out is below n⁷, a
/// few nanometres on the ground.
package enum KrugerSeries {
  /// Radius of the circle as long as the meridian, metres.
  package static let rectifyingRadius =
    Ellipsoid.cgcs2000.semiMajorAxis / (1 + n)
    * (1 + pow(n, 2) / 4 + pow(n, 4) / 64 + pow(n, 6) / 256)

  /// From the sphere to the grid (Karney 2011, equation 35).
  package static let forward = [
    n / 2 - 2 * n2 / 3 + 5 * n3 / 16 + 41 * n4 / 180 - 127 * n5 / 288 + 7891 * n6 / 37800,
    13 * n2 / 48 - 3 * n3 / 5 + 557 * n4 / 1440 + 281 * n5 / 630 - 1_983_433 * n6 / 1_935_360,
    61 * n3 / 240 - 103 * n4 / 140 + 15061 * n5 / 26880 + 167_603 * n6 / 181_440,
    49561 * n4 / 161_280 - 179 * n5 / 168 + 6_601_661 * n6 / 7_257_600,
    34729 * n5 / 80640 - 3_418_889 * n6 / 1_995_840,
    212_378_941 * n6 / 319_334_400,
  ]

  /// From the grid to the sphere, to be subtracted (Karney 2011, equation 36).
  package static let inverse = [
    n / 2 - 2 * n2 / 3 + 37 * n3 / 96 - n4 / 360 - 81 * n5 / 512 + 96199 * n6 / 604_800,
    n2 / 48 + n3 / 15 - 437 * n4 / 1440 + 46 * n5 / 105 - 1_118_711 * n6 / 3_870_720,
    17 * n3 / 480 - 37 * n4 / 840 - 209 * n5 / 4480 + 5569 * n6 / 90720,
    4397 * n4 / 161_280 - 11 * n5 / 504 - 830_251 * n6 / 7_257_600,
    4583 * n5 / 161_280 - 108_847 * n6 / 3_991_680,
    20_648_693 * n6 / 638_668_800,
  ]

  /// From the geodetic to the conformal latitude (Karney 2023, "On auxiliary latitudes", Survey Review 56,
  /// appendix A).
  package static let conformalLatitude = [
    -2 * n + 2 * n2 / 3 + 4 * n3 / 3 - 82 * n4 / 45 + 32 * n5 / 45 + 4642 * n6 / 4725,
    5 * n2 / 3 - 16 * n3 / 15 - 13 * n4 / 9 + 904 * n5 / 315 - 1522 * n6 / 945,
    -26 * n3 / 15 + 34 * n4 / 21 + 8 * n5 / 5 - 12686 * n6 / 2835,
    1237 * n4 / 630 - 12 * n5 / 5 - 24832 * n6 / 14175,
    -734 * n5 / 315 + 109_598 * n6 / 31185,
    444_337 * n6 / 155_925,
  ]

  /// From the conformal to the geodetic latitude (the same source).
  package static let geodeticLatitude = [
    2 * n - 2 * n2 / 3 - 2 * n3 + 116 * n4 / 45 + 26 * n5 / 45 - 2854 * n6 / 675,
    7 * n2 / 3 - 8 * n3 / 5 - 227 * n4 / 45 + 2704 * n5 / 315 + 2323 * n6 / 945,
    56 * n3 / 15 - 136 * n4 / 35 - 1262 * n5 / 105 + 73814 * n6 / 2835,
    4279 * n4 / 630 - 332 * n5 / 35 - 399_572 * n6 / 14175,
    4174 * n5 / 315 - 144_838 * n6 / 6237,
    601_676 * n6 / 22275,
  ]

  private static let n = Ellipsoid.cgcs2000.thirdFlattening
  private static let (n2, n3, n4, n5, n6) = (n * n, n * n * n, pow(n, 4), pow(n, 5), pow(n, 6))
}
