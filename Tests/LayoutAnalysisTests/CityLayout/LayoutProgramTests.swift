import LandModel
import Optimization
import Testing

@testable import LayoutAnalysis

/// What the solver gets, row by row.
@Suite struct LayoutProgramTests {
  private func instance(_ question: LayoutCase) throws -> LayoutInstance {
    try LayoutInstance(
      parameters: question.parameters, delimitation: question.delimitation,
      resources: question.resources, counties: question.counties)
  }

  /// Three towns in a row with gaps of 1 and 2 km, the first two in the east.
  private var question: LayoutCase {
    var question = LayoutCase()
    question.add("s", at: XY(0, 0), county: "east", scores: [("a", 60), ("b", 50)])
    question.add("t", at: XY(2000, 0), county: "east", scores: [("a", 90)])
    question.add("u", at: XY(5000, 0), county: "west", scores: [("a", 70)])
    return question
  }

  @Test func `columns, cliques, reach and rules become rows`() throws {
    var question = question
    question.parameters.spacing = Metres(1500)
    question.parameters.industrySpacing = Metres(2500)
    question.parameters.towns = TownQuota(min: 1, max: 3)
    question.parameters.countyQuotas["east"] = TownQuota(max: 1)
    question.parameters.landQuota = SquareMetres(squareKilometres: 2.5)
    question.parameters.lockedOut = [LockedSite(site: "u")]
    // The first is within 1 km of s and t alone, which exclude each other; the second of all three.
    question.addResource("near", at: XY(1000, 0), weight: 2)
    question.addResource("far", at: XY(2500, 600), weight: 3)
    question.parameters.coverage = [
      CoverageRule(
        category: "r", weight: 1,
        rings: [
          CoverageRing(radius: Metres(1000), share: Ratio(1)),
          CoverageRing(radius: Metres(2600), share: Ratio(0.5)),
        ])
    ]
    let program = LayoutProgram(try instance(question)).program
    #expect(program.issues == [])
    // s and t gain 2 × 0.5 × 10⁴ from the first ring's step of the near one, and the second ring's step
    // reaches only them as well; t alone is within 1 km of the far one.
    #expect(
      program.text
        == """
        maximise 620000 s.a + 520000 s.b + 935000 t.a + 700000 u.a + 15000 reach.2
        clique.0: s.a + s.b + t.a <= 1
        clique.1: t.a + u.a <= 1
        reach.2: - s.a - s.b - t.a - u.a + reach.2 <= 0
        towns.min: s.a + s.b + t.a + u.a >= 1
        towns.max: s.a + s.b + t.a + u.a <= 3
        county.max.east: s.a + s.b + t.a <= 1
        land: 10000 s.a + 10000 s.b + 10000 t.a + 10000 u.a <= 20000
        locked-out.u: u.a <= 0
        0 <= s.a <= 1 whole
        0 <= s.b <= 1 whole
        0 <= t.a <= 1 whole
        0 <= u.a <= 1 whole
        0 <= reach.2 <= 1 real
        """.replacing("reach.2: - s.a", with: "reach.2: -s.a"))
  }

  @Test func `a same-industry clique takes up what conflicts with all of it`() throws {
    // t.a is within 1.5 km of both columns of s; s.b joins the clique of s.a and t.a.
    var question = question
    question.parameters.spacing = Metres(1500)
    question.parameters.industrySpacing = Metres(9000)
    let program = LayoutProgram(try instance(question)).program
    #expect(program.rows.map(\.name) == ["clique.0", "clique.1"])
    #expect(
      program.text.contains("clique.0: s.a + s.b + t.a <= 1\nclique.1: s.a + t.a + u.a <= 1"))
  }

  @Test func `a question of feasibility has the rules kept and nothing to gain`() throws {
    var question = question
    question.parameters.spacing = Metres(1500)
    question.parameters.towns = TownQuota(min: 1, max: 3)
    let program = LayoutProgram(try instance(question), keeping: [.townsMin]).program
    #expect(
      program.text.hasPrefix(
        "maximise 0\nclique.0: s.a + s.b <= 1\ntowns.min: s.a + s.b + t.a + u.a >= 1\n0 <="))
  }
}
