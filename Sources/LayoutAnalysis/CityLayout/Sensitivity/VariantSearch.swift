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
  private let start: SearchStart
  private let limits: SolverLimits

  /// Nodes of each search tree, so that a hard variant ends at the same place everywhere.
  private static let mostNodes = 2000

  /// Nil when the cliques are not found before the deadline.
  init?(
    _ instance: LayoutInstance, plan: PlanState, limits: SolverLimits,
    until deadline: ContinuousClock.Instant? = nil
  ) {
    self.instance = instance
    self.plan = plan
    var limits = limits
    limits.nodes = min(limits.nodes ?? .max, Self.mostNodes)
    self.limits = limits
    let rows = LayoutRows(instance, until: deadline)
    guard rows.isComplete else { return nil }
    let relaxation = LayoutRelaxation(instance, rows)
    var ascent = DualAscent(relaxation, towards: plan.objective)
    let prices = ascent.multipliers(until: .now + .seconds(limits.seconds))
    bound = LagrangianBound(relaxation, prices)
    start = SearchStart(cliques: rows.cliques, prices: prices)
  }

  /// The answer to a question with the same rules and other weights.
  func outcome(weighing variant: LayoutInstance) throws(LayoutError) -> LayoutOutcome {
    try outcome(of: variant, from: start, plans: [plan.chosen])
  }

  /// The answer with one more rule.
  ///
  /// - Parameters:
  ///   - price: what a unit of the rule's sum may be worth, in steps of ``Multipliers``.
  ///   - plans: that may keep it.
  func outcome(
    adding rule: SumRule, at price: Int64 = 0, plans: [[Int]] = []
  ) throws(LayoutError) -> LayoutOutcome {
    var start = start
    start.prices = start.prices.map { Multipliers(rows: $0.rows + [price], groups: $0.groups) }
    return try outcome(of: instance.adding([rule]), from: start, plans: plans)
  }

  /// The answer with further rules, whose prices are not known.
  func outcome(adding rules: [SumRule], plans: [[Int]]) throws(LayoutError) -> LayoutOutcome {
    try outcome(of: instance.adding(rules), from: start, plans: plans)
  }

  private func outcome(
    of variant: LayoutInstance, from start: SearchStart, plans: [[Int]]
  ) throws(LayoutError) -> LayoutOutcome {
    var start = start
    start.plans = plans
    return try LayoutSearch(instance: variant, limits: limits, start: start).outcome()
  }
}
