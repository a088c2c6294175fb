import Foundation
package import LandModel
package import LayerStore
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
  /// Of a survey text: the zone, and whether it stands before the eastings; not with a target system.
  ///
  /// Nil as ``SurveyTextOptions/system(of:longitude:zone:isPrefixed:)`` says.
  package let zone: (number: Int?, isPrefixed: Bool?)
  /// Encoding of a survey text.
  package let outputEncoding: SurveyTextOptions.Encoding
  /// Digits of GeoJSON's ordinates; nil for what the reference system asks for.
  package let precision: GeoJSONPrecision?

  package init(
    source: String, sourceCRS: CRSIdentifier?, encoding: String?, targetCRS: CRSIdentifier?,
    zone: (number: Int?, isPrefixed: Bool?) = (nil, nil),
    outputEncoding: SurveyTextOptions.Encoding = .gbk, precision: GeoJSONPrecision? = nil
  ) {
    self.source = LayerAddress.parse(source)
    self.sourceCRS = sourceCRS
    self.encoding = encoding
    self.targetCRS = targetCRS
    self.zone = zone
    self.outputEncoding = outputEncoding
    self.precision = precision
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
  /// - Throws: ``LayerStoreError``, ``ProjectionError``, or ``ScenarioError/missingCRS(key:address:example:)``.
  package func write(to file: String, replacing: Bool) throws -> Report {
    let format = try OutputFormat(file: file)
    try WholeFile.prepare(file, replacing: replacing)
    var options = ReadOptions()
    options.encoding = encoding
    let layer = try LayerReader.read(source, options: options)
    guard let from = sourceCRS ?? layer.crs else {
      throw ScenarioError.missingCRS(
        key: source.text, address: source, example: layer.exampleCRS)
    }
    let to = try targetCRS ?? defaultTarget(of: layer, in: from, file: file, format: format)
    var positions = layer.geometry.positions
    var operation: String?
    if to != from {
      let projector = try Projector(from: from, to: to)
      let lost = projector.transform(&positions)
      guard lost == 0 else {
        let before = layer.geometry.positions
        let first = before.indices.first { before[$0].isFinite && !positions[$0].isFinite }
        let row = first.flatMap { first in
          (0..<layer.geometry.count).first { layer.geometry.range(ofRow: $0).contains(first) }
        }
        throw ScenarioError.positionsLost(
          address: source, count: lost, from: from, to: to,
          feature: row.map { FeatureID("#\(layer.numbers[$0])") },
          position: first.map { before[$0] })
      }
      operation = projector.operation
    }
    let name = URL(filePath: file).deletingPathExtension().lastPathComponent
    let remarks = try LayerWriter.write(
      [
        OutputLayer(
          name: name, crs: to, geometry: layer.geometry.replacingPositions(positions),
          attributes: layer.attributes, numbers: layer.statedNumbers)
      ],
      to: file, format: format, replacing: replacing,
      survey: SurveyTextOptions(encoding: outputEncoding), precision: precision)
    return Report(
      featureCount: layer.geometry.count, from: from, to: to, operation: operation,
      remarks: layer.remarks.map(\.text) + remarks)
  }

  /// The reference system that a format is written in where none is asked for.
  private func defaultTarget(
    of layer: SourceLayer, in from: CRSIdentifier, file: String, format: OutputFormat
  ) throws -> CRSIdentifier {
    switch format {
    case .geoJSON, .geoJSONSequence, .geoJSONLines: return CRSIdentifier(epsg: 4326)
    case .surveyText:
      let target = try SurveyTextOptions.system(
        of: from, longitude: { try middleLongitude(of: layer, in: from) }, zone: zone.number,
        isPrefixed: zone.isPrefixed)
      guard let target else {
        throw LayerStoreError.notRepresentable(
          file: file, layer: layer.address.layer ?? source.text,
          reason: "there is no zone of China where the layer lies; name one by --zone")
      }
      return target
    default: return from
    }
  }

  private func middleLongitude(of layer: SourceLayer, in system: CRSIdentifier) throws -> Double {
    var box = BoundingBox.empty
    for position in layer.geometry.positions where position.isFinite { box.extend(to: position) }
    guard !box.isEmpty else { return 114 }
    // The geographic systems of the national datums and WGS 84 are in degrees already.
    if let code = system.epsg, [4490, 4610, 4214, 4326].contains(code) { return box.centre.x }
    var middle = [box.centre]
    let projector = try Projector(from: system, to: CRSIdentifier(epsg: 4490))
    return projector.transform(&middle) == 0 ? middle[0].x : .infinity
  }
}

extension SourceLayer {
  /// The feature numbers, if they say more than the order of the rows does.
  var statedNumbers: [Int64]? {
    let isOrder = numbers.enumerated().allSatisfy { $0.element == Int64($0.offset) }
    return isOrder ? nil : numbers
  }
}
