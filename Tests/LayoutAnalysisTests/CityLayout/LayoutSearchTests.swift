import LandModel
import Optimization
import Testing

@testable import LayoutAnalysis

/// The search by bound and core against every plan, and against the solver alone.
@Suite struct LayoutSearchTests {
  private func search(_ instance: LayoutInstance, core: Int) -> LayoutSearch {
    LayoutSearch(instance: instance, limits: SolverLimits(seconds: 60), smallestCore: core)
  }

  /// Thirty sites with every kind of rule.
  private func city(seed: UInt64) -> LayoutCase {
    var question = RandomLayouts.city(
      sites: 30, width: 50_000, counties: 3, towns: 8, resources: 150, spacing: 4000, seed: seed)
    // A plan for each seed.
    question.parameters.industryQuota.min = 0
    return question
  }

  @Test(arguments: [1, 400])
  func `small questions have the optimum of enumeration, whatever the core`(core: Int) throws {
    var outcomes: [LayoutStatus: Int] = [:]
    for seed in 401...800 {
      let instance = try RandomLayouts.small(seed: UInt64(seed)).instance()
      let best = PlanEnumeration(instance).best
      let outcome = try search(instance, core: core).outcome()
      #expect(outcome.plan?.objective == best, "seed \(seed)")
      #expect(outcome.status == (best == nil ? .infeasible : .optimal), "seed \(seed)")
      #expect(best == nil || outcome.bound == best, "seed \(seed)")
      outcomes[outcome.status, default: 0] += 1
    }
    #expect(outcomes[.optimal] ?? 0 > 150)
    #expect(outcomes[.infeasible] ?? 0 > 30)
  }

  @Test(arguments: [UInt64](1...8))
  func `cities have the optimum of the whole program`(seed: UInt64) throws {
    let instance = try city(seed: seed).instance()
    let whole = try search(instance, core: 400).outcomeOfWholeProgram()
    #expect(whole.status == .optimal)
    for core in [10, 400] {
      let outcome = try search(instance, core: core).outcome()
      #expect(outcome.plan?.objective == whole.plan?.objective)
      #expect(outcome.status == whole.status)
      #expect(outcome.columnCount == whole.columnCount)
      #expect(outcome.rowCount == whole.rowCount)
    }
  }

  @Test func `both methods tell the same result`() throws {
    for seed in 1...40 {
      let question = RandomLayouts.small(seed: UInt64(seed))
      let (bounded, whole) = (try question.result(), try question.result(by: .wholeProgram))
      #expect(bounded.status == whole.status, "seed \(seed)")
      #expect(bounded.objective == whole.objective, "seed \(seed)")
      #expect(bounded.bound == whole.bound, "seed \(seed)")
      #expect(bounded.contradictions == whole.contradictions, "seed \(seed)")
    }
  }

  @Test func `rows of some columns fold, merge and drop groups`() throws {
    var question = LayoutCase()
    for number in 0..<3 {
      question.add("\(number)", at: XY(Double(number) * 3000, 0), scores: [("x", 10)])
    }
    question.addResource("all", at: XY(3000, 0), weight: 1)
    question.addResource("left", at: XY(1500, 0), weight: 2)
    question.addResource("right", at: XY(6000, 0), weight: 4)
    question.parameters.coverage = [
      CoverageRule(
        category: "r", weight: 1, rings: [CoverageRing(radius: Metres(3000), share: Ratio(1))])
    ]
    let instance = try question.instance()
    #expect(LayoutRows(instance).groups.map(\.members) == [[0, 1, 2], [0, 1], [1, 2]])
    #expect(LayoutRows(instance).groups.map(\.weight) == [10_000, 20_000, 40_000])
    // Without the right town, the first two groups are of the same columns and the third of one alone.
    let rows = LayoutRows(instance, among: [0, 1])
    #expect(rows.groups == [LayoutRows.Group(number: 0, weight: 30_000, members: [0, 1])])
    #expect(rows.values == [100_000, 140_000])
    #expect(LayoutRows(instance, among: [2]).values == [150_000])
    #expect(LayoutRows(instance, among: []).groups.isEmpty)
  }

  @Test func `without time there is still a bound that holds`() throws {
    let instance = try city(seed: 1).instance()
    let best = try #require(try search(instance, core: 400).outcome().plan?.objective)
    let limits = SolverLimits(seconds: 1e-9)
    let outcome = try LayoutSearch(instance: instance, limits: limits).outcome()
    #expect(outcome.bound >= best)
    #expect(outcome.nodes == 0)
    #expect(outcome.status != .infeasible)
  }
}
