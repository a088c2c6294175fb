import LandModel
import SpatialIndex

/// The area kernel as a function of two geometries: the only place of these tests that knows its calls.
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
}
