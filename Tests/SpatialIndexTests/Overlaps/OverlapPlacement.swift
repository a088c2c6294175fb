import LandModel
import TestSupport

/// Where a pair on the lattice lies in the plane.
struct OverlapPlacement: Sendable {
  let scale: Double
  let origin: XY

  /// The lattice itself.
  static let plain = OverlapPlacement(scale: 1, origin: XY(0, 0))

  static let all = [
    plain,
    OverlapPlacement(scale: 0.125, origin: XY(-5, 3)),
    OverlapPlacement(scale: 37, origin: XY(100, -700)),
    OverlapPlacement(scale: 1, origin: XY(38_500_000, 2_800_000)),
    // A survey in centimetres on a grid without zone prefix, and thirds of ten metres on one with it.
    OverlapPlacement(scale: 0.01, origin: XY(400_000, 2_850_000)),
    OverlapPlacement(scale: 10.0 / 3, origin: XY(38_400_000, 2_850_000)),
  ]

  func geometry(_ polygon: LatticePolygon) -> Geometry {
    polygon.geometry(scale: scale, origin: origin)
  }

  /// How far the area in common of two placed polygons may be from the true one of the lattice.
  ///
  /// A part in 10¹² of the box that holds both, for the sums; and both boundaries times the distance of two
  /// doubles at the largest ordinate. Ordinates are rounded by half of it, and the kernel rounds the places
  /// where edges cross a line of its grid likewise: near 4·10⁷ m that is 7.5e-9 m² for each metre of
  /// boundary, at a local origin nothing.
  static func tolerance(_ left: Geometry, _ right: Geometry) -> Double {
    var box = left.boundingBox
    box.extend(to: right.boundingBox)
    let length = PlanarMeasure.length(of: left).value + PlanarMeasure.length(of: right).value
    let largest = max(abs(box.minX), abs(box.maxX), abs(box.minY), abs(box.maxY))
    return 1e-12 * box.width * box.height + length * largest.ulp
  }
}
