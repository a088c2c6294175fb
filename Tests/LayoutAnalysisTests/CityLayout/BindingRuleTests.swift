import LandModel
import Testing

@testable import LayoutAnalysis

/// Which rules are said to hold a plan back.
@Suite struct BindingRuleTests {
  private func binding(_ question: LayoutCase) throws -> [String] {
    try question.result().rules.filter(\.isBinding).map(\.code)
  }

  @Test func `land binds where it keeps a better town from the place of another`() throws {
    // One town is all there may be, so that nothing but land keeps the large one out of its place.
    var question = LayoutCase()
    question.add("large", at: XY(0, 0), scores: [("x", 90)], side: 2000)
    question.add("small", at: XY(9000, 0), scores: [("x", 60)])
    question.parameters.towns.max = 1
    question.parameters.landQuota = SquareMetres(squareKilometres: 3)
    #expect(question.names(of: try question.result()) == ["small.x"])
    #expect(try binding(question) == ["towns.max", "land"])
    question.parameters.landQuota = SquareMetres(squareKilometres: 4)
    #expect(try binding(question) == ["towns.max"])
  }

  @Test func `land binds where it keeps a site from a larger town of its own`() throws {
    var question = LayoutCase()
    question.add("a", at: XY(0, 0), scores: [("x", 60), ("y", 60)], sides: [1000, 2000])
    question.parameters.landQuota = SquareMetres(squareKilometres: 3)
    #expect(question.names(of: try question.result()) == ["a.x"])
    #expect(try binding(question) == ["land"])
  }

  @Test func `spacing binds where all towns that there may be are chosen`() throws {
    var question = LayoutCase()
    question.add("w", at: XY(0, 0), scores: [("a", 60)])
    question.add("m", at: XY(3000, 0), scores: [("a", 90)])
    question.add("e", at: XY(6000, 0), scores: [("a", 70)])
    question.parameters.towns.max = 2
    question.parameters.spacing = Metres(2001)
    #expect(question.names(of: try question.result()) == ["w.a", "e.a"])
    #expect(try binding(question) == ["towns.max", "spacing"])
    question.parameters.spacing = .zero
    question.parameters.industrySpacing = Metres(2001)
    #expect(try binding(question) == ["towns.max", "spacing.industry"])
    question.parameters.industrySpacing = .zero
    #expect(try binding(question) == ["towns.max"])
  }

  @Test func `what brings nothing is not held back`() throws {
    var question = LayoutCase()
    question.add("w", at: XY(0, 0), scores: [("a", 60)])
    question.add("m", at: XY(3000, 0), scores: [("a", 90)])
    question.add("e", at: XY(6000, 0), scores: [("a", 70)])
    question.parameters.spacing = Metres(2001)
    question.parameters.landQuota = SquareMetres(squareKilometres: 2)
    question.parameters.lockedIn = [LockedSite(site: "w"), LockedSite(site: "e")]
    #expect(try binding(question).contains("spacing"))
    question.parameters.suitabilityWeight = 0
    #expect(try binding(question) == ["locked-in", "locked-in"])
  }

  @Test func `a quota found in the way of a single step is worth raising`() throws {
    var found: [LayoutConstraint: Int] = [:]
    for seed in UInt64(1)...900 {
      let question = RandomLayouts.small(seed: seed, with: .budget)
      let result = try question.result()
      guard result.status == .optimal, let objective = result.objective else { continue }
      let instance = try question.instance()
      let quotas = Set(instance.rules.map(\.constraint).filter(\.isQuota))
      let state = PlanState(instance, choosing: result.chosen)
      for quota in state.rulesInTheWay(among: quotas) {
        var other = question
        if quota == .land { other.parameters.landQuota = nil }
        if quota == .construction { other.parameters.constructionQuota = nil }
        if quota == .budget { other.parameters.budget = nil }
        #expect(try #require(try other.result().objective) > objective, "seed \(seed) \(quota)")
        #expect(try binding(question).contains(quota.code))
        found[quota, default: 0] += 1
      }
    }
    #expect(found.count == 3 && found.values.allSatisfy { $0 > 3 }, "\(found)")
  }

  @Test func `land with a price is never left out`() throws {
    var priced = 0
    for seed in UInt64(1)...10 {
      var question = RandomLayouts.city(
        sites: 24, width: 50_000, counties: 3, towns: 8, resources: 60, spacing: 3000, seed: seed)
      question.parameters.industryQuota.min = 0
      question.parameters.landQuota = SquareMetres(squareKilometres: 12)
      let result = try question.result()
      guard let bound = result.bound, let price = result.landPrice, price * 1200 > 0.01 * bound
      else { continue }
      #expect(try binding(question).contains("land"), "seed \(seed)")
      priced += 1
    }
    #expect(priced > 5)
  }
}
