import Foundation
import LandModel
import TestSupport
import Testing

@testable import LayoutAnalysis

/// A hand-made case of `fixtures/cases/validate`: a layer, what is declared about it, and every finding
/// it must give.
struct BoundaryCase: CustomTestStringConvertible {
  let folder: URL

  /// All cases, by name.
  static let all: [BoundaryCase] = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../fixtures/cases/validate").standardized
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
    return names.sorted().map { BoundaryCase(folder: root.appendingPathComponent($0)) }
  }()

  var testDescription: String { folder.lastPathComponent }

  /// What `case.json` states; everything but the findings and the rows kept may be left out.
  struct Statement: Decodable {
    struct Expected: Decodable {
      let rule: RuleCode
      let severity: Severity
      let features: [String]
      let value: Double?
      let limit: Double?
      let unit: MeasureUnit?
      /// Points as they must be found, in any order; or the box and the area of a place.
      let points: [[Double]]?
      let box: [Double]?
      let area: Double?
      /// Part, ring and vertex; later ones may be left out.
      let element: [Int]?
      /// Whether a waiver accepts it; left out for one that stands.
      let waived: Bool?
      /// Key of the layer, where it is not the first; and the other layer with its features.
      let layer: String?
      let otherLayer: String?
      let otherFeatures: [String]?
    }

    /// A further layer of the case, in `KEY.geojson`, and what is declared about it.
    struct Layer: Decodable {
      let key: String
      let isCoverage: Bool?
      let controlLine: ControlLine?
      let edgeMatches: [String]?
    }

    struct AcceptedFindings: Decodable {
      let rule: RuleCode
      let features: [String]
      let reason: String
      let author: String
    }

    struct Source: Decodable {
      let declaredCRS: String?
      let usedCRS: String
      let rawBox: [Double]?
      let rawCentres: [[Double]]?
      let isGuessed: Bool?
      let remarks: [Remark]?
    }

    /// What the reader of the file would have told.
    struct Remark: Decodable {
      let kind: SourceRemark.Kind
      let rows: [Int]?
      let text: LocalizedText
    }

    let epsg: Int?
    let idField: String?
    let areaField: String?
    let areaUnit: AreaUnit?
    let countyField: String?
    let codeField: String?
    let unitNameField: String?
    let fields: [Field]?
    let totals: [Total]?
    let isCoverage: Bool?
    let controlLine: ControlLine?
    let layers: [Layer]?
    let source: Source?
    let workingArea: [Double]?
    /// Thresholds by rule and name.
    let thresholds: [String: [String: Double]]?
    /// Rules switched on that are off by default.
    let enabled: [RuleCode]?
    let waivers: [AcceptedFindings]?
    let findings: [Expected]
    /// Ids of the features that stay, in layer order.
    let kept: [String]
  }

  func statement() throws -> Statement {
    try JSONDecoder().decode(
      Statement.self, from: Data(contentsOf: folder.appendingPathComponent("case.json")))
  }

  func layer(_ file: String, key: String, idField: String?, epsg: Int) throws -> ProjectedLayer {
    let fixture = try GeoJSONFixture(contentsOf: folder.appendingPathComponent(file))
    let column = idField.flatMap { fixture.attributes[$0] }
    return ProjectedLayer(
      key: key, grid: try #require(GaussKrugerGrid(epsg: epsg)),
      geometry: GeometryColumn(fixture.geometries),
      ids: fixture.geometries.indices.map { row in
        let id = column?.text(at: row) ?? ""
        return FeatureID(id.isEmpty ? "#\(row + 1)" : id)
      }, attributes: fixture.attributes)
  }

  /// What validation says of the case.
  ///
  /// - Parameters:
  ///   - isReversed: whether the features of each layer are given the other way round.
  ///   - change: made to each geometry first.
  func outcome(
    workers: Int?, isReversed: Bool = false, _ change: (Geometry) -> Geometry = { $0 }
  ) throws -> BoundaryOutcome {
    let statement = try statement()
    let epsg = statement.epsg ?? 4547
    func layer(
      _ file: String, key: String, idField: String?, epsg: Int
    ) throws -> ProjectedLayer {
      let stored = try self.layer(file, key: key, idField: idField, epsg: epsg)
      let rows = isReversed ? Array((0..<stored.count).reversed()) : Array(0..<stored.count)
      return ProjectedLayer(
        key: key, grid: stored.grid,
        geometry: GeometryColumn(rows.map { change(stored.geometry.geometry(ofRow: $0)) }),
        ids: rows.map { stored.ids[$0] }, attributes: stored.attributes.selecting(rows: rows))
    }
    /// A layer that the case has if there is a file of its name.
    func optionalLayer(_ name: String) throws -> ProjectedLayer? {
      let path = folder.appendingPathComponent("\(name).geojson").path
      guard FileManager.default.fileExists(atPath: path) else { return nil }
      return try layer("\(name).geojson", key: name, idField: nil, epsg: epsg)
    }
    let towns = try layer("input.geojson", key: "towns", idField: statement.idField, epsg: epsg)
    let expectation = LayerExpectation(
      idField: statement.idField, areaField: statement.areaField,
      areaUnit: statement.areaUnit ?? .squareMetre, countyField: statement.countyField,
      isCoverage: statement.isCoverage ?? false,
      fields: try (statement.fields ?? []).map { try $0.expectation() },
      totals: (statement.totals ?? []).map(\.control), controlLine: statement.controlLine)
    let source = statement.source.map {
      SourceFacts(
        declaredCRS: $0.declaredCRS.map(CRSIdentifier.init(_:)),
        usedCRS: CRSIdentifier($0.usedCRS), rawBoundingBox: Self.box($0.rawBox) ?? .empty,
        rawCentres: ($0.rawCentres ?? []).map { XY($0[0], $0[1]) },
        isGuessed: $0.isGuessed ?? false,
        remarks: ($0.remarks ?? []).map {
          SourceRemark($0.kind, rows: $0.rows ?? [], text: $0.text)
        })
    }
    let units = try optionalLayer("administrative").map {
      AdministrativeBoundary(
        layer: $0, codeField: statement.codeField, nameField: statement.unitNameField)
    }
    var parameters = BoundaryParameters(workingArea: Self.box(statement.workingArea))
    for (code, thresholds) in statement.thresholds ?? [:] {
      parameters.overrides[RuleCode(code)] = RuleOverride(thresholds: thresholds)
    }
    for code in statement.enabled ?? [] {
      parameters.overrides[code, default: RuleOverride()].isEnabled = true
    }
    parameters.waivers = (statement.waivers ?? []).map {
      FindingWaiver(
        rule: $0.rule, features: $0.features.map { FeatureID($0) },
        waiver: Waiver(reason: $0.reason, author: $0.author), origin: "case.json")
    }
    let further = try (statement.layers ?? []).map { declared in
      LayerInput(
        layer: try layer(
          "\(declared.key).geojson", key: declared.key, idField: statement.idField, epsg: epsg),
        expectation: LayerExpectation(
          isCoverage: declared.isCoverage ?? false, controlLine: declared.controlLine,
          edgeMatches: declared.edgeMatches ?? []))
    }
    return try BoundaryValidation(parameters: parameters).result(
      of: [LayerInput(layer: towns, expectation: expectation, source: source)] + further,
      context: BoundaryContext(
        administrative: units, studyArea: try optionalLayer("study-area"),
        allowedGaps: try optionalLayer("allowed-gaps"), reference: try optionalLayer("reference")),
      workers: workers)
  }

  private static func box(_ numbers: [Double]?) -> BoundingBox? {
    numbers.map { BoundingBox(minX: $0[0], minY: $0[1], maxX: $0[2], maxY: $0[3]) }
  }
}
