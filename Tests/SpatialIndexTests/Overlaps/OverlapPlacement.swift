import LandModel
import TestSupport

/// Where a pair on the lattice lies in the plane.
struct OverlapPlacement: Sendable {
  let scale: Double
  let origin: XY
  /// Whether every ordinate is a double without rounding.
  var isExact = true

  /// The lattice itself.
  static let plain = OverlapPlacement(scale: 1, origin: XY(0, 0))

  /// The lattice turned by any angle, which rounds ordinates.
  static let turned = OverlapPlacement(scale: 1, origin: XY(0, 0), isExact: false)

  static let all = [
    plain,
    OverlapPlacement(scale: 0.125, origin: XY(-5, 3)),
    OverlapPlacement(scale: 37, origin: XY(100, -700)),
    OverlapPlacement(scale: 1, origin: XY(38_500_000, 2_800_000)),
    // A survey in centimetres on a grid without zone prefix, and thirds of ten metres on one with it.
    OverlapPlacement(scale: 0.01, origin: XY(400_000, 2_850_000), isExact: false),
    OverlapPlacement(scale: 10.0 / 3, origin: XY(38_400_000, 2_850_000), isExact: false),
  ]

  func geometry(_ polygon: LatticePolygon) -> Geometry {
    polygon.geometry(scale: scale, origin: origin)
  }

  /// How far the area in common of two placed polygons may be from the true one of the lattice.
  ///
  /// A part in 10¹² of the box that holds both, for the sums; and where ordinates are rounded, by half the
  /// distance of two doubles each, both boundaries times that distance: near 4·10⁷ m that is 7.5e-9 m² for
  /// each metre of boundary.
  func tolerance(_ left: Geometry, _ right: Geometry) -> Double {
    var box = left.boundingBox
    box.extend(to: right.boundingBox)
    let sums = 1e-12 * box.width * box.height
    if isExact { return sums }
    let length = PlanarMeasure.length(of: left).value + PlanarMeasure.length(of: right).value
    let largest = max(abs(box.minX), abs(box.maxX), abs(box.minY), abs(box.maxY))
    return sums + length * largest.ulp
  }
}
