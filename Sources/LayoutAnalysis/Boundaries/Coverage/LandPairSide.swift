import LandModel
import SpatialIndex

/// The polygons of one layer, as one side of pairs that may share land.
struct LandPairSide: Sendable {
  let column: GeometryColumn
  /// For each ring of the column whether its polygon lies left of it.
  let hasLandOnLeft: [Bool]
  /// The large rows' edges by the cells of a grid, so that a small neighbour looks at those near it only.
  let grids: [Int: EdgeGrid]

  /// Positions from which on a row is large: then a look at all edges takes longer than the grid's.
  private static let large = 2048

  init(_ view: LayerView) {
    column = view.column
    hasLandOnLeft = view.matching.hasLandOnLeft
    let (column, rows) = (
      view.column, view.polygonRows.filter { view.column.range(ofRow: $0).count >= Self.large }
    )
    let grids = Chunks.map(count: rows.count, size: 1, workers: view.workers) { range in
      EdgeGrid(row: rows[range.lowerBound], of: column)
    }
    self.grids = Dictionary(uniqueKeysWithValues: zip(rows, grids))
  }
}
