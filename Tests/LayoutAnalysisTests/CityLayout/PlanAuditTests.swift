import LandModel
import Testing

@testable import LayoutAnalysis

@Suite struct PlanAuditTests {
  private func findings(_ question: LayoutCase, _ result: LayoutResult) throws -> [String] {
    try PlanAudit(parameters: question.parameters).findings(
      of: result, delimitation: question.delimitation, resources: question.resources,
      counties: question.counties
    ).map(\.english)
  }

  private func claim(
    _ chosen: [Int], objective: Double, bound: Double? = nil, term: Double? = nil
  ) -> LayoutResult {
    LayoutResult(
      status: .optimal, chosen: chosen, objective: objective,
      terms: [ObjectiveTerm(name: "suitability", value: term ?? objective)],
      bound: bound ?? objective, gap: .zero, rules: [], rejected: [], contradictions: [],
      columnCount: 0, rowCount: 0, nodeCount: 0)
  }

  private var question: LayoutCase {
    var question = LayoutCase()
    question.add("a", at: XY(0, 0), county: "east", scores: [("x", 50)])
    question.add("b", at: XY(1500, 0), county: "west", scores: [("x", 60)])
    return question
  }

  @Test func `plans of the search pass`() throws {
    var passed = 0
    for seed in 1...150 {
      let question = RandomLayouts.small(seed: UInt64(seed))
      let result = try question.result()
      #expect(try findings(question, result) == [], "seed \(seed)")
      passed += result.objective == nil ? 0 : 1
    }
    #expect(passed > 50)
    var heavy = RandomLayouts.city(
      sites: 20, width: 40_000, counties: 3, towns: 6, resources: 60, spacing: 4000, seed: 3)
    heavy.parameters.coverageWeight = 1e12
    #expect(try findings(heavy, heavy.result()) == [])
  }

  @Test func `a result without a plan claims nothing`() throws {
    var question = question
    question.parameters.towns.min = 3
    #expect(try findings(question, question.result()) == [])
  }

  @Test func `spacing and overlap are found`() throws {
    var question = question
    question.parameters.industrySpacing = Metres(600)
    #expect(
      try findings(question, claim([0, 1], objective: 110)) == [
        "a and b are 500.0 m apart, not 600.0 m."
      ])
    question.parameters.industrySpacing = .zero
    #expect(try findings(question, claim([0, 1], objective: 110)) == [])
    question.proposals[1] = question.proposals[1].with(boundary: question.proposals[0].boundary)
    #expect(
      try findings(question, claim([0, 1], objective: 110)) == [
        "a and b are 0.0 m apart, not 0.0 m."
      ])
  }

  @Test func `quotas, land and locks are found`() throws {
    var question = question
    question.parameters.towns = TownQuota(min: 2)
    question.parameters.countyQuota = TownQuota(min: 1)
    question.parameters.industryQuotas["y"] = TownQuota(min: 1, max: 1)
    question.parameters.landQuota = SquareMetres(999_999)
    question.parameters.constructionQuota = SquareMetres(249_999)
    question.parameters.lockedIn = [LockedSite(site: "b")]
    question.parameters.lockedOut = [LockedSite(site: "a", industry: "x")]
    #expect(
      try findings(question, claim([0], objective: 50)) == [
        "The city has 1 town, not 2 to ∞.", "The county west has 0 towns, not 1 to ∞.",
        "The industry y has 0 towns, not 1 to 1.",
        "Town land is 1000000.0 m², more than 999999.0 m².",
        "Construction land is 250000.0 m², more than 249999.0 m².",
        "b must be a town and is none.", "a must not be a town and is one.",
      ])
  }

  @Test func `a wrong objective, term or bound is found`() throws {
    #expect(
      try findings(question, claim([0], objective: 50.01)) == [
        "The objective is 50.01 points, but its towns sum to 50.0."
      ])
    #expect(
      try findings(question, claim([0], objective: 50, term: 49)) == [
        "The objective is 50.0 points, but its terms sum to 49.0."
      ])
    #expect(
      try findings(question, claim([0], objective: 50, bound: 49.9)) == [
        "The objective of 50.0 points is above its bound of 49.9."
      ])
  }

  @Test func `resources out of reach excuse nothing`() throws {
    var question = question
    for number in 0..<10_000 {
      question.addResource("\(number)", at: XY(1e6, Double(number)), weight: 1)
    }
    question.parameters.coverage = [
      CoverageRule(
        category: "r", weight: 1, rings: [CoverageRing(radius: Metres(10), share: Ratio(1))])
    ]
    #expect(
      try findings(question, claim([0], objective: 50.01)) == [
        "The objective is 50.01 points, but its towns sum to 50.0."
      ])
  }
}
