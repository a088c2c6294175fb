import LandModel
import Optimization
import Testing

@testable import LayoutAnalysis

/// Money, least points, equity and fronts with numbers that nobody should write.
@Suite struct HostileTermTests {
  private func city(seed: UInt64) -> LayoutCase {
    var question = RandomLayouts.city(
      sites: 20, width: 40_000, counties: 3, towns: 6, resources: 60, spacing: 4000, seed: seed)
    question.parameters.industryQuota.min = 0
    question.parameters.equity = EquityRule(weight: 20, of: .area, per: .county)
    return question
  }

  private func problems(_ question: LayoutCase) -> [String] {
    do {
      _ = try question.result()
      return []
    } catch .parameters(let problems) {
      return problems.map { "\($0.parameter): \($0.problem)" }
    } catch {
      return ["\(error)"]
    }
  }

  @Test func `numbers that are none are told, all at once`() {
    var question = city(seed: 1)
    question.parameters.budget = Money(tenThousandYuan: .nan)
    question.parameters.costPerSquareKilometre = Money(tenThousandYuan: -5)
    question.parameters.termMinimums = [
      TermMinimum(term: .suitability, points: .infinity),
      TermMinimum(term: .category("mining"), points: -1),
      TermMinimum(term: .category("mining"), points: 1),
      TermMinimum(term: .category("gold"), points: 1),
    ]
    question.parameters.equity?.weight = 1e31
    question.parameters.pareto = ParetoQuestion(
      first: .category("gold"), second: .category("gold"), points: 1)
    #expect(
      problems(question) == [
        "budget: not-finite", "cost-per-km2: negative", "at-least.suitability: not-finite",
        "at-least.coverage.mining: negative", "at-least: repeated", "at-least: unknown-term",
        "equity.weight: too-large", "pareto.terms: unknown-term", "pareto.terms: repeated",
        "pareto.points: fewer-than-two",
      ])
    question = city(seed: 1)
    question.parameters.equity = nil
    question.parameters.termMinimums = [TermMinimum(term: .equity, points: 1)]
    question.parameters.pareto = ParetoQuestion(first: .suitability, second: .equity)
    #expect(problems(question) == ["at-least: no-equity", "pareto.terms: no-equity"])
  }

  @Test func `costs that are none are told by candidate`() {
    var question = city(seed: 1)
    let site = question.sites[3]
    for (cost, problem) in [(-1.0, "negative"), (.nan, "not-finite"), (.infinity, "not-finite")] {
      question.sites[3] = Site(
        id: site.id, name: site.name, county: site.county, countyName: site.countyName,
        seed: site.seed, industries: site.industries, cost: Money(tenThousandYuan: cost))
      #expect(problems(question) == ["candidates.s3.cost: \(problem)"])
    }
    question = city(seed: 1)
    question.parameters.budget = Money(tenThousandYuan: 5)
    #expect(problems(question) == ["budget: no-costs"])
  }

  @Test(arguments: [1e12, 1e28, 1e-12])
  func `heavy and light weights give a plan, proven or with a gap that is told`(weight: Double)
    throws
  {
    var question = city(seed: 3)
    question.parameters.suitabilityWeight = weight
    question.parameters.coverageWeight *= weight
    question.parameters.equity?.weight = 20 * weight
    let free = try question.result()
    let equity = try #require(free.terms.last?.value)
    question.parameters.termMinimums = [
      TermMinimum(term: .suitability, points: 0.9 * (free.terms.first?.value ?? 0)),
      TermMinimum(term: .equity, points: 0.9 * equity),
    ]
    question.parameters.pareto = ParetoQuestion(first: .suitability, second: .coverage, points: 3)
    let result = try question.result()
    let (objective, bound) = (try #require(result.objective), try #require(result.bound))
    #expect(objective <= bound && bound <= 1.01 * objective)
    #expect(objective <= (free.bound ?? 0))
    let front = try #require(result.pareto)
    #expect(front.points.allSatisfy { $0.first <= $0.bound })
    #expect(try question.result() == result)
  }

  @Test func `equity of no weight changes nothing`() throws {
    var question = city(seed: 4)
    question.parameters.equity = nil
    let plain = try question.result()
    question.parameters.equity = EquityRule(weight: 0, of: .suitability, per: .county)
    let result = try question.result()
    #expect(result.objective == plain.objective && result.bound == plain.bound)
    #expect(result.terms.last == ObjectiveTerm(name: "equity", value: 0))
    // Nor can a limit on it be kept.
    question.parameters.termMinimums = [TermMinimum(term: .equity, points: 1)]
    #expect(
      try question.result().contradictions.map(\.english) == [
        "Equity between counties must reach at least 1 points, but under the other rules no plan "
          + "reaches more than 0."
      ])
  }

  @Test(arguments: [1e9, 1e12, 1e300])
  func `points beyond any reach are told with what can be reached`(points: Double) throws {
    var question = city(seed: 5)
    question.parameters.termMinimums = [TermMinimum(term: .coverage, points: points)]
    let result = try question.result()
    #expect(result.status == .infeasible)
    #expect(result.contradictions.count == 1)
    let sentence = try #require(result.contradictions.first)
    #expect(sentence.english.hasPrefix("Reach of resources must reach at least "))
    #expect(sentence.chinese.contains("在其他规则下任何方案都不超过"))
  }

  @Test func `a budget beyond all costs, and one of nothing`() throws {
    var question = city(seed: 6)
    question.parameters.costPerSquareKilometre = Money(tenThousandYuan: 1e11)
    let free = try question.result()
    question.parameters.budget = Money(tenThousandYuan: 1e300)
    #expect(try question.result().objective == free.objective)
    question.parameters.countyQuota.min = 0
    question.parameters.budget = .zero
    let empty = try question.result()
    #expect(empty.status == .optimal && empty.chosen == [] && empty.objective == 0)
    question.parameters.countyQuota.min = 1
    #expect(try question.result().status == .infeasible)
  }

  @Test func `least points that only contradict each other name both`() throws {
    var question = LayoutCase()
    question.add("a", at: XY(0, 0), scores: [("x", 90)])
    question.add("b", at: XY(30_000, 0), scores: [("x", 20)])
    question.addResource("r", at: XY(30_000, 200), weight: 10)
    question.parameters.coverage = [
      CoverageRule(
        category: "r", weight: 1, rings: [CoverageRing(radius: Metres(1000), share: Ratio(1))])
    ]
    question.parameters.towns.max = 1
    question.parameters.termMinimums = [
      TermMinimum(term: .suitability, points: 50), TermMinimum(term: .coverage, points: 5),
    ]
    let result = try question.result()
    #expect(
      result.contradictions.map(\.english) == [
        "The city may have at most 1 town; the other rules ask for 2.",
        "Suitability must reach at least 50 points; the other rules leave room for 20 points.",
        "Reach of resources must reach at least 5 points; the other rules leave room for 0 points.",
      ])
  }

  @Test func `cities with every kind of rule have the optimum of the whole program`() throws {
    for seed in UInt64(1)...6 {
      var question = city(seed: seed)
      question.parameters.costPerSquareKilometre = Money(tenThousandYuan: 9000)
      question.parameters.budget = Money(tenThousandYuan: 150_000)
      let free = try question.result()
      question.parameters.termMinimums = [
        TermMinimum(
          term: .coverage,
          points: 1.05 * free.terms.dropFirst().dropLast().reduce(0) { $0 + $1.value })
      ]
      let instance = try question.instance()
      let limits = SolverLimits(seconds: 60)
      let whole = try LayoutSearch(instance: instance, limits: limits).outcomeOfWholeProgram()
      for core in [10, 400] {
        let outcome = try LayoutSearch(instance: instance, limits: limits, smallestCore: core)
          .outcome()
        #expect(outcome.status == whole.status && outcome.status != .feasible, "seed \(seed)")
        #expect(outcome.plan?.objective == whole.plan?.objective, "seed \(seed)")
      }
    }
  }
}
