internal import CKernels
internal import LandModel

/// A stretch from west to east that makes planar areas in a window those on the ellipsoid.
///
/// On a Gauss–Krüger grid the ellipsoid's area for one of the grid depends on the easting alone, to 1e-9
/// within a town. So ∬ scale dx dy is the planar area in (u, y) with u(x) = ∫ scale dx, and one sum over
/// edges serves both surfaces. An edge straight on the grid bows by 4e-10 L² there (0.4 mm for a kilometre,
/// 100 km from the central meridian): fifty times less than in the cylindrical equal-area projection, where
/// borders that agree on the grid part as soon as one has more vertices than the other.
package struct EastStretch: Sendable {
  /// The stretched distance is x (first + x (second + x third)).
  let first: Double
  let second: Double
  let third: Double

  /// - Parameters:
  ///   - scales: ellipsoidal for planar area at the window's west side, middle and east side.
  ///   - width: of the window, metres.
  package init(scales: (west: Double, middle: Double, east: Double), width: Double) {
    first = scales.west
    let isWide = width > 0
    second = isWide ? (4 * scales.middle - 3 * scales.west - scales.east) / (2 * width) : 0
    third =
      isWide
      ? 2 * (scales.west - 2 * scales.middle + scales.east) / (3 * width * width) : 0
  }

  /// The stretched distance from the window's west side.
  package func callAsFunction(_ x: Double) -> Double { x * (first + x * (second + x * third)) }

  /// No less than how far, as a share of the width, a place moves from where an even stretch puts it.
  func unevenness(within width: Double) -> Double {
    (abs(second) + abs(third) * width) * width / first
  }

  func callAsFunction(_ edge: ck_edge) -> ck_edge {
    let (left, right) = (self(edge.left), self(edge.right))
    return ck_edge(
      left: left, right: right, height: edge.height,
      // Two neighbouring doubles may come to lie on one.
      slope: right > left ? edge.slope * (edge.right - edge.left) / (right - left) : 0,
      sign: edge.sign)
  }
}
