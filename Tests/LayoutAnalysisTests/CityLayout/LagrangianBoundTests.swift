import LandModel
import Testing

@testable import LayoutAnalysis

@Suite struct LagrangianBoundTests {
  /// Random prices up to a magnitude, in steps, a third of them zero.
  private func multipliers(
    _ relaxation: LayoutRelaxation, upTo most: UInt64, _ random: inout SeededGenerator
  ) -> Multipliers {
    func price() -> Int64 { random.next() % 3 == 0 ? 0 : Int64(random.next() % most) }
    return Multipliers(
      rows: relaxation.limits.map { _ in price() }, groups: relaxation.weights.map { _ in price() })
  }

  private func relaxation(_ instance: LayoutInstance) -> LayoutRelaxation {
    LayoutRelaxation(instance, LayoutRows(instance))
  }

  @Test func `two towns too near are bounded as counted by hand`() throws {
    var question = LayoutCase()
    question.add("a", at: XY(0, 0), scores: [("x", 60)])
    question.add("b", at: XY(1500, 0), scores: [("x", 50)])
    question.parameters.spacing = Metres(1000)
    let relaxation = relaxation(try question.instance())
    #expect(relaxation.limits == [1])
    // Without a price both towns count: 110 points, of which each would take none.
    let free = LagrangianBound(relaxation, Multipliers(rows: [Int64(0)], groups: []))
    #expect(free.units == 1_100_000)
    #expect(free.losses == [0, 0])
    // At 50 points the first keeps 10 and the second nothing: the 60 points of the best plan.
    let exact = LagrangianBound(relaxation, Multipliers(rows: [500_000.0], groups: []))
    #expect(exact.units == 600_000)
    #expect(exact.columns(above: 600_000) == [])
    #expect(exact.columns(above: 599_999) == [0, 1])
    // At 70 points no town pays: the price itself is the bound, and each column costs what it lacks.
    let dear = LagrangianBound(relaxation, Multipliers(rows: [700_000.0], groups: []))
    #expect(dear.units == 700_000)
    #expect(dear.losses == [102_400_000, 204_800_000])
    #expect(dear.columns(above: 550_000) == [0])
  }

  @Test func `a town outside takes the place of the last inside`() throws {
    var question = LayoutCase()
    for (number, score) in [90.0, 70, 40].enumerated() {
      question.add("\(number)", at: XY(Double(number) * 5000, 0), scores: [("x", score)])
    }
    question.parameters.towns.max = 2
    let bound = LagrangianBound(
      relaxation(try question.instance()), Multipliers(rows: [Int64](), groups: []))
    #expect(bound.units == 1_600_000)
    #expect(bound.losses == [0, 0, 300_000 * 1024])
    #expect(bound.columnsByLoss == [0, 1, 2])
  }

  @Test func `bounds of any multipliers hold for all plans, and for those with a column`() throws {
    var (bounds, tight) = (0, 0)
    for seed in 1...400 {
      let instance = try RandomLayouts.small(seed: UInt64(seed)).instance()
      let plans = PlanEnumeration(instance)
      guard let best = plans.best else { continue }
      let relaxation = relaxation(instance)
      var random = SeededGenerator(seed: UInt64(seed))
      var ascent = DualAscent(relaxation, towards: best)
      let found = ascent.multipliers(until: .now + .seconds(60))
      let prices =
        [UInt64(1), 1 << 20, 1 << 28, 1 << 36, 1 << 63].map {
          multipliers(relaxation, upTo: $0, &random)
        } + [found]
      for prices in prices {
        let bound = LagrangianBound(relaxation, prices)
        #expect(bound.units >= best, "seed \(seed)")
        for (column, bestWith) in plans.bestWith.enumerated() {
          guard let bestWith else { continue }
          #expect(bound.columns(above: bestWith - 1).contains(column), "seed \(seed): \(column)")
          let loss = try #require(bound.losses[column])
          #expect(loss >= 0)
        }
        bounds += 1
      }
      if LagrangianBound(relaxation, found).units <= best + best / 100 { tight += 1 }
    }
    #expect(bounds > 1000)
    #expect(tight > 150, "\(tight) bounds of \(bounds / 6) are within a percent")
  }

  @Test(arguments: [1e12, 1e30])
  func `heavy weights and the greatest prices stay within 128 bits`(weight: Double) throws {
    var question = RandomLayouts.city(
      sites: 20, width: 40_000, counties: 3, towns: 6, resources: 60, spacing: 4000, seed: 3)
    question.parameters.countyQuota.min = 0
    question.parameters.industryQuota.min = 0
    question.parameters.suitabilityWeight = weight
    question.parameters.coverageWeight = weight
    // One place with two thousand resources of the greatest weight makes one heavy group.
    for number in 0..<2000 {
      question.addResource("h\(number)", at: XY(20_000, 20_000), category: "mining", weight: 10)
    }
    let instance = try question.instance()
    let relaxation = relaxation(instance)
    let plan = try #require(PlanState.byExchanges(for: instance))
    for price in [Int64.max, Int64.max / 3, 1, 0, -5] {
      let prices = Multipliers(
        rows: [Int64](repeating: price, count: relaxation.limits.count),
        groups: [Int64](repeating: price, count: relaxation.weights.count))
      let bound = LagrangianBound(relaxation, prices)
      #expect(bound.units >= plan.objective)
    }
    var ascent = DualAscent(relaxation, towards: plan.objective)
    let bound = LagrangianBound(relaxation, ascent.multipliers(until: .now + .seconds(60)))
    #expect(bound.units >= plan.objective)
    #expect(bound.units < 2 * plan.objective)
  }

  @Test func `prices found come near to the optimum, the same every time`() throws {
    let question = RandomLayouts.city(
      sites: 60, width: 60_000, counties: 5, towns: 12, resources: 400, spacing: 4000, seed: 7)
    let instance = try question.instance()
    let best = try #require(try question.result().objective)
    let relaxation = relaxation(instance)
    func prices() -> Multipliers {
      var ascent = DualAscent(relaxation, towards: Int64(best * instance.unitsPerPoint))
      return ascent.multipliers(until: .now + .seconds(600))
    }
    let found = prices()
    let bound = instance.points(LagrangianBound(relaxation, found).units)
    #expect(bound >= best && bound <= 1.02 * best, "\(bound) above \(best)")
    #expect(prices() == found)
  }
}
