import LandModel
import SpatialIndex
import Topology

/// Land that may stay open between features.
struct AllowedLand: Sendable {
  private let column: GeometryColumn
  private let tree: BoxTree

  init(_ column: GeometryColumn) {
    self.column = column
    tree = BoxTree(column)
  }

  /// Whether a gap lies in it, by a point inside the gap.
  func holds(_ gap: Geometry, in workspace: Workspace) throws(TopologyError) -> Bool {
    guard column.count > 0 else { return false }
    let inner = try Shape(gap, in: workspace).pointOnSurface().points()
    guard let point = inner.positions.first else { return false }
    var box = BoundingBox.empty
    box.extend(to: point)
    return tree.rows(meeting: box).contains { column.contains(point, inRow: $0) }
  }
}
