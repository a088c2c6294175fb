package import LandModel

/// A layer in the working grid, and how it came there.
package struct LayerProjection: Equatable, Sendable {
  package let layer: ProjectedLayer
  /// The system the layer came from, as declared by its file or by the plan.
  package let source: CRSIdentifier
  /// PROJ's name of the operation; nil where the layer was in the working grid already.
  package let operation: String?
  /// Rows with positions that the projection cannot express; those positions are not finite now.
  package let rowsNotTransformed: [Int]

  /// Brings a layer into the working grid.
  ///
  /// A layer that is in the grid already keeps its ordinates bit for bit.
  ///
  /// - Parameters:
  ///   - source: the layer as read.
  ///   - key: the layer's key in the plan.
  ///   - idAttribute: the attribute that holds ids; nil for the file's feature numbers as `#1`.
  ///   - declaredCRS: the system the plan declares for the layer; it wins over the file's.
  ///   - grid: the working grid.
  /// - Throws: ``ProjectionError``.
  /// - Complexity: O(v) in vertices.
  package init(
    of source: SourceLayer, key: String, idAttribute: String? = nil,
    declaredCRS: CRSIdentifier? = nil, to grid: GaussKrugerGrid
  ) throws(ProjectionError) {
    guard let system = declaredCRS ?? source.crs else { throw .systemMissing(layer: key) }
    let ids = try Self.ids(of: source, key: key, attribute: idAttribute)
    var geometry = source.geometry
    var rows: [Int] = []
    if system == grid.crs {
      operation = nil
    } else {
      let projector = try Projector(from: system, to: grid)
      var positions = geometry.positions
      let lost = projector.transform(&positions)
      if lost > 0 { rows = Self.rowsLost(from: geometry, to: positions) }
      geometry = geometry.replacingPositions(positions)
      operation = projector.operation
    }
    self.source = system
    rowsNotTransformed = rows
    layer = ProjectedLayer(
      key: key, grid: grid, geometry: geometry, ids: ids, attributes: source.attributes)
  }

  /// One id for each feature; where the attribute is empty, the feature number stands in.
  private static func ids(
    of source: SourceLayer, key: String, attribute: String?
  ) throws(ProjectionError) -> [FeatureID] {
    var column: AttributeColumn?
    // A file without features may have no columns either, as GeoJSON.
    if let attribute, !source.numbers.isEmpty {
      column = source.attributes[attribute]
      guard column != nil else {
        throw .idAttributeMissing(
          layer: key, name: attribute, available: source.attributes.names)
      }
    }
    return source.numbers.enumerated().map { row, number in
      column?.id(at: row) ?? FeatureID("#" + String(number))
    }
  }

  private static func rowsLost(from geometry: GeometryColumn, to positions: [XY]) -> [Int] {
    (0..<geometry.count).filter { row in
      geometry.range(ofRow: row).contains {
        geometry.positions[$0].isFinite && !positions[$0].isFinite
      }
    }
  }
}
