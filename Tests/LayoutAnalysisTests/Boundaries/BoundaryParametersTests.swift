import LandModel
import Testing

@testable import LayoutAnalysis

struct BoundaryParametersTests {
  private static let square: [XY] = [
    XY(450_000, 2_850_000), XY(450_019, 2_850_000), XY(450_019, 2_850_019), XY(450_000, 2_850_019),
    XY(450_000, 2_850_000),
  ]
  private static let bowTie: [XY] = [
    XY(460_000, 2_850_000), XY(460_100, 2_850_100), XY(460_100, 2_850_000), XY(460_000, 2_850_100),
    XY(460_000, 2_850_000),
  ]

  private func outcome(
    _ rings: [[XY]], _ overrides: [RuleCode: RuleOverride], kept: Int = 100
  ) throws -> BoundaryOutcome {
    let layer = ProjectedLayer.test(rings.map { .polygon(rings: [$0]) })
    return try BoundaryValidation(
      parameters: BoundaryParameters(overrides: overrides, findingsKeptPerRule: kept)
    ).result(of: [LayerInput(layer: layer)])
  }

  @Test func `a rule can be switched off, made graver, or given another threshold`() throws {
    let code: RuleCode = "geometry.small-area"
    #expect(try outcome([Self.square], [:]).result.findings.map(\.severity) == [.warning])
    let off = try outcome([Self.square], [code: RuleOverride(isEnabled: false)])
    #expect(off.result.findings.isEmpty)
    let graver = try outcome([Self.square], [code: RuleOverride(severity: .error)])
    #expect(graver.result.findings.map(\.severity) == [.error])
    let wider = try outcome([Self.square], [code: RuleOverride(thresholds: ["planar-area": 361])])
    #expect(wider.result.findings.isEmpty, "361 m² is exactly at the limit")
  }

  @Test func `a rule that leaves features out cannot be switched off`() throws {
    let code: RuleCode = "ogc.self-intersection"
    let outcome = try outcome(
      [Self.bowTie], [code: RuleOverride(isEnabled: false, severity: .note)])
    #expect(outcome.result.findings.map(\.severity) == [.note])
    #expect(outcome.layers[0].count == 0)
  }

  @Test func `findings beyond the number kept are counted by rule`() throws {
    let outcome = try outcome(Array(repeating: Self.bowTie, count: 700), [:], kept: 5)
    #expect(outcome.result.findings.map { $0.featureIDs[0].text } == ["1", "2", "3", "4", "5"])
    #expect(
      outcome.result.omitted == [
        OmittedFindings(layer: "towns", rule: "ogc.self-intersection", severity: .error, count: 695)
      ])
    #expect(outcome.result.findingsByRule.map(\.count) == [700])
  }

  @Test func `a star of many crossings keeps the first and counts them all`() throws {
    // Every second of 101 vertices on a circle: each edge crosses 2 others, 101 crossings in all.
    let star = Self.star(points: 101, step: 2)
    let outcome = try outcome([star], ["geometry.spike": RuleOverride(isEnabled: false)], kept: 7)
    #expect(outcome.result.findings.count == 7)
    #expect(outcome.result.findingsByRule.map(\.count) == [101])
  }

  @Test func `codes are unique, and a table names every rule in both languages`() {
    #expect(Set(BoundaryRules.all.map(\.code)).count == BoundaryRules.all.count)
    for language in Language.allCases {
      let lines = BoundaryRules.markdownTable(in: language).split(separator: "\n")
      #expect(lines.count == BoundaryRules.all.count + 2)
      #expect(lines.allSatisfy { $0.filter { $0 == "|" }.count == 8 })
    }
  }

  @Test func `an empty layer gives no findings and an empty checked layer`() throws {
    let outcome = try outcome([], [:])
    #expect(outcome.result == BoundaryResult(featuresChecked: 0, findings: []))
    #expect(outcome.layers.map(\.count) == [0])
  }

  private static func star(points: Int, step: Int) -> [XY] {
    let circle = UnitCircle.vertices(points)
    return (0...points).map { index in
      let vertex = circle[index * step % points]
      return XY(450_000 + 1000 * vertex.x, 2_850_000 + 1000 * vertex.y)
    }
  }
}
