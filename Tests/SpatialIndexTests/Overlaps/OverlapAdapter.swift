import LandModel
import SpatialIndex

/// The area kernels as functions of two geometries: the only place of these tests that knows their calls.
enum OverlapAdapter {
  /// The area in common by the edge grid of the second geometry and the edges of the first.
  static func overlapArea(of geometry: Geometry, with other: Geometry) -> Double {
    let column = GeometryColumn([other])
    var edges = PolygonEdges()
    edges.load(row: 0, of: GeometryColumn([geometry]))
    var window = EdgeWindow()
    return EdgeGrid(row: 0, of: column).overlapArea(
      with: &edges, in: column, window: &window)
  }

  /// The area in common by what the two show of themselves in the common part of their boxes.
  static func windowArea(of geometry: Geometry, with other: Geometry) -> Double {
    let column = GeometryColumn([geometry, other])
    let (a, b) = (geometry.boundingBox, other.boundingBox)
    let window = BoundingBox(
      minX: max(a.minX, b.minX), minY: max(a.minY, b.minY), maxX: min(a.maxX, b.maxX),
      maxY: min(a.maxY, b.maxY))
    // Boxes that do not meet have no common part; callers of the kernel never ask about them.
    guard !window.isEmpty else { return 0 }
    var hasLandOnLeft = [Bool](repeating: false, count: column.ringEnds.count)
    for part in column.partEnds.indices {
      let rings = column.rings(ofPart: part)
      for ring in rings {
        let area = PlanarMeasure.signedArea(ofRing: column.positions[column.range(ofRing: ring)])
        hasLandOnLeft[ring] = (area > 0) == (ring == rings.lowerBound)
      }
    }
    var (first, second) = (WindowEdges(), WindowEdges())
    first.load(row: 0, of: column, hasLandOnLeft: hasLandOnLeft, window: window)
    second.load(row: 1, of: column, hasLandOnLeft: hasLandOnLeft, window: window)
    return first.area(inCommonWith: second)
  }
}
