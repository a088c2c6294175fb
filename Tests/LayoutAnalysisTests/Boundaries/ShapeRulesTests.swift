import LandModel
import Testing

@testable import LayoutAnalysis

struct ShapeRulesTests {
  private static func at(_ x: Double, _ y: Double) -> XY { XY(x, y) }

  private static func ring(_ positions: [XY]) -> [XY] { positions + positions.prefix(1) }

  private static func square(_ size: Double, x: Double = 0) -> [XY] {
    ring([at(x, 0), at(x + size, 0), at(x + size, size), at(x, size)])
  }

  private func findings(
    _ geometry: Geometry, _ rule: RuleCode, _ thresholds: [String: Double] = [:]
  ) throws -> [Finding] {
    let checks = BoundaryRules.featureChecks.filter {
      $0.rule.code == rule || $0.rule.leavesFeatureOut
    }
    let parameters = BoundaryParameters(
      overrides: [rule: RuleOverride(isEnabled: true, thresholds: thresholds)])
    return try FeatureInspection(checks, parameters: parameters)
      .findings(in: .test([geometry]), workers: 1).sortedFindings().filter { $0.rule == rule }
  }

  @Test func `an edge exactly at the limit is long enough, one at the tolerance is an edge`() throws
  {
    let ring = Self.ring([
      Self.at(0, 0), Self.at(0.25, 0), Self.at(0.5, 0.0625), Self.at(8, 0.0625), Self.at(8, 8),
    ])
    let limits = ["length": 0.25, "tolerance": 0.0625]
    #expect(try findings(.polygon(rings: [ring]), "geometry.short-edge", limits).isEmpty)
    let longer = try findings(
      .polygon(rings: [ring]), "geometry.short-edge", ["length": 0.2501])
    #expect(longer.map(\.value) == [0.25])
    let step = Self.ring([Self.at(0, 0), Self.at(0.0625, 0), Self.at(8, 0), Self.at(8, 8)])
    #expect(
      try findings(.polygon(rings: [step]), "geometry.short-edge", limits).map(\.value) == [0.0625])
  }

  @Test func `a message tells a spike from a cut-back, in a shell, a hole, and either direction`()
    throws
  {
    let spike = Self.ring([
      Self.at(0, 0), Self.at(60, 0), Self.at(60, 60), Self.at(32, 60), Self.at(30, 160),
      Self.at(28, 60), Self.at(0, 60),
    ])
    let cut = Self.ring([
      Self.at(0, 0), Self.at(60, 0), Self.at(60, 60), Self.at(32, 60), Self.at(30, 10),
      Self.at(28, 60), Self.at(0, 60),
    ])
    func kind(_ rings: [[XY]]) throws -> String {
      let found = try findings(.polygon(rings: rings), "geometry.spike")
      try #require(found.count == 1)
      return String(found[0].message.english.prefix(7))
    }
    #expect(try kind([spike]) == "A spike")
    #expect(try kind([spike.reversed()]) == "A spike")
    #expect(try kind([cut]) == "A cut-b")
    #expect(try kind([cut.reversed()]) == "A cut-b")
    let field = Self.square(400, x: -100).map { XY($0.x, $0.y - 100) }
    #expect(try kind([field, spike]) == "A cut-b", "a hole's spike cuts into the land")
    #expect(try kind([field, cut.reversed()]) == "A spike")
  }

  @Test func `a boundary that turns straight back is neither`() throws {
    let ring = Self.ring([
      Self.at(0, 0), Self.at(60, 0), Self.at(90, 0), Self.at(60, 0), Self.at(60, 60),
    ])
    let found = try findings(.polygon(rings: [ring]), "geometry.spike")
    #expect(found.map(\.value) == [0])
    #expect(found.first?.message.english.hasPrefix("The boundary turns straight back") == true)
  }

  @Test func `an angle exactly at the limit is no spike`() throws {
    let triangle = Self.square(8).dropLast(2) + [Self.at(0, 0)]
    let limit = ["angle": 45.0]
    #expect(try findings(.polygon(rings: [Array(triangle)]), "geometry.spike", limit).isEmpty)
    #expect(
      try findings(.polygon(rings: [Array(triangle)]), "geometry.spike", ["angle": 45.001]).count
        == 2)
  }

  @Test func `an area given in square metres stands instead of the scale's`() throws {
    let field = Geometry.polygon(rings: [Self.square(20)])
    #expect(try findings(field, "geometry.small-area").isEmpty, "400 m² is enough at 1:10 000")
    let survey = try findings(field, "geometry.small-area", ["planar-area": 600])
    #expect(survey.map(\.limit) == [600])
    #expect(try findings(field, "geometry.small-area", ["scale": 10_001]).map(\.limit) == [400.04])
  }

  @Test func `a strip round a hole is a sliver by the land it holds`() throws {
    // 100 m by 100 m round 94 m by 94 m: a frame 3 m wide.
    let hole = Self.square(94, x: 3).map { XY($0.x, $0.y + 3) }
    let frame = Geometry.polygon(rings: [Self.square(100), hole.reversed()])
    let found = try findings(frame, "geometry.sliver")
    #expect(found.map(\.value) == [2.0 * 1164 / 776])
    #expect(found.first?.element == GeometryElement(part: 0))
  }

  @Test func `an invalid feature is not judged by area, width or winding`() throws {
    let bowTie = Self.ring([Self.at(0, 0), Self.at(9, 9), Self.at(9, 0), Self.at(0, 9)])
    for rule in ["small-area", "small-hole", "sliver", "winding"] {
      #expect(
        try findings(
          .polygon(rings: [bowTie, Self.square(1)]), RuleCode("geometry.\(rule)")
        ).isEmpty)
    }
  }

  @Test func `repair says what it does for the rules where it is safe`() {
    let repaired = BoundaryRules.featureChecks.map(\.rule).filter {
      $0.code.text.hasPrefix("geometry.") && $0.repair != nil
    }.map(\.code.text)
    let safe = ["duplicate-vertex", "spike", "small-hole", "winding"].map { "geometry.\($0)" }
    #expect(Set(repaired).isSuperset(of: safe), "\(repaired)")
    #expect(!repaired.contains("geometry.narrow-part"), "only a person knows what was meant")
  }
}
