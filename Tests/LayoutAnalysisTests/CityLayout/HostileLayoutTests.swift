import LandModel
import Testing

@testable import LayoutAnalysis

/// Questions nobody should ask, and that must not break anything.
@Suite struct HostileLayoutTests {
  @Test func `no sites at all give the empty plan`() throws {
    let result = try LayoutCase().result()
    #expect(result.status == .optimal)
    #expect(result.chosen.isEmpty)
    #expect(result.objective == 0)
    #expect(result.gap == .zero)
  }

  @Test func `sites without any proposal give the empty plan, or a contradiction`() throws {
    var question = LayoutCase()
    question.add("a", at: XY(0, 0), scores: [])
    #expect(try question.result().rejected.map(\.reason) == ["no-boundary"])
    question.parameters.towns.min = 1
    #expect(try question.result().status == .infeasible)
  }

  @Test func `all candidates at one point give one town`() throws {
    var question = LayoutCase()
    for number in 0..<60 {
      question.add("\(number)", at: XY(0, 0), scores: [("a", Double(number)), ("b", 50)])
    }
    let result = try question.result()
    #expect(question.names(of: result) == ["59.a"])
    #expect(result.rejected.count == 59)
    #expect(result.rejected.allSatisfy { $0.reason == "spacing" && $0.because == ["59"] })
    // All 120 columns are one clique.
    #expect(result.rowCount == 1)
  }

  @Test func `weights of zero leave a plan of no value, proven`() throws {
    var question = LayoutCase()
    question.add("a", at: XY(0, 0), scores: [("x", 50)])
    question.addResource("r", at: XY(0, 0), weight: 1)
    question.parameters.suitabilityWeight = 0
    question.parameters.coverageWeight = 0
    question.parameters.coverage = [
      CoverageRule(
        category: "r", weight: 1, rings: CoverageRing.linear(radius: Metres(9), steps: 3))
    ]
    let result = try question.result()
    #expect(result.status == .optimal)
    #expect(result.objective == 0)
    #expect(result.gap == .zero)
  }

  @Test(arguments: [1e12, 1e30, 1e-12])
  func `weights far from one keep exact sums`(weight: Double) throws {
    var question = LayoutCase()
    question.add("a", at: XY(0, 0), scores: [("x", 50)])
    question.add("b", at: XY(1200, 0), scores: [("x", 80)])
    question.add("c", at: XY(2400, 0), scores: [("x", 50)])
    question.parameters.spacing = Metres(300)
    question.parameters.suitabilityWeight = weight
    let result = try question.result()
    #expect(result.status == .optimal)
    let term = try #require(result.terms.first?.value)
    let points = LayoutAudit(question: question).points(of: .suitability, result.chosen)
    #expect(abs(term - points) <= 1e-12 * points)
    if weight > 1 {
      #expect(question.names(of: result) == ["a.x", "c.x"])
      let objective = try #require(result.objective)
      #expect(abs(objective / (100 * weight) - 1) < 1e-9)
      #expect(result.coarseUnit == nil)
    } else {
      // In units of 10⁻⁴ points all of it is nothing, which is told.
      #expect(result.objective == 0)
      #expect(result.coarseUnit == (result.chosen.isEmpty ? nil : 1e-4))
    }
  }

  @Test func `terms beside a heavy one are told as they are, with the unit of the objective`()
    throws
  {
    var question = LayoutCase()
    question.add("a", at: XY(0, 0), county: "c", scores: [("x", 99.8690)])
    question.add("b", at: XY(9000, 0), county: "d", scores: [("x", 49.1321)])
    question.parameters.equity = EquityRule(weight: 1e6, of: .towns, per: .county)
    let result = try question.result()
    #expect(result.terms.map(\.name) == ["suitability", "equity"])
    #expect(abs(result.terms[0].value - 149.0011) < 1e-9)
    #expect(result.terms[1].value == 1e6)
    #expect(result.coarseUnit == 1e-3)
    #expect(result.status == .optimal && result.objective == 1_000_149.001)
    question.parameters.equity?.weight = 1
    #expect(try question.result().coarseUnit == nil)
  }

  @Test func `resources without a rule, and rules without rings, count nothing`() throws {
    var question = LayoutCase()
    question.add("a", at: XY(0, 0), scores: [("x", 50)])
    question.addResource("r", at: XY(0, 0), category: "unknown", weight: 9)
    question.addResource("s", at: XY(0, 0), weight: 9)
    question.parameters.coverage = [CoverageRule(category: "r", weight: 1, rings: [])]
    #expect(try question.result().terms.map(\.value) == [50, 0])
  }

  @Test func `limits beyond any number change nothing`() throws {
    var question = LayoutCase()
    question.add("a", at: XY(0, 0), scores: [("x", 50)])
    question.parameters.towns.max = .max
    question.parameters.landQuota = SquareMetres(1e300)
    question.parameters.timeLimit = .seconds(1e15)
    #expect(try question.result().objective == 50)
    question.parameters.landQuota = .zero
    #expect(try question.result().chosen.isEmpty)
    #expect(try question.result().rejected.map(\.reason) == ["land"])
  }

  @Test func `a time limit of almost nothing still gives an honest answer`() throws {
    var question = RandomLayouts.city(
      sites: 60, width: 60_000, counties: 5, towns: 12, resources: 400, spacing: 4000, seed: 7)
    let best = try #require(try question.result().objective)
    question.parameters.timeLimit = .microseconds(1)
    let result = try question.result()
    #expect(result.status != .infeasible)
    if let objective = result.objective, let bound = result.bound {
      #expect(LayoutAudit(question: question).violations(of: result.chosen) == [])
      #expect(objective <= best)
      #expect(bound >= best)
    }
  }

  @Test func `sizes of one industry at one site are columns of their own`() throws {
    var question = LayoutCase()
    question.add("a", at: XY(0, 0), scores: [("x", 50)], side: 2000)
    question.add("b", at: XY(5000, 0), scores: [("x", 60)])
    let small = question.proposals[1]
    question.proposals.append(
      TownProposal(
        site: 0, industry: "x", boundary: small.boundary, planarArea: small.planarArea,
        ellipsoidalArea: small.ellipsoidalArea, constructionBoundary: small.constructionBoundary,
        constructionArea: small.constructionArea, cellCount: 1, score: 70, factors: [],
        compactness: Ratio(0.7), reach: Metres(700), objective: 1, bound: 1, gap: .zero,
        shortfall: nil))
    question.parameters.landQuota = SquareMetres(squareKilometres: 4)
    // The large town alone brings 200 points, the two small ones 130; they lie in the same place.
    #expect(try question.result().chosen == [0])
  }
}
