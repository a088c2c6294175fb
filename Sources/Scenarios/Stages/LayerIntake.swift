import Foundation
import LandModel
import LayerStore
import LayoutAnalysis
import Projections

/// Reads the layers of a plan and brings them into its working reference system.
struct LayerIntake {
  /// A layer on its way from file to validation.
  struct Layer {
    let declared: PlanLayer
    let address: LayerAddress
    let source: SourceLayer
    let projection: LayerProjection
    /// SHA-256 of the file's bytes; nil where nothing will print it.
    let sha256: String?
    /// Whether the system it was read in was told from magnitudes alone.
    var isGuessed = false

    /// What validation needs to know beside the layer itself.
    var input: LayerInput {
      var box = BoundingBox.empty
      let centres = source.geometry.boundingBoxes.map { row in
        guard !row.isEmpty else { return XY(.nan, .nan) }
        box.extend(to: row)
        return row.centre
      }
      return LayerInput(
        layer: projection.layer, expectation: declared.expectation,
        source: SourceFacts(
          declaredCRS: source.crs, usedCRS: projection.source, rawBoundingBox: box,
          rawCentres: centres, isGuessed: isGuessed, remarks: source.remarks))
    }
  }

  let declared: [PlanLayer]
  /// Folder that relative paths start from.
  let folder: URL
  /// Whether the files' bytes are hashed, which a record of the run needs.
  var hashesFiles = true

  /// Reads all layers, in the order declared.
  ///
  /// - Throws: ``LayerStoreError``, ``ProjectionError`` or ``ScenarioError`` for the first layer that
  ///   cannot be used: not readable, without reference system, empty where it must hold features, of
  ///   the wrong geometry.
  func layers(on grid: GaussKrugerGrid, progress: ProgressHandler) throws -> [Layer] {
    var layers: [Layer] = []
    for (index, layer) in declared.enumerated() {
      progress(RunProgress(stage: .read, done: index, total: declared.count))
      layers.append(try project(layer, try read(layer), on: grid))
    }
    progress(RunProgress(stage: .read, done: declared.count, total: declared.count))
    return layers
  }

  /// Reads one layer as its file holds it.
  ///
  /// - Parameters:
  ///   - needsCRS: whether a layer without reference system is refused.
  ///   - fieldsBeside: the fields to read beside those that the layer names; nil for all there are.
  func read(
    _ declared: PlanLayer, needsCRS: Bool = true, fieldsBeside: [String]? = nil
  ) throws -> SourceLayer {
    // A network address stays as it is, so that the reader refuses it by its own name.
    let isWhole = declared.file.hasPrefix("/") || declared.file.contains("://")
    let address = LayerAddress.parse(
      isWhole ? declared.file : folder.appending(path: declared.file).path(percentEncoded: false)
    )
    var options = ReadOptions()
    options.encoding = declared.encoding
    if let lon = declared.attributes["lon"] { options.eastingColumns = [lon] }
    if let lat = declared.attributes["lat"] { options.northingColumns = [lat] }
    if let fieldsBeside { options.fields = Set(declared.namedFields + fieldsBeside).sorted() }
    var source = try LayerReader.read(address, options: options)
    if let fields = options.fields, fields.contains(where: { source.attributes[$0] == nil }) {
      // Whoever refuses the layer for it names the fields there are.
      options.fields = nil
      source = try LayerReader.read(address, options: options)
    }
    try PositionColumns.require(in: source, declared, options: options)
    guard declared.crs != nil || source.crs != nil || !needsCRS else {
      throw ScenarioError.missingCRS(
        key: declared.key, address: address, example: source.exampleCRS)
    }
    return try source.selecting(declared)
  }

  /// Brings a layer into the working reference system.
  ///
  /// - Parameters:
  ///   - guess: the system to read positions in where nobody declares one.
  ///   - takesAnyKind: whether geometry that the role cannot use is let in, for validation to report.
  func project(
    _ declared: PlanLayer, _ source: SourceLayer, on grid: GaussKrugerGrid,
    guess: CRSIdentifier? = nil, takesAnyKind: Bool = false
  ) throws -> Layer {
    let isGuessed = declared.crs == nil && source.crs == nil && guess != nil
    try check(source, declared: declared, takesAnyKind: takesAnyKind)
    let projection = try LayerProjection(
      of: source, key: declared.key, idAttribute: declared.attributes["id"],
      declaredCRS: isGuessed ? guess : declared.crs, to: grid)
    return Layer(
      declared: declared, address: source.address, source: source, projection: projection,
      sha256: hashesFiles ? try Checksum.sha256(ofLayerFile: source.address.file) : nil,
      isGuessed: isGuessed)
  }

  /// Refuses what the layer's role cannot use.
  private func check(
    _ source: SourceLayer, declared: PlanLayer, takesAnyKind: Bool
  ) throws {
    guard source.geometry.count > 0 || declared.role.mayBeEmpty else {
      throw ScenarioError.emptyLayer(key: declared.key, address: source.address)
    }
    guard !takesAnyKind, let expected = declared.role.geometryKinds else { return }
    let ids = declared.attributes["id"].flatMap { source.attributes[$0] }
    for (row, kind) in source.geometry.kinds.enumerated() {
      guard kind == .null || expected.contains(kind) else {
        throw ScenarioError.wrongGeometry(
          key: declared.key, address: source.address,
          feature: FeatureID(ids?.text(at: row) ?? "#\(source.numbers[row])"), expected: expected,
          found: kind)
      }
    }
  }
}

extension SourceLayer {
  /// The box of all positions as stored.
  var rawBox: BoundingBox {
    var box = BoundingBox.empty
    for row in 0..<geometry.count { box.extend(to: geometry.boundingBox(ofRow: row)) }
    return box
  }

  /// A system that the positions may be in, to name where none is declared: CGCS2000 in degrees, or as an
  /// example of a grid the 3° zone at 114°E.
  var exampleCRS: CRSIdentifier {
    let box = rawBox
    let isDegrees =
      !box.isEmpty
      && [XY(box.minX, box.minY), XY(box.maxX, box.maxY)].allSatisfy(\.isInRangeOfDegrees)
    return CRSIdentifier(epsg: isDegrees ? 4490 : 4547)
  }
}

extension PlanLayer {
  /// Fields that the layer's declaration speaks of, in alphabetical order.
  fileprivate var namedFields: [String] {
    let names =
      attributes.values + conditions.map(\.attribute) + fields.map(\.name)
      + [declaredArea?.attribute].compactMap { $0 }
    return Set(names).sorted()
  }
}

extension PlanRole {
  /// Whether a plan makes sense with no feature in the layer: a city may have no red line.
  fileprivate var mayBeEmpty: Bool {
    switch self {
    case .constraint, .context, .access, .resources, .settlements: true
    case .administrative, .candidates, .elevation, .parcels: false
    }
  }

  /// Kinds of geometry that the role can use; nil for any.
  fileprivate var geometryKinds: [GeometryKind]? {
    switch self {
    case .administrative, .candidates, .parcels: [.polygon]
    case .elevation: [.point]
    case .resources, .settlements: [.point, .polygon]
    case .access, .constraint, .context: nil
    }
  }
}
