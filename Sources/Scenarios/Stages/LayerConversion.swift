import Foundation
package import LandModel
import LayerStore
import Projections

/// Brings a layer from one file format and reference system to another.
package struct LayerConversion: Sendable {
  package let source: LayerAddress
  /// Reference system of a source that states none, or a wrong one.
  package let sourceCRS: CRSIdentifier?
  package let encoding: String?
  /// Reference system to write; nil keeps the source's, but for GeoJSON, which is in degrees on WGS 84
  /// unless another one is asked for (RFC 7946 §4).
  package let targetCRS: CRSIdentifier?

  package init(
    source: String, sourceCRS: CRSIdentifier?, encoding: String?, targetCRS: CRSIdentifier?
  ) {
    self.source = LayerAddress.parse(source)
    self.sourceCRS = sourceCRS
    self.encoding = encoding
    self.targetCRS = targetCRS
  }

  /// What a conversion did.
  package struct Report: Sendable {
    package let featureCount: Int
    package let from: CRSIdentifier
    package let to: CRSIdentifier
    /// PROJ's name of the operation; nil where positions stayed as they were.
    package let operation: String?
    /// What had to be assumed in reading or could not be kept in writing.
    package let remarks: [LocalizedText]
  }

  /// Reads, transforms and writes; the output appears whole or not at all.
  ///
  /// - Throws: ``LayerStoreError``, ``ProjectionError``, or ``ScenarioError/missingCRS(key:address:)``.
  package func write(to file: String, replacing: Bool) throws -> Report {
    let format = try OutputFormat(file: file)
    var options = ReadOptions()
    options.encoding = encoding
    let layer = try LayerReader.read(source, options: options)
    guard let from = sourceCRS ?? layer.crs else {
      throw ScenarioError.missingCRS(key: source.text, address: source)
    }
    let isGeoJSON = format == .geoJSON || format == .geoJSONSequence
    let to = targetCRS ?? (isGeoJSON ? CRSIdentifier(epsg: 4326) : from)
    var positions = layer.geometry.positions
    var operation: String?
    if to != from {
      let projector = try Projector(from: from, to: to)
      let lost = projector.transform(&positions)
      guard lost == 0 else {
        throw ScenarioError.positionsLost(address: source, count: lost, from: from, to: to)
      }
      operation = projector.operation
    }
    let name = URL(filePath: file).deletingPathExtension().lastPathComponent
    let remarks = try LayerWriter.write(
      [
        OutputLayer(
          name: name, crs: to, geometry: layer.geometry.replacingPositions(positions),
          attributes: layer.attributes)
      ],
      to: file, format: format, replacing: replacing)
    return Report(
      featureCount: layer.geometry.count, from: from, to: to, operation: operation,
      remarks: layer.remarks.map(\.text) + remarks)
  }
}
