internal import LandModel
internal import SpatialIndex

/// The polygons of a layer as grids of edges.
struct PolygonIndex: Sendable {
  let column: GeometryColumn
  /// For each polygonal feature its grid of edges; nil for points, lines and empty features.
  let grids: [EdgeGrid?]

  /// - Complexity: O(v) in the positions of the layer.
  init(_ column: GeometryColumn, workers: Int?) {
    self.column = column
    grids = Chunks.map(count: column.count, size: 64, workers: workers) { rows in
      rows.map { row in
        column.kinds[row] == .polygon && !column.parts(ofRow: row).isEmpty
          ? EdgeGrid(row: row, of: column) : nil
      }
    }.flatMap { $0 }
  }
}
