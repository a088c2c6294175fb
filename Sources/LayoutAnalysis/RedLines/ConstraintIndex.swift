internal import LandModel
internal import SpatialIndex

/// What is worked out once for a constraint layer and then read by all workers.
struct ConstraintIndex: Sendable {
  let constraint: Constraint
  let boxes: BoxTree
  let edges: EdgeTree
  /// For each polygonal feature its grid of edges; nil for points, lines and empty features.
  let grids: [EdgeGrid?]

  init(_ constraint: Constraint, workers: Int?) {
    let column = constraint.layer.geometry
    self.constraint = constraint
    boxes = BoxTree(column)
    edges = EdgeTree(column)
    grids = Chunks.map(count: column.count, size: 64, workers: workers) { rows in
      rows.map { row in
        column.kinds[row] == .polygon && !column.parts(ofRow: row).isEmpty
          ? EdgeGrid(row: row, of: column) : nil
      }
    }.flatMap { $0 }
  }

  var column: GeometryColumn { constraint.layer.geometry }

  func id(_ row: Int) -> FeatureID { constraint.layer.ids[row] }
}
