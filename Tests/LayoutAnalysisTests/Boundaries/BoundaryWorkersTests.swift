import LandModel
import Testing

@testable import LayoutAnalysis

struct BoundaryWorkersTests {
  /// Tangles and rectangles strewn over 4 km, many on one another, in several chunks of rows.
  private static let layer: ProjectedLayer = {
    var polygons = RandomPolygons(seed: 31)
    var random = SeededGenerator(seed: 32)
    let geometries = (0..<900).map { _ in
      let (x, y) = (450_000 + 4000 * random.unit(), 2_850_000 + 4000 * random.unit())
      return polygons.onLattice().mapPositions { XY(x + $0.x * 20, y + $0.y * 20) }
    }
    let ids = AttributeColumn.integer(geometries.indices.map { Int64($0 % 800) })
    return .test(geometries, attributes: AttributeTable(names: ["id"], columns: [ids]))
  }()

  private static let administrative = AdministrativeBoundary(
    layer: .test(
      [
        .polygon(rings: [
          [
            XY(450_500, 2_850_500), XY(453_000, 2_850_000), XY(454_000, 2_854_000),
            XY(450_500, 2_850_500),
          ]
        ])
      ], key: "counties"))

  private func outcome(workers: Int, kept: Int) throws -> BoundaryOutcome {
    try BoundaryValidation(parameters: BoundaryParameters(findingsKeptPerRule: kept)).result(
      of: [
        LayerInput(layer: Self.layer, expectation: LayerExpectation(idField: "id")),
        LayerInput(layer: Self.layer, expectation: LayerExpectation(isCoverage: true)),
      ], context: BoundaryContext(administrative: Self.administrative), workers: workers)
  }

  @Test(arguments: [10_000, 3])
  func `findings, counts and layers are the same with one, two and seven workers`(
    kept: Int
  ) throws {
    let one = try outcome(workers: 1, kept: kept)
    #expect(try outcome(workers: 2, kept: kept) == one)
    #expect(try outcome(workers: 7, kept: kept) == one)
    // The comparison means something only while much is found, in both kinds of rule.
    let rules = Set(one.result.findings.map(\.rule))
    #expect(
      rules.isSuperset(of: [
        "administrative.crossing", "administrative.outside", "attribute.duplicate-id",
        "layer.overlap", "ogc.self-intersection",
      ]))
  }

  @Test func `findings are sorted by layer, rule and row`() throws {
    let layer = Self.layer
    let other = ProjectedLayer(
      key: "a-later-key", grid: layer.grid, geometry: layer.geometry, ids: layer.ids,
      attributes: layer.attributes)
    let findings = try BoundaryValidation().result(
      of: [LayerInput(layer: layer), LayerInput(layer: other)]
    ).result.findings
    let order = findings.map { finding in
      SortKey(
        layer: finding.layer == layer.key ? 0 : 1, rule: finding.rule,
        row: finding.featureIDs.first.flatMap { Int($0.text) } ?? 0)
    }
    #expect(order == order.sorted())
    #expect(order.first?.layer == 0 && order.last?.layer == 1)
  }

  private struct SortKey: Comparable {
    let layer: Int
    let rule: RuleCode
    let row: Int

    static func < (left: SortKey, right: SortKey) -> Bool {
      (left.layer, left.rule, left.row) < (right.layer, right.rule, right.row)
    }
  }
}
