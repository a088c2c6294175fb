internal import LandModel
internal import SpatialIndex

/// Measures parts of one town on the ellipsoid, so that they add up to the town's statutory area.
///
/// Edges are straight on the grid. See ``OverlapMeter``, which measures what needs no geometry the same way.
struct TownStretch {
  private let stretch: EastStretch
  private let corner: Double
  /// The town's area by the published formula for that in the stretched plane: one to some millionths.
  private let factor: Double

  init(_ town: Geometry, ellipsoid: EllipsoidalAreaMeter) {
    let box = town.boundingBox
    stretch = EastStretch(over: box, ellipsoid)
    corner = box.minX
    let stretched = Self.planarArea(of: town, stretch, corner)
    factor = stretched > 0 ? ellipsoid.area(of: town).value / stretched : 0
  }

  /// The statutory area of a part of the town.
  func area(of part: Geometry) -> SquareMetres {
    SquareMetres(Self.planarArea(of: part, stretch, corner) * factor)
  }

  /// The area in the stretched plane.
  private static func planarArea(
    of part: Geometry, _ stretch: EastStretch, _ corner: Double
  ) -> Double {
    PlanarMeasure.area(of: part.mapPositions { XY(stretch($0.x - corner), $0.y) }).value
  }
}

extension EastStretch {
  /// The stretch of a box, by the ellipsoid's scale of areas at its height.
  init(over box: BoundingBox, _ ellipsoid: EllipsoidalAreaMeter) {
    func scale(_ x: Double) -> Double { ellipsoid.arealScale(at: XY(x, box.centre.y)) }
    self.init(
      scales: (scale(box.minX), scale(box.centre.x), scale(box.maxX)), width: box.width)
  }
}
