/// A layer whose geometries passed validation: what questions about land work on.
///
/// Rows that failed are left out; `sourceRows` tells which remain. Made by boundary validation, the one
/// caller of the initialiser (tests apart); downstream does not check again.
package struct CheckedLayer: Equatable, Sendable {
  package let key: String
  package let grid: GaussKrugerGrid
  package let geometry: GeometryColumn
  package let ids: [FeatureID]
  package let attributes: AttributeTable
  /// For each row here, its row in the projected layer; ascending.
  package let sourceRows: [Int]

  /// Keeps the rows of a projected layer that passed.
  package init(_ layer: ProjectedLayer, keepingValidRows rows: [Int]) {
    key = layer.key
    grid = layer.grid
    sourceRows = rows
    if rows.count == layer.count {
      (geometry, ids, attributes) = (layer.geometry, layer.ids, layer.attributes)
    } else {
      geometry = layer.geometry.selecting(rows: rows)
      ids = rows.map { layer.ids[$0] }
      attributes = layer.attributes.selecting(rows: rows)
    }
  }

  package var count: Int { geometry.count }
}
