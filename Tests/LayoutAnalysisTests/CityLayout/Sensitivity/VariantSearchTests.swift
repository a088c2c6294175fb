import LandModel
import Optimization
import Testing

@testable import LayoutAnalysis

/// Where the prices of a question with further rules begin.
@Suite struct VariantSearchTests {
  @Test func `prices of further rules stand before those of the counties' levels`() throws {
    var question = LayoutCase()
    question.add("a", at: XY(0, 0), county: "east", scores: [("x", 60)])
    question.add("b", at: XY(3000, 0), county: "east", scores: [("x", 50)])
    question.add("c", at: XY(9000, 0), county: "west", scores: [("x", 40)])
    question.parameters.spacing = Metres(2500)
    question.parameters.towns.max = 2
    question.parameters.equity = EquityRule(weight: 30, of: .towns, per: .county)
    let instance = try question.instance()
    let plan = try #require(PlanState.byExchanges(for: instance))
    let variants = try #require(
      VariantSearch(instance, plan: plan, limits: SolverLimits(seconds: 60)))
    let rule = instance.rule(forcing: 1)
    let before = LayoutRelaxation(instance, LayoutRows(instance))
    let variant = instance.adding([rule])
    let after = LayoutRelaxation(variant, LayoutRows(variant))
    let known = variants.prices(adding: [], at: 0).rows
    let prices = variants.prices(adding: [rule], at: 123).rows
    try #require(known.count == before.limits.count && prices.count == after.limits.count)
    try #require(before.rowsOfLevel.count == 2)
    for (share, other) in zip(before.rowsOfLevel, after.rowsOfLevel) {
      #expect(known[Int(share.row)] == prices[Int(other.row)])
    }
    let row = try #require(
      after.sources.firstIndex { source in
        guard case .sum(let number) = source else { return false }
        return variant.rules.indices.contains(number)
          && variant.rules[number].constraint == .forced(1)
      })
    #expect(prices[row] == 123)
  }
}
