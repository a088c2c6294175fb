import LandModel
import Optimization
import Testing

@testable import LayoutAnalysis

/// The rows that count towns by size: what they say, that they exclude no plan, and what they are for.
@Suite struct SizeCountTests {
  /// Three sites 10 km apart; of the class of 1 km² one town lacks 1 ha, of that of 4 km² none.
  private func three(quota: Double?) throws -> LayoutInstance {
    var question = LayoutCase()
    for (name, x, small) in [("a", 0.0, 1000.0), ("b", 10_000, 0.99e6.squareRoot())] {
      question.add(name, at: XY(x, 0), scores: [("x", 40), ("x", 25)], sides: [small, 2000])
    }
    question.add("c", at: XY(20_000, 0), scores: [("x", 30)], side: 2000)
    for (row, size) in [1.0, 4, 1, 4, 4].enumerated() {
      question.proposals[row] = question.proposals[row]
        .with(sizeClass: SquareMetres(squareKilometres: size))
    }
    question.parameters.landQuota = quota.map(SquareMetres.init(squareKilometres:))
    return try question.instance()
  }

  @Test func `towns of a size are counted, and count with the least land of their class`() throws {
    let instance = try three(quota: 8.99)
    let program = LayoutProgram(instance, LayoutRows(instance), countsSizes: true).program
    #expect(program.issues == [])
    #expect(
      program.text.contains(
        """
        land: 10000 a.x.100.0 + 40000 a.x.400.0 + 9900 b.x.100.0 + 40000 b.x.400.0 + 40000 c.x.400.0 <= 89900
        size.100.0: a.x.100.0 + b.x.100.0 - size.100.0 = 0
        size.400.0: a.x.400.0 + b.x.400.0 + c.x.400.0 - size.400.0 = 0
        land.by.size: 9900 size.100.0 + 40000 size.400.0 <= 89900

        """))
    #expect(program.text.hasSuffix("0 <= size.100.0 <= 2 whole\n0 <= size.400.0 <= 3 whole"))
    // The question as others read it has none of it.
    #expect(!LayoutProgram(instance).program.text.contains("size."))
  }

  @Test func `without a quota nothing is counted`() throws {
    let instance = try three(quota: nil)
    #expect(SizeCounts(instance, LayoutRows(instance)) == nil)
  }

  @Test func `columns of one size have nothing to count`() throws {
    let instance = try three(quota: 5)
    #expect(SizeCounts(instance, LayoutRows(instance)) != nil)
    #expect(SizeCounts(instance, LayoutRows(instance, among: [1, 3, 4])) == nil)
  }

  @Test(arguments: [1, 400])
  func `small questions of few classes have the optimum of enumeration`(core: Int) throws {
    var (counted, outcomes) = (0, [LayoutStatus: Int]())
    for seed in 1...300 {
      let instance = try RandomLayouts.classed(seed: UInt64(seed)).instance()
      let best = PlanEnumeration(instance).best
      let search = LayoutSearch(
        instance: instance, limits: SolverLimits(seconds: 60), smallestCore: core)
      let outcome = try search.outcome()
      #expect(outcome.plan?.objective == best, "seed \(seed)")
      #expect(outcome.status == (best == nil ? .infeasible : .optimal), "seed \(seed)")
      #expect(best == nil || outcome.bound == best, "seed \(seed)")
      counted += SizeCounts(instance, LayoutRows(instance)) == nil ? 0 : 1
      outcomes[outcome.status, default: 0] += 1
    }
    #expect(counted > 100)
    #expect(outcomes[.optimal] ?? 0 > 100)
    #expect(outcomes[.infeasible] ?? 0 > 20)
  }

  /// Towns of about 2, 3 and 4 km² come to about 44 or 45: the relaxation takes 0.7 km² that no choice can use.
  @Test func `a quota between the sums of sizes is proven in a tenth of the nodes`() throws {
    var (plain, counted) = (0, 0)
    for seed in 1...4 {
      var question = RandomLayouts.spread(sites: 20, seed: UInt64(seed))
      question.parameters.landQuota = SquareMetres(squareKilometres: 44.7)
      let instance = try question.instance()
      let rows = LayoutRows(instance)
      let limits = SolverLimits(seconds: 120, nodes: 10_000)
      let before = try CBCSolver().solve(LayoutProgram(instance, rows).program, limits: limits)
      let after = try CBCSolver().solve(
        LayoutProgram(instance, rows, countsSizes: true).program, limits: limits)
      #expect(after.status == .optimal, "seed \(seed)")
      #expect(after.objective ?? 0 >= before.objective ?? .infinity, "seed \(seed)")
      plain += before.nodes
      counted += after.nodes
    }
    #expect(counted * 10 < plain)
  }
}
