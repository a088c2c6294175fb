import LandModel
import Optimization
import Testing

@testable import LayoutAnalysis

/// More questions that nobody should ask: extremes of size, place, weight and quota.
@Suite struct HostileQuestionTests {
  @Test func `a thousand candidates at one point give the best of them`() throws {
    // Half a million pairs, all too near: one clique. Unoptimised, five thousand take minutes.
    var question = LayoutCase()
    question.parameters.timeLimit = .seconds(600)
    for number in 0..<1000 {
      question.add("\(number)", at: XY(0, 0), scores: [("a", Double(number % 97))])
    }
    question.addResource("r", at: XY(10, 10), weight: 3)
    question.parameters.coverage = [
      CoverageRule(
        category: "r", weight: 1, rings: [CoverageRing(radius: Metres(100), share: Ratio(1))])
    ]
    let result = try question.result()
    #expect(result.status == .optimal)
    #expect(result.objective == 99)
    #expect(question.names(of: result) == ["96.a"])
    #expect(result.rejected.count == 999)
  }

  @Test func `all land forbidden leaves no proposal, and the refusals tell why`() throws {
    var question = LayoutCase()
    let cause = LocalizedText(english: "Red lines all over.", chinese: "全为红线。")
    for number in 0..<30 {
      question.add("\(number)", at: XY(Double(number) * 5000, 0), scores: [])
      question.refusals.append(
        DelimitationRefusal(
          site: number, industry: "a",
          shortfall: Shortfall(reached: .zero, wanted: SquareMetres(3e6), cause: cause)))
    }
    let result = try question.result()
    #expect(result.status == .optimal)
    #expect(result.chosen.isEmpty)
    #expect(result.rejected.map(\.text) == Array(repeating: cause, count: 30))
    question.parameters.towns.min = 2
    let contradicted = try question.result()
    #expect(contradicted.status == .infeasible)
    #expect(
      contradicted.contradictions.map(\.english) == [
        "The city needs at least 2 towns, but only 0 of 30 sites have an allowed boundary; "
          + "30 have no boundary."
      ])
  }

  @Test func `quotas that sum to more than the total are told with both numbers`() throws {
    var question = LayoutCase()
    for number in 0..<6 {
      question.add(
        "\(number)", at: XY(Double(number) * 5000, 0), county: "c\(number % 3)",
        scores: [("a", 50), ("b", 60)])
    }
    question.parameters.towns.max = 4
    question.parameters.countyQuota.min = 2
    #expect(
      try question.result().contradictions.map(\.english) == [
        "The minimum quotas of the counties sum to 6, but the city may have at most 4 towns."
      ])
    question.parameters.countyQuota.min = 0
    question.parameters.industryQuota.min = 3
    #expect(
      try question.result().contradictions.map(\.english) == [
        "The minimum quotas of the industries sum to 6, but the city may have at most 4 towns."
      ])
  }

  @Test func `a resource weight of 1e12 among small ones decides, and sums stay exact`() throws {
    var question = LayoutCase()
    question.add("heavy", at: XY(0, 0), scores: [("a", 1)])
    question.add("light", at: XY(1200, 0), scores: [("a", 100)])
    question.addResource("h", at: XY(0, 0), weight: 1e12)
    question.addResource("l", at: XY(1200, 0), weight: 1)
    question.parameters.spacing = Metres(500)
    question.parameters.coverage = [
      CoverageRule(
        category: "r", weight: 1, rings: [CoverageRing(radius: Metres(100), share: Ratio(1))])
    ]
    let result = try question.result()
    #expect(question.names(of: result) == ["heavy.a"])
    #expect(result.status == .optimal)
    #expect(result.terms.last?.value == 1e12)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func `a resource nowhere is an error that names it`(coordinate: Double) {
    for position in [XY(coordinate, 0), XY(0, coordinate)] {
      var question = LayoutCase()
      question.add("a", at: XY(0, 0), scores: [("x", 50)])
      question.addResource("lost", at: position, weight: 1)
      #expect {
        try question.result()
      } throws: { error in
        guard case LayoutError.parameters(let problems) = error else { return false }
        return problems.map(\.parameter) == ["resources.lost.position"]
          && problems.map(\.problem) == ["not-finite"]
      }
    }
  }

  @Test(arguments: [Double.nan, .infinity, -1])
  func `a resource of no weight that can be counted is an error that names it`(weight: Double) {
    var question = LayoutCase()
    question.add("a", at: XY(0, 0), scores: [("x", 50)])
    question.addResource("odd", at: XY(0, 0), weight: weight)
    #expect {
      try question.result()
    } throws: { error in
      guard case LayoutError.parameters(let problems) = error else { return false }
      return problems.map(\.parameter) == ["resources.odd.weight"]
    }
  }

  @Test func `one site without any resource is a plan`() throws {
    var question = LayoutCase()
    question.add("only", at: XY(0, 0), scores: [("x", 50)])
    question.parameters.coverage = [
      CoverageRule(
        category: "r", weight: 1, rings: [CoverageRing(radius: Metres(100), share: Ratio(1))])
    ]
    let result = try question.result()
    #expect(question.names(of: result) == ["only.x"])
    #expect(result.terms.map(\.value) == [50, 0])
    #expect(result.gap == .zero)
  }

  @Test func `resources that weigh nothing change nothing`() throws {
    var question = LayoutCase()
    question.add("a", at: XY(0, 0), scores: [("x", 50)])
    let without = try question.result()
    for number in 0..<100 {
      question.addResource("\(number)", at: XY(Double(number), 0), weight: 0)
    }
    question.parameters.coverage = [
      CoverageRule(
        category: "r", weight: 1, rings: [CoverageRing(radius: Metres(1000), share: Ratio(1))])
    ]
    let result = try question.result()
    #expect(result.chosen == without.chosen)
    #expect(result.objective == without.objective)
  }

  @Test func `a site locked in and out is named with both lists`() {
    var question = LayoutCase()
    question.add("torn", at: XY(0, 0), scores: [("x", 50)])
    question.parameters.lockedIn = [LockedSite(site: "torn")]
    question.parameters.lockedOut = [LockedSite(site: "torn")]
    #expect(
      throws: LayoutError.parameters([
        LayoutParameterProblem(
          parameter: "locked-in, locked-out", value: "torn", problem: "in-and-out")
      ])
    ) {
      try question.result()
    }
  }

  @Test func `two towns locked in whose boundaries overlap are both named`() throws {
    var question = LayoutCase()
    question.add("one", at: XY(0, 0), scores: [("x", 50)])
    question.add("other", at: XY(400, 0), scores: [("x", 50)])
    question.parameters.lockedIn = [LockedSite(site: "one"), LockedSite(site: "other")]
    let result = try question.result()
    #expect(result.status == .infeasible)
    let sentence = try #require(result.contradictions.first?.english)
    #expect(result.contradictions.count == 1)
    #expect(sentence.contains("Town one and Town other must both become towns"))
  }

  @Test func `reading the clock ends a search of 600 sites near its limit`() throws {
    var question = RandomLayouts.city(
      sites: 600, width: 120_000, counties: 8, towns: 40, resources: 3000, spacing: 4000, seed: 3)
    question.parameters.industryQuota.min = 0
    question.parameters.timeLimit = .milliseconds(300)
    let instance = try question.instance()
    let search = LayoutSearch(instance: instance, limits: .init(seconds: 0.3))
    let start = ContinuousClock.now
    let outcome = try search.outcome()
    // Unoptimised and beside other tests; without a look at the clock it takes minutes.
    #expect(ContinuousClock.now - start < .seconds(30))
    #expect(outcome.plan.map { $0.objective <= outcome.bound } ?? true)
  }
}
