internal import LandModel
internal import SpatialIndex

/// What is worked out once for a constraint layer and then read by all workers.
struct ConstraintIndex: Sendable {
  let constraint: Constraint
  let boxes: BoxTree
  let edges: EdgeTree
  let polygons: PolygonIndex

  init(_ constraint: Constraint, workers: Int?) {
    let column = constraint.layer.geometry
    self.constraint = constraint
    boxes = BoxTree(column)
    edges = EdgeTree(column)
    polygons = PolygonIndex(column, workers: workers)
  }

  var column: GeometryColumn { constraint.layer.geometry }

  func id(_ row: Int) -> FeatureID { constraint.layer.ids[row] }
}
