import LandModel
import Optimization
import Testing

@testable import LayoutAnalysis

/// Budget, equity and least points of terms: against every plan, and by hand.
@Suite struct LayoutTermTests {
  @Test(arguments: [1, 2, 4, 7])
  func `small questions have the optimum of enumeration`(additions: Int) throws {
    var outcomes: [LayoutStatus: Int] = [:]
    for seed in 1...200 {
      let question = RandomLayouts.small(
        seed: UInt64(1000 * additions + seed), with: .init(rawValue: additions))
      let audit = LayoutAudit(question: question)
      let best = audit.bestByEnumeration()
      let result = try question.result()
      outcomes[result.status, default: 0] += 1
      guard let best else {
        #expect(result.status == .infeasible, "seed \(seed)")
        #expect(!result.contradictions.isEmpty, "seed \(seed)")
        continue
      }
      #expect(result.status == .optimal, "seed \(seed): \(result.contradictions)")
      let objective = try #require(result.objective, "seed \(seed)")
      #expect(audit.violations(of: result.chosen) == [], "seed \(seed)")
      #expect(abs(objective - best) < 0.005, "seed \(seed): \(objective) instead of \(best)")
      for term in result.terms {
        let points = audit.points(of: try #require(LayoutTerm(name: term.name)), result.chosen)
        #expect(abs(term.value - points) < 0.003, "seed \(seed): \(term.name)")
      }
      let sum = result.terms.reduce(0) { $0 + $1.value }
      #expect(abs(sum - objective) < 1e-9 * max(1, objective), "seed \(seed)")
      #expect(result.bound == objective)
    }
    #expect(outcomes[.optimal] ?? 0 > 40)
    #expect(outcomes[.infeasible] ?? 0 > 15)
  }

  @Test func `the solver alone and a core of one column agree`() throws {
    for seed in 1...150 {
      let instance = try RandomLayouts.small(seed: UInt64(seed), with: .all).instance()
      let best = PlanEnumeration(instance).best
      let search = LayoutSearch(
        instance: instance, limits: SolverLimits(seconds: 60), smallestCore: 1)
      for outcome in [try search.outcome(), try search.outcomeOfWholeProgram()] {
        #expect(outcome.plan?.objective == best, "seed \(seed)")
        #expect(outcome.status == (best == nil ? .infeasible : .optimal), "seed \(seed)")
      }
    }
  }

  @Test func `bounds of any multipliers hold for all plans, and for those with a column`() throws {
    var bounds = 0
    for seed in 1...300 {
      let instance = try RandomLayouts.small(seed: UInt64(seed), with: .all).instance()
      let plans = PlanEnumeration(instance)
      guard let best = plans.best else { continue }
      let relaxation = LayoutRelaxation(instance, LayoutRows(instance))
      var random = SeededGenerator(seed: UInt64(seed))
      func price(_ most: UInt64) -> Int64 {
        random.next() % 3 == 0 ? 0 : Int64(random.next() % most)
      }
      var ascent = DualAscent(relaxation, towards: best)
      var prices = [ascent.multipliers(until: .now + .seconds(60))]
      for most in [UInt64(1), 1 << 10, 1 << 20, 1 << 36, 1 << 63] {
        prices.append(
          Multipliers(
            rows: relaxation.limits.map { _ in price(most) },
            groups: relaxation.weights.map { _ in price(most) }))
      }
      for prices in prices {
        let bound = LagrangianBound(relaxation, prices)
        #expect(bound.units >= best, "seed \(seed)")
        for (column, bestWith) in plans.bestWith.enumerated() {
          guard let bestWith else { continue }
          #expect(bound.columns(above: bestWith - 1).contains(column), "seed \(seed): \(column)")
        }
        bounds += 1
      }
    }
    #expect(bounds > 300)
  }

  @Test func `contradictions of small questions cannot be met, and none of them can be spared`()
    throws
  {
    var examined = 0
    for seed in 1...150 {
      let instance = try RandomLayouts.small(seed: UInt64(seed), with: .all).instance()
      guard PlanEnumeration(instance).best == nil else { continue }
      let filter = ContradictionFilter(
        instance: instance, solver: CBCSolver(), limits: .init(seconds: 10),
        deadline: .now + .seconds(60))
      let smallest = try filter.smallest()
      #expect(!isPossible(smallest, instance), "seed \(seed)")
      for spared in smallest {
        #expect(isPossible(smallest.filter { $0 != spared }, instance), "seed \(seed): \(spared)")
      }
      examined += 1
    }
    #expect(examined > 20)
  }

  /// Whether some plan keeps some rules, by trying all.
  private func isPossible(_ kept: [LayoutConstraint], _ instance: LayoutInstance) -> Bool {
    var part = instance
    part.setRules(instance.rules.filter { kept.contains($0.constraint) })
    var causes: ConflictGraph.Cause = .sameSite
    if kept.contains(.spacing) { causes.insert(.spacing) }
    if kept.contains(.industrySpacing) { causes.insert(.industrySpacing) }
    part.conflicts = instance.conflicts.keeping(causes)
    return PlanEnumeration(part).best != nil
  }

  // MARK: By hand

  /// Two good towns in the east and a poor one in the west, far from each other.
  private var question: LayoutCase {
    var question = LayoutCase()
    question.add("a", at: XY(0, 0), county: "east", scores: [("x", 90)])
    question.add("b", at: XY(20_000, 0), county: "east", scores: [("x", 80)])
    question.add("w", at: XY(60_000, 0), county: "west", scores: [("x", 30)])
    question.parameters.towns.max = 2
    return question
  }

  @Test func `equity brings in the county that has nothing`() throws {
    var question = question
    #expect(question.names(of: try question.result()) == ["a.x", "b.x"])
    // A square kilometre each: 90 + 30 + 60 × 1 against 90 + 80 + 0.
    question.parameters.equity = EquityRule(weight: 60, of: .area, per: .county)
    let result = try question.result()
    #expect(question.names(of: result) == ["a.x", "w.x"])
    #expect(result.objective == 180)
    #expect(result.terms.last == ObjectiveTerm(name: "equity", value: 60))
    question.parameters.equity?.weight = 40
    #expect(question.names(of: try question.result()) == ["a.x", "b.x"])
  }

  @Test func `greed lifts one county after the other where only equity counts`() throws {
    var question = question
    question.parameters.equity = EquityRule(weight: 60, of: .area, per: .county)
    let instance = try question.instance().maximising(.equity)
    let plan = try #require(PlanState.byExchanges(for: instance))
    #expect(plan.objective == 600_000)
    #expect(plan.chosen == [0, 2])
  }

  @Test func `a fair share goes by population`() throws {
    var question = question
    question.parameters.towns.max = 3
    question.counties = [
      County(id: "east", name: "East", population: 300),
      County(id: "west", name: "West", population: 100),
    ]
    question.parameters.equity = EquityRule(weight: 60, of: .towns, per: .population)
    // Fair shares are 1.5 and 0.5: two towns in the east are at 1.333, one in the west at 2.
    let result = try question.result()
    #expect(result.terms.last == ObjectiveTerm(name: "equity", value: 80))
    // Nobody lives in the west: it does not count.
    question.counties[1] = County(id: "west", name: "West", population: 0)
    #expect(try question.result().terms.last == ObjectiveTerm(name: "equity", value: 120))
    // Where nobody is counted at all there is nothing to go by.
    question.counties = []
    #expect(
      throws: LayoutError.parameters([
        LayoutParameterProblem(
          parameter: "equity.per", value: "population", problem: "no-population")
      ])
    ) { try question.result() }
  }

