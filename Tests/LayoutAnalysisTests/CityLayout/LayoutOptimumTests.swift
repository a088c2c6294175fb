import LandModel
import Optimization
import Testing

@testable import LayoutAnalysis

/// Plans against enumeration and an audit that shares no code with the layout.
@Suite struct LayoutOptimumTests {
  @Test func `400 small questions have the optimum of enumeration`() throws {
    var outcomes: [LayoutStatus: Int] = [:]
    for seed in 1...400 {
      let question = RandomLayouts.small(seed: UInt64(seed))
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
      // Each coefficient is rounded to 10⁻⁴ points.
      #expect(abs(objective - best) < 0.005, "seed \(seed): \(objective) instead of \(best)")
      #expect(abs(objective - audit.objective(of: result.chosen)) < 0.005, "seed \(seed)")
      let sum = result.terms.reduce(0) { $0 + $1.value }
      #expect(abs(sum - objective) < 1e-9 * max(1, objective), "seed \(seed)")
      #expect(result.bound == objective)
      #expect(result.gap == .zero)
    }
    #expect(outcomes[.optimal] ?? 0 > 150)
    #expect(outcomes[.infeasible] ?? 0 > 30)
  }

  @Test func `contradictions of small questions cannot be met, and none of them can be spared`()
    throws
  {
    var examined = 0
    for seed in 1...400 {
      let question = RandomLayouts.small(seed: UInt64(seed))
      guard LayoutAudit(question: question).bestByEnumeration() == nil else { continue }
      let instance = try LayoutInstance(
        parameters: question.parameters, delimitation: question.delimitation,
        resources: question.resources, counties: question.counties)
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
    #expect(examined > 30)
  }

  @Test func `60 sites and six industries are proven within seconds`() throws {
    let question = RandomLayouts.city(
      sites: 60, width: 60_000, counties: 5, towns: 12, resources: 400, spacing: 4000, seed: 7)
    let audit = LayoutAudit(question: question)
    let clock = ContinuousClock()
    let start = clock.now
    let result = try question.result()
    let elapsed = clock.now - start
    #expect(result.status == .optimal)
    #expect(result.gap == .zero)
    #expect(audit.violations(of: result.chosen) == [])
    let objective = try #require(result.objective)
    #expect(abs(objective - audit.objective(of: result.chosen)) < 0.05)
    #expect(elapsed < .seconds(60), "took \(elapsed)")
  }

  @Test func `a gap that is allowed is told, with a bound that holds`() throws {
    var question = RandomLayouts.city(
      sites: 60, width: 60_000, counties: 5, towns: 12, resources: 400, spacing: 4000, seed: 2)
    let best = try #require(try question.result().objective)
    question.parameters.gap = Ratio(percent: 5)
    let result = try question.result()
    let (objective, bound) = (try #require(result.objective), try #require(result.bound))
    #expect(objective <= best && best <= bound)
    let gap = try #require(result.gap)
    #expect(gap == Ratio((bound - objective) / objective))
    #expect(gap <= Ratio(percent: 5.3))
    #expect(result.status == (gap == .zero ? .optimal : .feasible))
  }

  @Test func `a node limit gives the same plan every time`() throws {
    var question = RandomLayouts.city(
      sites: 60, width: 60_000, counties: 5, towns: 12, resources: 400, spacing: 4000, seed: 2)
    question.parameters.nodeLimit = 3
    let result = try question.result()
    #expect(try question.result() == result)
    #expect(LayoutAudit(question: question).violations(of: result.chosen) == [])
  }

  @Test func `the same question has the same answer`() throws {
    let question = RandomLayouts.city(
      sites: 20, width: 40_000, counties: 3, towns: 6, resources: 60, spacing: 4000, seed: 3)
    #expect(try question.result() == question.result())
  }

  /// Whether some choice of columns keeps some rules, by trying all.
  private func isPossible(_ kept: [LayoutConstraint], _ instance: LayoutInstance) -> Bool {
    var causes: ConflictGraph.Cause = .sameSite
    if kept.contains(.spacing) { causes.insert(.spacing) }
    if kept.contains(.industrySpacing) { causes.insert(.industrySpacing) }
    let rules = instance.rules.filter { kept.contains($0.constraint) }
    func extend(_ chosen: [Int], _ column: Int) -> Bool {
      if column == instance.columnCount {
        return rules.allSatisfy { rule in
          let sum = zip(rule.columns, rule.coefficients).reduce(Int64(0)) {
            chosen.contains($1.0) ? $0 + $1.1 : $0
          }
          return rule.isMinimum ? sum >= rule.limit : sum <= rule.limit
        }
      }
      let isFree = chosen.allSatisfy { other in
        instance.conflicts.cause(other, column).isDisjoint(with: causes)
      }
      return extend(chosen, column + 1) || (isFree && extend(chosen + [column], column + 1))
    }
    return extend([], 0)
  }
}
