import LandModel
import Testing

@testable import LayoutAnalysis

/// Prices of one layout as the beginning for another.
@Suite struct LayoutPricesTests {
  /// A question with prices from another one: other weights, spacing and quotas.
  private func varied(_ question: LayoutCase, _ random: inout SeededGenerator) -> LayoutCase {
    var other = question
    other.parameters.coverageWeight *= 0.5 + random.unit()
    other.parameters.spacing = Metres(other.parameters.spacing.value * (0.5 + random.unit()))
    other.parameters.towns.max = max(
      other.parameters.towns.min, Int(random.next() % 6) + 1)
    return other
  }

  @Test func `any beginning gives the same objective and proof`() throws {
    var random = SeededGenerator(seed: 5)
    var compared = 0
    for seed in 1...150 {
      let question = RandomLayouts.small(seed: UInt64(seed))
      let other = varied(question, &random)
      let prices = try CityLayout(parameters: question.parameters).prices(
        delimitation: question.delimitation, resources: question.resources,
        counties: question.counties)
      let layout = CityLayout(parameters: other.parameters)
      let cold = try layout.result(
        delimitation: other.delimitation, resources: other.resources, counties: other.counties)
      let warm = try layout.result(
        delimitation: other.delimitation, resources: other.resources, counties: other.counties,
        from: prices)
      #expect(cold.status == warm.status, "seed \(seed)")
      #expect(cold.objective == warm.objective, "seed \(seed)")
      #expect(cold.bound == warm.bound, "seed \(seed)")
      if cold.status == .optimal { compared += 1 }
    }
    #expect(compared > 50)
  }

  @Test func `a layout's own prices begin where its search ended`() throws {
    for seed in 1...40 {
      let question = RandomLayouts.small(seed: UInt64(seed))
      let instance = try question.instance()
      let relaxation = LayoutRelaxation(instance, LayoutRows(instance))
      var ascent = DualAscent(relaxation, towards: nil)
      _ = ascent.multipliers(until: .now + .seconds(60))
      let point = ascent.bestPrices
      let kept = LayoutPrices(point, relaxation, names: instance.columnNames)
      let again = kept.point(for: relaxation, names: instance.columnNames)
      var layout = PricedLayout(relaxation)
      var excess = point
      let (then, now) = (
        layout.bound(at: point, excess: &excess), layout.bound(at: again, excess: &excess)
      )
      #expect(abs(then - now) <= 1e-9 * max(1, abs(then)), "seed \(seed)")
    }
  }

  @Test func `prices depend on steps alone, not on the time limit`() throws {
    let question = RandomLayouts.city(
      sites: 40, width: 50_000, counties: 4, towns: 10, resources: 200, spacing: 4000, seed: 3)
    func prices(_ limit: Duration) throws -> LayoutPrices {
      var parameters = question.parameters
      parameters.timeLimit = limit
      return try CityLayout(parameters: parameters).prices(
        delimitation: question.delimitation, resources: question.resources)
    }
    let one = try prices(.seconds(60))
    #expect(try prices(.nanoseconds(1)) == one)
    #expect(one.rows.contains { $0.price > 0 })
  }

  @Test func `prices of a like question begin nearer to the end than none`() throws {
    var nearer = 0
    for seed in UInt64(1)...8 {
      let question = RandomLayouts.city(
        sites: 40, width: 50_000, counties: 4, towns: 10, resources: 200, spacing: 4000, seed: seed)
      var other = question
      other.parameters.coverageWeight *= 1.1
      other.parameters.spacing = Metres(4200)
      let prices = try CityLayout(parameters: question.parameters).prices(
        delimitation: question.delimitation, resources: question.resources)
      let instance = try other.instance()
      let relaxation = LayoutRelaxation(instance, LayoutRows(instance))
      var layout = PricedLayout(relaxation)
      let cold = layout.start
      let warm = prices.point(for: relaxation, names: instance.columnNames)
      var excess = cold
      var ascent = DualAscent(relaxation, towards: nil)
      _ = ascent.multipliers()
      let best = layout.bound(at: ascent.bestPrices, excess: &excess)
      let gaps = [warm, cold].map { layout.bound(at: $0, excess: &excess) - best }
      #expect(gaps[0] >= -1e-6 * best, "seed \(seed)")
      // A third of what the search must win without them, or less.
      if gaps[0] < gaps[1] / 3 { nearer += 1 }
    }
    #expect(nearer == 8)
  }

  @Test func `prices of towns that are no more are left out`() throws {
    var near = LayoutCase()
    near.add("a", at: XY(0, 0), scores: [("x", 60)])
    near.add("b", at: XY(1500, 0), scores: [("x", 50)])
    near.parameters.spacing = Metres(1000)
    let prices = try CityLayout(parameters: near.parameters).prices(
      delimitation: near.delimitation, resources: [])
    var other = LayoutCase()
    other.add("c", at: XY(0, 0), scores: [("x", 60)])
    other.add("d", at: XY(1500, 0), scores: [("x", 50)])
    other.parameters.spacing = Metres(1000)
    let result = try CityLayout(parameters: other.parameters).result(
      delimitation: other.delimitation, resources: [], from: prices)
    #expect(result.status == .optimal && result.objective == 60)
  }
}