  @Test func `a budget keeps out what costs too much`() throws {
    var question = question
    question.sites = zip(question.sites, [700.0, 400, 100]).map { site, cost in
      Site(
        id: site.id, name: site.name, county: site.county, countyName: site.countyName,
        seed: site.seed, industries: site.industries, cost: Money(tenThousandYuan: cost))
    }
    question.parameters.budget = Money(tenThousandYuan: 1100)
    #expect(question.names(of: try question.result()) == ["a.x", "b.x"])
    question.parameters.budget = Money(tenThousandYuan: 1099)
    let result = try question.result()
    #expect(question.names(of: result) == ["a.x", "w.x"])
    let rule = try #require(result.rules.first { $0.code == "budget" })
    // Without it the second town would be b.
    #expect(rule.limit == 1099 && rule.used == 800 && rule.unit == .money && rule.isBinding)
    #expect(
      rule.text.english
        == "All towns together may cost at most 10.99 million CNY; the plan costs 8 million CNY.")
    // Land costs too: 200 for each of the towns of 1 km².
    question.parameters.costPerSquareKilometre = Money(tenThousandYuan: 200)
    #expect(question.names(of: try question.result()) == ["b.x", "w.x"])
    question.parameters.towns.min = 2
    question.parameters.budget = Money(tenThousandYuan: 899)
    #expect(
      try question.result().contradictions.map(\.english) == [
        "The 2 towns that the minimum quotas ask for need at least 9 million CNY, but all towns "
          + "together may cost at most 8.99 million CNY."
      ])
  }

  @Test func `least points of reach outweigh suitability`() throws {
    var question = question
    question.addResource("spring", at: XY(60_000, 500), category: "spring", weight: 10)
    question.parameters.coverage = [
      CoverageRule(
        category: "spring", weight: 1, rings: [CoverageRing(radius: Metres(1000), share: Ratio(1))])
    ]
    #expect(question.names(of: try question.result()) == ["a.x", "b.x"])
    question.parameters.termMinimums = [TermMinimum(term: .category("spring"), points: 10)]
    let result = try question.result()
    #expect(question.names(of: result) == ["a.x", "w.x"])
    let rule = try #require(result.rules.first { $0.code == "at-least" })
    #expect(rule.subject == "coverage.spring" && rule.limit == 10 && rule.used == 10)
    #expect(rule.unit == .point && rule.isBinding)
    #expect(
      rule.text.english
        == "Reach of resources “spring” must reach at least 10 points; the plan has 10.")
    question.parameters.termMinimums[0].term = .coverage
    #expect(question.names(of: try question.result()) == ["a.x", "w.x"])
  }

  @Test func `exactly at the least points is enough, and one unit more is not`() throws {
    var question = question
    question.parameters.termMinimums = [TermMinimum(term: .suitability, points: 170)]
    #expect(try question.result().status == .optimal)
    question.parameters.termMinimums[0].points = 170.000_1
    let result = try question.result()
    #expect(result.status == .infeasible)
    #expect(
      result.contradictions.map(\.english) == [
        "Suitability must reach at least 170.0001 points, but under the other rules no plan reaches "
          + "more than 170."
      ])
    // Less than half a unit is rounded away, as it is from the term.
    question.parameters.termMinimums[0].points = 170.000_04
    #expect(try question.result().status == .optimal)
  }

  @Test func `least equity asks each county for its part`() throws {
    var question = question
    question.parameters.equity = EquityRule(weight: 10, of: .area, per: .county)
    #expect(question.names(of: try question.result()) == ["a.x", "b.x"])
    question.parameters.termMinimums = [TermMinimum(term: .equity, points: 10)]
    let result = try question.result()
    #expect(question.names(of: result) == ["a.x", "w.x"])
    #expect(
      result.rules.filter { $0.code == "at-least.equity" }.map(\.subject) == ["east", "west"])
    #expect(
      result.rules.first { $0.code == "at-least.equity" }?.text.english
        == "County east needs at least 1 km² of town land; the plan gives it 1 km² of town land.")
  }
}
