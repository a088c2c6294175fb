/// A layer in the working reference system (metres, easting first); geometry may still be invalid.
///
/// Made by the projection stage only; to hold one is proof that a layer was transformed.
package struct ProjectedLayer: Equatable, Sendable {
  /// The layer's key in the plan, such as `red-line`.
  package let key: String
  package let grid: GaussKrugerGrid
  /// One row per feature, in the order of the source.
  package let geometry: GeometryColumn
  /// One per feature: the id attribute, or `#` and the file's feature number where there is none.
  package let ids: [FeatureID]
  package let attributes: AttributeTable

  package init(
    key: String, grid: GaussKrugerGrid, geometry: GeometryColumn, ids: [FeatureID],
    attributes: AttributeTable
  ) {
    precondition(ids.count == geometry.count, "One id for each feature.")
    self.key = key
    self.grid = grid
    self.geometry = geometry
    self.ids = ids
    self.attributes = attributes
  }

  package var count: Int { geometry.count }
}
