import Optimization

/// Solves questions that differ little from one whose plan is known: in weights, or by a further rule.
///
/// Each begins with the same prices, so that no answer depends on the order of questions.
struct VariantSearch {
  let instance: LayoutInstance
  /// The plan known.
  let plan: PlanState
  /// Of all plans, by the prices.
  let bound: LagrangianBound
  private let cliques: Grouped<Int>
  private let prices: PricePoint
  /// Of those, the rows that come last and say what the least level of the counties is.
  private let levelCount: Int
  private let solver: any ProgramSolver
  private let limits: SolverLimits

  /// Nodes of each search tree, so that a hard variant ends at the same place everywhere.
  private static let mostNodes = 2000

  /// Nil when the cliques are not found before the deadline.
  init?(
    _ instance: LayoutInstance, plan: PlanState, solver: any ProgramSolver = CBCSolver(),
    limits: SolverLimits, until deadline: ContinuousClock.Instant? = nil
  ) {
    self.instance = instance
    self.plan = plan
    self.solver = solver
    var limits = limits
    limits.nodes = min(limits.nodes ?? .max, Self.mostNodes)
    self.limits = limits
    let rows = LayoutRows(instance, until: deadline)
    guard rows.isComplete else { return nil }
    let relaxation = LayoutRelaxation(instance, rows)
    var ascent = DualAscent(relaxation, towards: plan.objective)
    bound = LagrangianBound(
      relaxation, ascent.multipliers(until: .now + .seconds(limits.seconds)))
    prices = ascent.bestPrices
    levelCount = relaxation.rowsOfLevel.count
    cliques = rows.cliques
  }

  /// The answer to a question with the same boundaries and rules and other weights.
  func outcome(weighing variant: LayoutInstance) throws(LayoutError) -> LayoutOutcome {
    try outcome(of: variant, at: prices, plans: [plan.chosen])
  }

  /// The answer with further rules.
  ///
  /// - Parameters:
  ///   - price: where the search for the prices of their rows begins, in units of the objective.
  ///   - plans: that may keep them.
  func outcome(
    adding rules: [SumRule], at price: Double = 0, plans: [[Int]] = []
  ) throws(LayoutError) -> LayoutOutcome {
    try outcome(of: instance.adding(rules), at: prices(adding: rules, at: price), plans: plans)
  }

  /// The prices with those of further rules, which come after the other rules and before the counties' levels.
  func prices(adding rules: [SumRule], at price: Double) -> PricePoint {
    var prices = prices
    let end = prices.rows.endIndex - levelCount
    prices.rows.insert(contentsOf: rules.map { _ in price }, at: end)
    return prices
  }

  private func outcome(
    of variant: LayoutInstance, at prices: PricePoint, plans: [[Int]]
  ) throws(LayoutError) -> LayoutOutcome {
    var search = LayoutSearch(instance: variant, limits: limits, solver: solver)
    search.cliques = cliques
    return try search.outcome(from: plans, at: prices)
  }
}
