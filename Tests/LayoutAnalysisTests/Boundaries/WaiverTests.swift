import LandModel
import Testing

@testable import LayoutAnalysis

struct WaiverTests {
  /// Two bow ties, crossing at (460 050, 2 850 050) and 1 km to the east.
  private static let layer = ProjectedLayer.test(
    [0.0, 1000].map { east in
      .polygon(rings: [
        [(0, 0), (100, 100), (100, 0), (0, 100), (0, 0)].map {
          XY(460_000 + east + $0.0, 2_850_000 + $0.1)
        }
      ])
    })
  private static let accepted = Waiver(reason: "Known", author: "Li Na", until: "2027")

  private static func waiver(
    rule: RuleCode = "ogc.self-intersection", layer: String? = nil, features: [FeatureID]? = nil,
    place: FindingWaiver.Place? = nil
  ) -> FindingWaiver {
    FindingWaiver(
      rule: rule, layer: layer, features: features, place: place, waiver: accepted,
      origin: "waivers.yaml:2")
  }

  private func result(_ waivers: [FindingWaiver], kept: Int = 100) throws -> BoundaryResult {
    let quiet = ["geometry.spike": RuleOverride(isEnabled: false)] as [RuleCode: RuleOverride]
    return try BoundaryValidation(
      parameters: BoundaryParameters(
        overrides: quiet, findingsKeptPerRule: kept, waivers: waivers)
    ).result(of: [LayerInput(layer: Self.layer)]).result
  }

  @Test func `a waived finding stays, marked, and no longer stands`() throws {
    let result = try result([Self.waiver(features: ["2"])])
    #expect(result.findings.map(\.waiver) == [nil, Self.accepted])
    #expect(result.waivedCount == 1)
    #expect(result.stands(atLeast: .error))
    let all = try self.result([Self.waiver()])
    #expect(all.findings.count == 2)
    #expect(!all.stands(atLeast: .note))
    #expect(all.counts.map(\.waived) == [2])
  }

  @Test func `a waived feature is still left out of the checked layer`() throws {
    let outcome = try BoundaryValidation(
      parameters: BoundaryParameters(waivers: [Self.waiver()])
    ).result(of: [LayerInput(layer: Self.layer)])
    #expect(outcome.layers[0].count == 0)
  }

  @Test func `rule, layer, feature and place must all fit`() throws {
    let grid = Self.layer.grid
    let near = FindingWaiver.Place(
      centre: grid.geodetic(XY(460_060, 2_850_050)), radius: Metres(11))
    let far = FindingWaiver.Place(centre: near.centre, radius: Metres(9))
    let cases: [(FindingWaiver, [Bool])] = [
      (Self.waiver(rule: "ogc.nested-holes"), [false, false]),
      (Self.waiver(layer: "counties"), [false, false]),
      (Self.waiver(layer: "towns"), [true, true]),
      (Self.waiver(features: ["1", "9"]), [true, false]),
      (Self.waiver(features: []), [false, false]),
      (Self.waiver(place: near), [true, false]), (Self.waiver(place: far), [false, false]),
    ]
    for (waiver, expected) in cases {
      let findings = try result([waiver]).findings.filter { $0.rule != "waiver.unused" }
      #expect(findings.map { $0.waiver != nil } == expected, "\(waiver)")
    }
  }

  @Test func `a finding of two features is waived only where both are named`() throws {
    let square = [(0.0, 0.0), (200, 0), (200, 200), (0, 200), (0, 0)]
    let pair = ProjectedLayer.test(
      [0.0, 100].map { east in
        .polygon(rings: [square.map { XY(460_000 + east + $0.0, 2_850_000 + $0.1) }])
      })
    for (features, isWaived) in [(["1"], false), (["2"], false), (["1", "2"], true)] {
      let waiver = Self.waiver(rule: "layer.overlap", features: features.map { FeatureID($0) })
      let result = try BoundaryValidation(parameters: BoundaryParameters(waivers: [waiver]))
        .result(of: [LayerInput(layer: pair)]).result
      let overlap = try #require(result.findings.first { $0.rule == "layer.overlap" })
      #expect((overlap.waiver != nil) == isWaived)
    }
  }

  @Test func `a waiver that matches nothing is a note that names it`() throws {
    let result = try result([Self.waiver(features: ["7"])])
    let unused = try #require(result.findings.last)
    #expect(unused.rule == "waiver.unused")
    #expect(unused.severity == .note)
    #expect(unused.message.english.contains("waivers.yaml:2"))
    #expect(unused.message.english.contains("features 7"))
  }

  @Test func `findings that were counted only stand, unless everything of their rule is waived`()
    throws
  {
    let one = try result([Self.waiver(features: ["1"])], kept: 1)
    #expect(one.omitted.map(\.count) == [1])
    #expect(one.stands(atLeast: .error))
    #expect(!one.findings.contains { $0.rule == "waiver.unused" })
    #expect(!(try result([Self.waiver()], kept: 1).stands(atLeast: .note)))
    // Meant for the one that was not kept, perhaps: no word of it being unused.
    let two = try result([Self.waiver(features: ["2"])], kept: 1)
    #expect(!two.findings.contains { $0.rule == "waiver.unused" })
  }
}
