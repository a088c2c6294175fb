import LandModel
import Projections

/// Brings the features of a run onto a grid, with one transformation for all runs.
struct RecordProjection: ~Copyable {
  private let key: String
  private var projector: Projector?
  /// Whether positions are read as degrees.
  private(set) var isFromDegrees = false

  init(key: String) { self.key = key }

  /// The features as a layer in their order, with the fields kept as texts.
  ///
  /// Positions that the projection cannot express are not finite afterwards.
  mutating func layer(
    of features: [FeatureRecords.Feature], fields: [String] = [], from system: CRSIdentifier,
    to grid: GaussKrugerGrid
  ) throws(ProjectionError) -> ProjectedLayer {
    var geometry = GeometryColumn(features.map(\.geometry))
    if system != grid.crs, !geometry.positions.isEmpty {
      if projector == nil || projector?.source != system || projector?.target != grid.crs {
        let made = try Projector(from: system, to: grid)
        isFromDegrees = made.isFromDegrees
        projector = consume made
      }
      var positions = geometry.positions
      _ = projector?.transform(&positions)
      geometry = geometry.replacingPositions(positions)
    }
    return ProjectedLayer(
      key: key, grid: grid, geometry: geometry, ids: features.map(\.id),
      attributes: AttributeTable(
        names: fields,
        columns: fields.indices.map { place in .text(features.map { $0.values[place] }) }))
  }
}

extension [FeatureRecords.Feature] {
  /// The geometries that could not be read, as a reader's remarks.
  var remarks: [SourceRemark] {
    enumerated().compactMap { row, feature in
      feature.geometryFault.map { SourceRemark(.unreadable, rows: [row], text: $0) }
    }
  }
}
