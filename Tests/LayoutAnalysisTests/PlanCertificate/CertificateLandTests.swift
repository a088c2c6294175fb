import LandModel
import Testing

@testable import LayoutAnalysis

/// Rules of constraint layers and counties, as a written plan keeps or breaks them.
struct CertificateLandTests {
  private func layer(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> CheckedLayer {
    RedLineSamples.layer("line", rings: [RedLineSamples.rectangle(x, y, width, height)])
  }

  private func faults(
    _ rule: ConstraintRule, _ layer: CheckedLayer, building: Bool = false
  ) throws -> [String]? {
    var question = CertificateCase()
    let constraint = RedLineSamples.constraint(layer, rule)
    if building {
      question.buildingConstraints = [constraint]
    } else {
      question.constraints = [constraint]
    }
    let faults = try question.faults()
    #expect(faults.keys.allSatisfy { $0 == "constraints" })
    return faults["constraints"]
  }

  @Test func `a town on forbidden land is found, one that touches it is not`() throws {
    // The first town ends at 750 m east.
    #expect(try faults(.forbid, layer(750, -100, 100, 200)) == nil)
    let found = try #require(try faults(.forbid, layer(749, -100, 100, 200)))
    #expect(found.count == 1)
    #expect(found[0].hasPrefix("T1 has 198.4 m² of forbidden land, in line-0 (line, forbid)"))
  }

  @Test func `forbidden land of several features is counted once`() throws {
    let both = RedLineSamples.layer(
      "line",
      rings: [
        RedLineSamples.rectangle(0, 0, 100, 100), RedLineSamples.rectangle(50, 0, 100, 100),
      ])
    let found = try #require(try faults(.forbid, both))
    #expect(found == ["T1 has 15000.0 m² of forbidden land, in line-0, line-1 (line, forbid)."])
  }

  @Test func `building land keeps rules of its own`() throws {
    // Building land ends at 400 m, the town at 750.
    #expect(try faults(.forbid, layer(400, -100, 100, 200), building: true) == nil)
    #expect(
      try faults(.forbid, layer(399, -100, 100, 200), building: true)
        == ["Building land of T1 has 200.0 m² of forbidden land, in line-0 (line, forbid)."])
    #expect(
      try faults(.limit(share: Ratio(0.9), area: nil), layer(399, -100, 9, 200), building: true)
        == ["Building land of T1 has 200.0 m² in it (line, limit)."])
  }

  @Test func `limits by share and by area are found where they are passed`() throws {
    // A quarter of the town.
    let quarter = layer(0, 0, 800, 800)
    #expect(try faults(.limit(share: Ratio(0.251), area: nil), quarter) == nil)
    #expect(try faults(.limit(share: Ratio(0.249), area: nil), quarter)?.count == 1)
    #expect(try faults(.limit(share: nil, area: SquareMetres(570_000)), quarter) == nil)
    #expect(try faults(.limit(share: nil, area: SquareMetres(550_000)), quarter)?.count == 1)
  }

  @Test func `distances are kept to the metre`() throws {
    let road = RedLineSamples.layer(
      "line", [.line([CertificateCase.place(-5000, 850), CertificateCase.place(9000, 850)])])
    #expect(try faults(.buffer(Metres(100)), road) == nil)
    let found = try #require(try faults(.buffer(Metres(101)), road))
    #expect(found.count == 3)
    #expect(found[0].hasPrefix("T1 is 100.0"))
    #expect(found[0].hasSuffix(" m from line-0, nearer than 101.0 m (line, buffer)."))
  }

  @Test func `a town that must lie inside is found where it does not`() throws {
    #expect(try faults(.inside, layer(-750, -750, 12_000, 1500)) == nil)
    #expect(try faults(.inside, layer(-750, -750, 9499, 1500))?.count == 1)
  }

  @Test func `rules by activity class are said not to be looked at`() throws {
    var question = CertificateCase()
    question.constraints = [
      RedLineSamples.constraint(
        layer(0, 0, 1, 1), .conditional(ConditionalRule(allowed: [], zoneField: "zone")))
    ]
    let check = try #require(try question.checks().first { $0.code == "constraints" })
    #expect(check.outcome == .trusted)
    #expect(check.detail.english.contains("rules by activity class are not looked at: line"))
  }

  @Test func `a town across its county's border is found, unless the plan allows it`() throws {
    var question = CertificateCase()
    // The border is at 6 km, and the second town ends at 4.75 km.
    question.layout.spacing = .zero
    question.layout.industrySpacing = .zero
    question.move(1, east: 1249)
    #expect(try question.faults() == [:])
    question.move(1, east: 2)
    let found = try question.faults()["county"]
    #expect(found?.first?.hasPrefix("T2 has 1487") == true, "\(found ?? [])")
    question.delimitation.staysInCounty = false
    #expect(try question.faults() == [:])
  }
}
