import LandModel

/// Finds plans nearly as good as the best one that have visibly other towns.
///
/// Each is the best plan that leaves a share of the sites of the best one and of each found before:
/// Σ x over the columns at the sites of a plan S is at most |S| − k. Industries may change freely; they
/// make no plan another one.
struct AlternativePlans {
  let parameters: AlternativesParameters
  let variants: VariantSearch

  /// 0.28 of 25 sites are 7, though the product is a little more.
  private static let noise = 1e-9

  /// The plans, and whether a time limit ended some search for them.
  func result() throws(LayoutError) -> (alternatives: AlternativesResult, isCutByClock: Bool) {
    var isCutByClock = false
    let alternatives = try alternatives(&isCutByClock)
    return (alternatives, isCutByClock)
  }

  private func alternatives(_ isCutByClock: inout Bool) throws(LayoutError) -> AlternativesResult {
    let best = variants.plan
    var plans: [AlternativePlan] = []
    var rules = [rule(leaving: best, number: 0)]
    while plans.count < parameters.count {
      guard let last = rules.last, last.limit >= 0 else { return ended(.none, plans) }
      let outcome = try variants.outcome(adding: rules, plans: [])
      if outcome.isCutByClock { isCutByClock = true }
      guard !outcome.isInfeasible else { return ended(.none, plans) }
      guard outcome.bound >= least else {
        return ended(.within, plans, next: loss(outcome.bound))
      }
      guard let plan = outcome.plan, plan.objective >= least else { return ended(.unknown, plans) }
      plans.append(alternative(plan, outcome.bound))
      rules.append(rule(leaving: plan, number: rules.count))
    }
    return ended(.count, plans)
  }

  /// The least objective that is near enough, in units.
  private var least: Int64 {
    let objective = variants.plan.objective
    let loss = parameters.within.value * Double(objective)
    return objective - Int64((loss + Self.noise * max(1, loss)).rounded(.down))
  }

  private func loss(_ objective: Int64) -> Ratio {
    let best = variants.plan.objective
    return best > 0 ? Ratio(Double(best - objective) / Double(best)) : .zero
  }

  private func alternative(_ plan: PlanState, _ bound: Int64) -> AlternativePlan {
    let instance = variants.instance
    let known = variants.plan.sites
    return AlternativePlan(
      chosen: plan.chosen, objective: instance.points(plan.objective),
      bound: instance.points(bound), loss: loss(plan.objective),
      sitesInCommon: plan.sites.count { known.contains($0) })
  }

  private func rule(leaving plan: PlanState, number: Int) -> SumRule {
    let sites = plan.sites
    let share = parameters.differ.value * Double(sites.count)
    let leaving = Int((share - Self.noise).rounded(.up))
    let columns = sites.flatMap { variants.instance.columnsOfSite[$0] }.sorted()
    return SumRule(
      constraint: .differing(number), isMinimum: false,
      limit: Int64(sites.count - max(1, leaving)), columns: columns,
      coefficients: Array(repeating: 1, count: columns.count))
  }

  private func ended(
    _ ending: AlternativesResult.Ending, _ plans: [AlternativePlan], next: Ratio? = nil
  ) -> AlternativesResult {
    AlternativesResult(parameters: parameters, plans: plans, ending: ending, nextLoss: next)
  }
}

extension PlanState {
  /// The sites that are towns, ascending.
  var sites: [Int] { chosen.map { instance.proposals[$0].site }.sorted() }
}
