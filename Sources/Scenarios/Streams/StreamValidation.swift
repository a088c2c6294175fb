package import LandModel
package import LayerStore
package import LayoutAnalysis
import Projections

/// Validates the features of a stream one by one, in the memory of one.
package struct StreamValidation: ~Copyable {
  /// What was found about one record.
  package struct Record: Sendable {
    /// Place of the record in the stream, from 1.
    package let number: Int
    /// The id attribute's value, the member `id`, or the place; nil where there is no feature.
    package let id: FeatureID?
    package let findings: [Finding]
    /// Grid that the findings lie on; nil where they have no place.
    package let grid: GaussKrugerGrid?
  }

  /// What results call the stream.
  package static let layerKey = "-"

  /// Counts so far.
  package private(set) var validation: FeatureValidation
  /// The error that ended the stream before its end; nil where it came to its end.
  package private(set) var loss: LayerStoreError?
  private var stream: FeatureStream
  private let crs: String?
  private let declaredCRS: CRSIdentifier?
  private let idAttribute: String?
  private var projector: Projector?
  private var grid: GaussKrugerGrid?
  /// Grid of features without geometry, as long as none had one.
  private var provisionalGrid: GaussKrugerGrid?
  private var count = 0

  /// - Parameters:
  ///   - layer: what is declared of the stream; its file is not opened.
  ///   - crs: working reference system; nil for the 3° zone of the first feature.
  package init(
    _ stream: consuming FeatureStream, declared layer: PlanLayer, crs: String?,
    parameters: BoundaryParameters
  ) {
    self.stream = stream
    self.crs = crs
    declaredCRS = layer.crs
    idAttribute = layer.attributes["id"]
    validation = FeatureValidation(parameters: parameters)
  }

  /// What the next record breaks; nil at the end.
  ///
  /// A record of a sequence that cannot be read is a finding, and the next call goes on behind it. A
  /// collection that breaks ends the stream with such a finding, and ``loss`` says so.
  ///
  /// - Throws: ``LayerStoreError`` where the stream cannot be read, ``ProjectionError`` for a reference
  ///   system that cannot be used.
  package mutating func next() throws -> Record? {
    guard loss == nil else { return nil }
    let feature: StreamedFeature?
    do { feature = try stream.next() } catch {
      return try record(of: error)
    }
    guard let feature else { return nil }
    count += 1
    let id = id(of: feature)
    guard let layer = try projected(feature, id: id) else { return nil }
    let remarks = feature.fault.map {
      [SourceRemark(.unreadable, rows: [0], text: StreamTexts.text(of: $0))]
    }
    return Record(
      number: count, id: id,
      findings: try validation.findings(in: layer, remarks: remarks ?? []), grid: layer.grid)
  }

  private mutating func record(of error: LayerStoreError) throws -> Record {
    guard case .brokenJSON(_, let place, let fault) = error, fault != .wideEncoding else {
      throw error
    }
    count += 1
    if stream.losesRest {
      // Nothing of it was GeoJSON: no record to speak of.
      guard count > 1 || fault != .notAFeature else { throw error }
      loss = error
    }
    let finding = validation.brokenRecord(
      layer: Self.layerKey, message: StreamTexts.text(of: fault, at: place))
    return Record(number: count, id: nil, findings: [finding], grid: nil)
  }

  private func id(of feature: StreamedFeature) -> FeatureID {
    if let idAttribute,
      let text = feature.attributes.first(where: { $0.name == idAttribute })?.value.text,
      MissingText.value(text) != nil
    {
      return FeatureID(text)
    }
    return feature.id ?? FeatureID("#\(feature.number)")
  }

  /// The feature as a layer of one row on the working grid.
  private mutating func projected(
    _ feature: StreamedFeature, id: FeatureID
  ) throws -> ProjectedLayer? {
    guard let system = declaredCRS ?? stream.crs else {
      throw ProjectionError.systemMissing(layer: Self.layerKey)
    }
    let grid = try grid(of: feature.geometry, in: system)
    var geometry = GeometryColumn(CollectionOfOne(feature.geometry))
    if system != grid.crs, !geometry.positions.isEmpty {
      if projector == nil || projector?.source != system {
        projector = try Projector(from: system, to: grid)
      }
      var positions = geometry.positions
      _ = projector?.transform(&positions)
      geometry = geometry.replacingPositions(positions)
    }
    return ProjectedLayer(
      key: Self.layerKey, grid: grid, geometry: geometry, ids: [id], attributes: AttributeTable())
  }

  /// The stream's grid, which the first feature with a geometry chooses.
  ///
  /// A feature without geometry says nothing about the zone of those that follow.
  private mutating func grid(
    of geometry: Geometry, in system: CRSIdentifier
  ) throws -> GaussKrugerGrid {
    if let grid { return grid }
    if geometry.isEmpty {
      let made = try provisionalGrid ?? chooseGrid(for: geometry, in: system)
      provisionalGrid = made
      return made
    }
    let chosen = try chooseGrid(for: geometry, in: system)
    grid = chosen
    projector = nil
    return chosen
  }

  private func chooseGrid(
    for geometry: Geometry, in system: CRSIdentifier
  ) throws -> GaussKrugerGrid {
    if let crs { return try WorkingGrid.resolve(crs) }
    return try GridChoice.grid(for: geometry.positions, in: system)
  }
}
