internal import LandModel
internal import SpatialIndex

/// The polygons of a layer as grids of edges.
struct PolygonIndex: Sendable {
  /// A grid by reference: to copy its arrays for each pair would count their owners each time.
  private final class Shared: Sendable {
    let grid: EdgeGrid

    init(_ grid: EdgeGrid) { self.grid = grid }
  }

  let column: GeometryColumn
  /// For each polygonal feature its grid of edges; nil for points, lines and empty features.
  private let grids: [Shared?]

  /// - Complexity: O(v) in the positions of the layer.
  init(_ column: GeometryColumn, workers: Int?) {
    self.column = column
    grids = Chunks.map(count: column.count, size: 64, workers: workers) { rows in
      rows.map { row in
        column.kinds[row] == .polygon && !column.parts(ofRow: row).isEmpty
          ? Shared(EdgeGrid(row: row, of: column)) : nil
      }
    }.flatMap { $0 }
  }

  /// Whether a feature has land.
  func isPolygon(_ feature: Int) -> Bool { grids[feature] != nil }

  /// How a box lies to a feature, as far as its grid tells; apart where it has no land.
  func relation(of feature: Int, to box: BoundingBox) -> EdgeGrid.WindowRelation {
    grids[feature]?.grid.relation(to: box) ?? .apart
  }

  /// The area that a feature has in common with a polygon, in the plane.
  func overlapArea(
    of feature: Int, with other: inout PolygonEdges, window: inout EdgeWindow
  ) -> Double {
    grids[feature]?.grid.overlapArea(with: &other, in: column, window: &window) ?? 0
  }
}
