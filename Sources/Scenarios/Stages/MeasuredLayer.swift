import LandModel
import LayerStore
import LayoutAnalysis
import Projections

/// A layer that distances are measured to or from: read without what is not asked for.
struct MeasuredLayer {
  /// Validity and reference system: what a distance depends on.
  static let parameters = BoundaryParameters(selection: .measurable)

  let declared: PlanLayer
  let source: SourceLayer
  let system: CRSIdentifier

  init(_ declared: PlanLayer) throws {
    let address = LayerAddress.parse(declared.file)
    var options = ReadOptions(
      encoding: declared.encoding,
      fields: ["id", "category", "weight"].compactMap { declared.attributes[$0] })
    if let lon = declared.attributes["lon"] { options.eastingColumns = [lon] }
    if let lat = declared.attributes["lat"] { options.northingColumns = [lat] }
    source = try LayerReader.read(address, options: options)
    self.declared = declared
    try PositionColumns.require(in: source, declared, options: options)
    guard source.geometry.count > 0 else {
      throw ScenarioError.emptyLayer(key: declared.key, address: address)
    }
    guard let system = declared.crs ?? source.crs else {
      throw ScenarioError.missingCRS(
        key: declared.key, address: address, example: source.exampleCRS)
    }
    self.system = system
    for use in ["category", "weight"] {
      guard let name = declared.attributes[use], source.attributes[name] == nil else { continue }
      throw ScenarioError.missingAttribute(
        key: declared.key, address: address, attribute: name,
        use: use == "category" ? "kind" : use, available: try LayerReader.fieldNames(of: address))
    }
    if let name = declared.attributes["id"], source.attributes[name] == nil {
      throw ProjectionError.idAttributeMissing(
        layer: declared.key, name: name, available: try LayerReader.fieldNames(of: address))
    }
  }

  /// The layer on the grid, for validation.
  func input(on grid: GaussKrugerGrid) throws -> LayerInput {
    let projection = try LayerProjection(
      of: source, key: declared.key, idAttribute: declared.attributes["id"],
      declaredCRS: declared.crs, to: grid)
    return LayerInput(
      layer: projection.layer, expectation: declared.expectation,
      source: SourceFacts(
        declaredCRS: source.crs, usedCRS: system, rawBoundingBox: source.rawBox,
        remarks: source.remarks))
  }

  /// Refuses what cannot be counted: a feature that is no point, or several.
  func requirePoints() throws {
    let ids = declared.attributes["id"].flatMap { source.attributes[$0] }
    func feature(_ row: Int) -> FeatureID {
      FeatureID(ids?.text(at: row) ?? "#\(source.numbers[row])")
    }
    for (row, kind) in source.geometry.kinds.enumerated() where kind != .null {
      guard kind == .point else {
        throw ScenarioError.wrongGeometry(
          key: declared.key, address: source.address, feature: feature(row), expected: [.point],
          found: kind)
      }
      let count = source.geometry.range(ofRow: row).count
      guard count <= 1 else {
        throw ScenarioError.severalPoints(
          key: declared.key, address: source.address, feature: feature(row), count: count)
      }
    }
  }

  /// The points that passed, by kind, with their weights.
  func kindedPoints(_ checked: CheckedLayer) throws -> KindedPoints {
    let kinds = declared.attributes["category"].flatMap { checked.attributes[$0] }.map { column in
      (0..<checked.count).map { column.text(at: $0).flatMap(MissingText.value) }
    }
    let weights = try declared.attributes["weight"].map { name in
      let column = checked.attributes[name]
      return try (0..<checked.count).map { row in
        guard let number = column?.number(at: row), number.isFinite, number >= 0 else {
          throw ScenarioError.wrongAttribute(
            key: declared.key, address: source.address, feature: checked.ids[row],
            attribute: name, found: column?.text(at: row), expected: "a number of 0 or more")
        }
        return number
      }
    }
    let points = KindedPoints(checked, kinds: kinds, weights: weights)
    guard points.kinds.count <= LayerQuestions.mostKinds else {
      throw ScenarioError.tooManyKinds(
        key: declared.key, address: source.address,
        attribute: declared.attributes["category"] ?? "", count: points.kinds.count,
        limit: LayerQuestions.mostKinds)
    }
    return points
  }
}
