import Foundation
package import LandModel
package import LayerStore
import LayoutAnalysis
package import Projections

/// The features of an input as numbered records, in runs, for questions that answer each by itself.
///
/// An input is standard input, a file of GeoJSON text, both read in the memory of a run, or a layer of
/// any other file, which is read whole. A run ends where waiting would begin, so that nothing that has
/// come is kept from being answered.
package struct FeatureRecords: ~Copyable {
  /// A feature, as its input states it.
  package struct Feature: Sendable {
    /// The id attribute's value, the member `id`, or `#` and the number the file gives.
    package let id: FeatureID
    /// Whether the id is the feature's own and not its place in the input.
    package let isNamed: Bool
    /// Ordinates as stored.
    package let geometry: Geometry
    /// Why a geometry that is stated is not there; nil where there is no such fault.
    package let geometryFault: LocalizedText?
    /// The values of the fields asked for, as text, in that order; nil where the feature has none.
    package let values: [String?]
  }

  /// A record of the input.
  package struct Record: Sendable {
    /// Place in the input, from 1.
    package let number: Int
    /// Nil where the record cannot be read.
    package let feature: Feature?
    /// Why it cannot be read.
    package let fault: LocalizedText?
  }

  /// The file name that stands for standard input.
  package static let standardInput = "-"
  /// A run is no longer than this.
  private static let mostRecords = 2048
  /// A run takes no further record beyond this many positions: memory is that of a run.
  private static let mostPositions = 1 << 18

  /// Records read so far, those of other shards among them.
  package private(set) var count = 0
  /// The error that ended the input before its end; nil where it came to its end.
  package private(set) var loss: LayerStoreError?
  /// The first geometry with a position, of any shard.
  package private(set) var firstPlaced: Geometry?
  private var stream: FeatureStream?
  private let layer: SourceLayer?
  private let declared: PlanLayer
  private let shard: Shard?
  /// Attributes that are kept.
  package let fields: [String]

  /// Opens an input.
  ///
  /// - Parameters:
  ///   - declared: its file is a path, or ``standardInput``.
  ///   - shard: the part whose records are given; nil for all.
  ///   - fields: attributes to keep.
  /// - Throws: ``LayerStoreError`` where it cannot be read, ``ProjectionError`` where a layer lacks the id
  ///   attribute.
  package init(_ declared: PlanLayer, shard: Shard? = nil, fields: [String] = []) throws {
    self.declared = declared
    self.fields = fields
    self.shard = shard
    if declared.file == Self.standardInput {
      stream = .standardInput()
      layer = nil
      return
    }
    let address = LayerAddress.parse(declared.file)
    if declared.conditions.isEmpty, try FeatureStream.isGeoJSON(address) {
      try Self.requireAttributes(declared, fields, at: address)
      stream = try FeatureStream(file: address.file)
      layer = nil
      return
    }
    let folder = URL(filePath: FileManager.default.currentDirectoryPath)
    let source = try LayerIntake(declared: [declared], folder: folder)
      .read(declared, needsCRS: false)
    for field in fields where source.attributes[field] == nil {
      throw ScenarioError.missingAttribute(
        key: declared.key, address: address, attribute: field, use: "town",
        available: source.attributes.names)
    }
    if let id = declared.attributes["id"], source.attributes[id] == nil {
      throw ProjectionError.idAttributeMissing(
        layer: declared.key, name: id, available: source.attributes.names)
    }
    stream = nil
    layer = source
  }

  /// Refuses a file of GeoJSON text without a feature that has the id attribute, or a field.
  ///
  /// Reads up to the first feature that has the last of them, mostly the first of all.
  private static func requireAttributes(
    _ declared: PlanLayer, _ fields: [String], at address: LayerAddress
  ) throws {
    let id = declared.attributes["id"]
    var missing = fields + [id].compactMap { $0 }
    var names: [String] = []
    var known: Set<String> = []
    var stream = try FeatureStream(file: address.file)
    while !missing.isEmpty {
      do throws(LayerStoreError) {
        guard let feature = try stream.next() else { break }
        for (name, _) in feature.attributes where known.insert(name).inserted {
          names.append(name)
        }
        missing.removeAll(where: known.contains)
      } catch {
        // Told, with its place, when the records are read.
        guard case .brokenJSON = error, !stream.losesRest else { return }
      }
    }
    guard let name = missing.first, !names.isEmpty else { return }
    if name == id {
      throw ProjectionError.idAttributeMissing(
        layer: declared.key, name: name, available: names)
    }
    throw ScenarioError.missingAttribute(
      key: declared.key, address: address, attribute: name, use: "town", available: names)
  }

  /// Reads a stream that is open already.
  package init(_ stream: consuming FeatureStream, declared: PlanLayer, shard: Shard? = nil) {
    self.declared = declared
    self.shard = shard
    self.stream = consume stream
    layer = nil
    fields = []
  }

  /// The reference system of the features read so far.
  ///
  /// - Throws: ``ProjectionError/systemMissing(layer:)`` where neither user nor input states one.
  package mutating func system() throws(ProjectionError) -> CRSIdentifier {
    guard let system = declared.crs ?? layer?.crs ?? stream?.crs else {
      throw .systemMissing(layer: declared.key)
    }
    return system
  }

  /// The next records of the shard; nil at the end.
  ///
  /// A record of a sequence that cannot be read has its fault, and records behind it follow. A collection
  /// that breaks ends with such a record, and ``loss`` says so.
  ///
  /// - Throws: ``LayerStoreError`` where the input cannot be read, or nothing of it was GeoJSON.
  package mutating func nextRun() throws -> [Record]? {
    var run: [Record] = []
    var positions = 0
    while run.count < Self.mostRecords, positions < Self.mostPositions, loss == nil {
      guard let record = try next(waits: run.isEmpty) else { break }
      if firstPlaced == nil, let geometry = record.feature?.geometry, !geometry.isEmpty {
        firstPlaced = geometry
      }
      guard shard?.holds(record: record.number) != false else { continue }
      positions += record.feature?.geometry.positions.count ?? 0
      run.append(record)
    }
    return run.isEmpty ? nil : run
  }

  private mutating func next(waits: Bool) throws(LayerStoreError) -> Record? {
    if let layer {
      guard count < layer.geometry.count else { return nil }
      count += 1
      return Record(number: count, feature: feature(ofRow: count - 1, of: layer), fault: nil)
    }
    let feature: StreamedFeature?
    do throws(LayerStoreError) {
      feature = waits ? try stream?.next() : try stream?.nextAtHand()
    } catch {
      return try record(of: error)
    }
    guard let feature else { return nil }
    count += 1
    return Record(number: count, feature: self.feature(feature), fault: nil)
  }

  private mutating func record(of error: LayerStoreError) throws(LayerStoreError) -> Record {
    guard case .brokenJSON(_, let place, let fault) = error, fault != .wideEncoding else {
      throw error
    }
    count += 1
    if stream?.losesRest == true {
      // Nothing of it was GeoJSON: no record to speak of.
      guard count > 1 || fault != .notAFeature else { throw error }
      loss = error
    }
    let own = stream?.ownFault(fault, at: place) ?? (fault: fault, byte: place.byte)
    return Record(
      number: count, feature: nil, fault: StreamTexts.text(of: own.fault, atByte: own.byte))
  }

  private func feature(_ feature: StreamedFeature) -> Feature {
    let stated = declared.attributes["id"].flatMap { attribute in
      feature.attributes.first { $0.name == attribute }?.value.text
    }.flatMap { MissingText.value($0) == nil ? nil : FeatureID($0) }
    return Feature(
      id: stated ?? feature.id ?? FeatureID("#\(feature.number)"),
      isNamed: stated != nil || feature.id != nil, geometry: feature.geometry,
      geometryFault: feature.fault.map {
        StreamTexts.text(of: $0.fault, atByte: $0.place.byte - feature.place.byte)
      },
      values: fields.map { field in
        feature.attributes.last { $0.name == field }?.value.plainText
      })
  }

  private func feature(ofRow row: Int, of layer: SourceLayer) -> Feature {
    let stated = declared.attributes["id"].flatMap { layer.attributes[$0]?.text(at: row) }
      .flatMap { MissingText.value($0) == nil ? nil : FeatureID($0) }
    let remark = layer.remarks.first { $0.kind == .unreadable && $0.rows.contains(row) }
    return Feature(
      id: stated ?? FeatureID("#\(layer.numbers[row])"), isNamed: stated != nil,
      geometry: layer.geometry.geometry(ofRow: row), geometryFault: remark?.text,
      values: fields.map { layer.attributes[$0]?.classText(at: row) })
  }
}

extension AttributeValue {
  /// The value as text, a whole number without decimals, as a column of numbers gives a class.
  fileprivate var plainText: String? {
    if case .real(let number) = self, number == number.rounded(), abs(number) < 1e15 {
      return "\(Int64(number))"
    }
    return text
  }
}
