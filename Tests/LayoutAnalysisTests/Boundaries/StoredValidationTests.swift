import LandModel
import Testing

@testable import LayoutAnalysis

struct StoredValidationTests {
  private func validity(
    _ texts: [String], numbers: [Int64]? = nil, rules: [String] = ["ogc"], kept: Int = 100
  ) throws -> StoredValidity {
    let geometries = try texts.map { try #require(WKT.geometry($0), "\($0)") }
    return try validity(geometries, numbers: numbers, rules: rules, kept: kept)
  }

  private func validity(
    _ geometries: [Geometry], numbers: [Int64]? = nil, rules: [String] = ["ogc"], kept: Int = 100,
    workers: Int? = nil
  ) throws -> StoredValidity {
    let numbers = numbers ?? geometries.indices.map { Int64($0) }
    let layer = StoredLayer(
      key: "cases", crs: nil, geometry: GeometryColumn(geometries),
      names: .stored(.text(numbers.map { "n\($0)" }), numbers: numbers), numbers: numbers)
    return try StoredValidation(selection: RuleSelection(rules), findingsKeptPerRule: kept)
      .result(of: layer, workers: workers)
  }

  private static let bowTie = "POLYGON((0 0,2 2,2 0,0 2,0 0))"

  @Test(arguments: [Double.leastNonzeroMagnitude, 1e-300, 1e-160, 1e-9, 1, 1e15, 1e160, 1e300])
  func `size changes no verdict`(scale: Double) throws {
    let square = Geometry.polygon(rings: [
      [XY(0, 0), XY(4, 0), XY(4, 4), XY(0, 4), XY(0, 0)],
      [XY(0, 2), XY(2, 1), XY(3, 2), XY(2, 3), XY(0, 2)],
    ])
    let tie = try #require(WKT.geometry(Self.bowTie))
    let geometries = [square, tie].map {
      $0.mapPositions { XY($0.x * scale, $0.y * scale) }
    }
    let result = try validity(geometries)
    #expect(result.invalid == ["n1"])
    let crossing = try #require(result.features.last?.findings.first)
    #expect(crossing.rule == "ogc.self-intersection")
    #expect(crossing.geometry == .point(XY(scale, scale)))
    #expect(crossing.element == GeometryElement(part: 0, ring: 0, vertex: 0))
  }

  @Test func `a hole that touches its shell between vertices touches it exactly`() throws {
    // (1, 1/3) is on no line from (0, 0) to (3, 1) but for rounding: the hole sticks out or stays in.
    let third = 1.0 / 3
    func polygon(_ y: Double) -> Geometry {
      .polygon(rings: [
        [XY(0, 0), XY(3, 1), XY(3, 3), XY(0, 3), XY(0, 0)],
        [XY(1, y), XY(1.5, 1), XY(1, 2), XY(1, y)],
      ])
    }
    // The double below a third lies under the line, the next one above it.
    let result = try validity([polygon(third), polygon(third.nextUp)])
    #expect(result.invalid == ["n0"])
  }

  @Test func `ordinates that are no numbers are named by vertex`() throws {
    let rings = [[XY(0, 0), XY(4, .infinity), XY(4, .nan), XY(0, 0)]]
    let result = try validity([.polygon(rings: rings)])
    #expect(result.invalid == ["n0"])
    let finding = try #require(result.features[0].findings.first)
    #expect(finding.rule == "ogc.non-finite-ordinate")
    #expect(finding.element == GeometryElement(part: 0, ring: 0, vertex: 1))
    #expect(finding.value == 2)
  }

  @Test func `an empty geometry and none are noted, not invalid`() throws {
    let result = try validity([
      Geometry(kind: .polygon, positions: [], ringEnds: [], partEnds: []), .null,
    ])
    #expect(result.invalid.isEmpty && result.validCount == 2)
    #expect(result.features.map(\.isValid) == [true, true])
    #expect(result.features.flatMap(\.findings).map(\.severity) == [.note, .note])
  }

  @Test func `rows of one number are one feature, and its parts count through`() throws {
    let square = "POLYGON((0 0,1 0,1 1,0 1,0 0))"
    let result = try validity([square, square, Self.bowTie, Self.bowTie], numbers: [5, 5, 5, 6])
    #expect(result.featuresChecked == 2)
    #expect(result.invalid == ["n5", "n6"])
    #expect(result.features.map { $0.findings[0].element?.part } == [2, 0])
  }

  @Test func `messages name no unit where none is known`() throws {
    let result = try validity([
      "POLYGON((0 0,1 0,1 1,0 1))", "POLYGON((0 0,9 0,9 9,0 9,0 0),(20 0,21 0,21 1,20 0))",
    ])
    let findings = result.features.flatMap(\.findings)
    #expect(findings.map(\.unit) == [.none, .none])
    #expect(findings.map(\.message.english).allSatisfy { $0.contains(" units ") })
  }

  @Test func `a code picks one rule, and all ids are told beyond those kept`() throws {
    let texts = Array(repeating: Self.bowTie, count: 9) + ["POLYGON((0 0,1 0,1 1,0 1))"]
    let all = try validity(texts, kept: 2)
    #expect(all.invalid.count == 10)
    #expect(all.findingsByRule.map(\.count) == [9, 1])
    #expect(
      all.omitted == [
        OmittedFindings(layer: "cases", rule: "ogc.self-intersection", severity: .error, count: 7)
      ])
    #expect(try validity(texts, rules: ["ogc.unclosed-ring"]).invalid == ["n9"])
  }

  @Test func `the result is the same with one, two and seven workers`() throws {
    var polygons = RandomPolygons(seed: 8)
    let geometries = (0..<3000).map { _ in polygons.next() }
    let one = try validity(geometries, kept: 500, workers: 1)
    #expect(one.invalid.count > 300 && !one.omitted.isEmpty)
    #expect(try validity(geometries, kept: 500, workers: 2) == one)
    #expect(try validity(geometries, kept: 500, workers: 7) == one)
  }

  @Test func `a selection knows groups and codes, and nothing else`() throws {
    #expect(try RuleSelection(["ogc"]).isValidityAlone)
    #expect(try RuleSelection(["ogc.nested-holes", "ogc"]).isValidityAlone)
    #expect(try !RuleSelection(["ogc", "layer.overlap"]).isValidityAlone)
    #expect(throws: UnknownRule(name: "og", groups: RuleSelection.groups)) {
      try RuleSelection(["ogc", "og"])
    }
    let selection = try RuleSelection(["layer.overlap"])
    let parameters = BoundaryParameters(selection: selection)
    #expect(RuleSettings(OverlapCheck().rule, parameters: parameters).isEnabled)
    #expect(!RuleSettings(SpikeCheck().rule, parameters: parameters).isEnabled)
    // Nothing is left out silently.
    #expect(RuleSettings(NestedHolesCheck().rule, parameters: parameters).isEnabled)
  }
}
