import LandModel
import Optimization

/// Finds out what it would cost to make each site a town that the plan left out.
///
/// The bound of all plans less the least loss of the site's columns bounds the plans with it; the best
/// exchange that brings it in is such a plan. Where the two don't meet, the question is solved with the site
/// as a town of any industry, those of least loss first, up to a number of sites and of nodes.
struct ForcingCosts {
  let variants: VariantSearch
  /// Whether the plan known is proven best.
  let isProven: Bool
  let solver: any ProgramSolver
  /// For telling why a site cannot be a town.
  let limits: SolverLimits

  /// Sites solved when the plan does not say how many.
  private static let usualSites = 200
  /// Columns up to which a question is small: a solve then takes hundredths of a second.
  private static let mostColumns = 2000
  /// Nodes of all solves, after which bounds have to do.
  private static let mostNodes = 50_000
  /// Sites whose contradiction is told rule by rule.
  private static let mostContradictions = 20

  private var instance: LayoutInstance { variants.instance }
  private var plan: PlanState { variants.plan }
  private var texts: LayoutTexts { LayoutTexts(instance: instance) }

  /// In site order, and whether a time limit ended some solve.
  func all(
    _ scope: ForcingScope
  ) throws(LayoutError) -> (costs: [ForcingCost], isCutByClock: Bool) {
    var ranges = self.ranges()
    let order = ranges.indices.sorted { (ranges[$1].bound, $0) < (ranges[$0].bound, $1) }
    let most = scope.count ?? (instance.columnCount <= Self.mostColumns ? Self.usualSites : 0)
    var (solved, nodes, told) = (0, 0, 0)
    var contradictions: [Int: [LocalizedText]] = [:]
    for place in order where !ranges[place].isClosed {
      guard solved < most, nodes < Self.mostNodes else { break }
      nodes += try solve(&ranges[place])
      solved += 1
    }
    for place in ranges.indices where ranges[place].isImpossible {
      guard told < Self.mostContradictions else { break }
      contradictions[place] = try contradiction(ranges[place].site)
      told += 1
    }
    return (
      ranges.enumerated().map { cost(of: $1, contradictions[$0] ?? []) },
      ranges.contains(where: \.isCutByClock)
    )
  }

  /// What is known of the plans with a site.
  private struct Bracket {
    let site: Int
    /// None has a greater objective, in units.
    var bound: Int64
    /// The loss of the site's best column, in steps of the prices.
    let loss: Int64
    /// The best one known.
    var plan: [Int]?
    var objective: Int64?
    var isImpossible = false
    var isCutByClock = false

    var isClosed: Bool { isImpossible || objective == bound }
  }

  private func ranges() -> [Bracket] {
    let exchanges = plan.bestExchanges()
    let chosen = Set(plan.sites)
    return instance.sites.indices.compactMap { site in
      let columns = instance.columnsOfSite[site]
      guard !columns.isEmpty, !chosen.contains(site) else { return nil }
      let losses = columns.compactMap { variants.bound.losses[$0] }
      guard let loss = losses.min() else {
        return Bracket(site: site, bound: .min, loss: 0, isImpossible: true)
      }
      var range = Bracket(
        site: site, bound: LagrangianBound.units(variants.bound.steps - loss),
        loss: Int64(clamping: loss))
      if isProven { range.bound = min(range.bound, plan.objective) }
      if let exchange = exchanges[site] {
        range.plan =
          (plan.chosen.filter { $0 != exchange.outgoing } + [exchange.incoming]).sorted()
        range.objective = plan.objective + exchange.gain
      }
      for column in columns where plan.admits(column) {
        let objective = plan.objective + plan.gain(of: column)
        guard objective > range.objective ?? .min else { continue }
        range.plan = (plan.chosen + [column]).sorted()
        range.objective = objective
      }
      range.bound = max(range.bound, range.objective ?? range.bound)
      return range
    }
  }

  /// Solves the question with the site as a town; returns the nodes it took.
  private func solve(_ range: inout Bracket) throws(LayoutError) -> Int {
    let outcome = try variants.outcome(
      adding: [instance.rule(forcing: range.site)],
      at: Double(max(0, range.loss)) / Double(Multipliers.stepsPerUnit),
      plans: range.plan.map { [$0] } ?? [])
    range.isImpossible = outcome.isInfeasible
    range.isCutByClock = outcome.isCutByClock
    range.bound = min(range.bound, outcome.bound)
    if let plan = outcome.plan, plan.objective >= range.objective ?? .min {
      (range.plan, range.objective) = (plan.chosen, plan.objective)
    }
    range.bound = max(range.bound, range.objective ?? range.bound)
    return outcome.nodes
  }

  /// The rules that leave no plan with a site, in planning words.
  private func contradiction(_ site: Int) throws(LayoutError) -> [LocalizedText] {
    let variant = instance.adding([instance.rule(forcing: site)])
    let filter = ContradictionFilter(
      instance: variant, solver: solver, limits: limits,
      deadline: .now + .seconds(limits.seconds))
    let rules = try filter.smallest()
    let forced = LayoutConstraint.forced(site)
    return try filter.sentences(of: rules, LayoutTexts(instance: variant), except: forced)
  }

  private func cost(of range: Bracket, _ contradiction: [LocalizedText]) -> ForcingCost {
    let texts = ForcingTexts(texts: texts, plan: plan)
    guard !range.isImpossible else {
      return ForcingCost(
        site: range.site, low: nil, high: nil, share: nil, entering: [], leaving: [],
        industry: nil, text: texts.impossible(contradiction))
    }
    let low = instance.points(plan.objective - range.bound)
    let high = range.objective.map { instance.points(plan.objective - $0) }
    let objective = instance.points(plan.objective)
    let (here, there) = (Set(plan.sites), Set(sites(of: range.plan ?? [])))
    let entering = range.plan == nil ? [] : ids(there.subtracting(here))
    let leaving = range.plan == nil ? [] : ids(here.subtracting(there))
    let share = high.flatMap { objective > 0 ? Ratio($0 / objective) : nil }
    return ForcingCost(
      site: range.site, low: low, high: high, share: share, entering: entering, leaving: leaving,
      industry: range.plan?.first { instance.proposals[$0].site == range.site }.map {
        instance.proposals[$0].industry
      },
      text: texts.cost(
        low: low, high: high, share: share, entering: entering, leaving: leaving,
        of: instance.sites[range.site].id))
  }

  private func sites(of columns: [Int]) -> [Int] { columns.map { instance.proposals[$0].site } }

  private func ids(_ sites: Set<Int>) -> [FeatureID] {
    sites.map { instance.sites[$0].id }.sorted()
  }
}

extension ForcingScope {
  /// How many sites are solved; nil where that depends on the question.
  fileprivate var count: Int? {
    switch self {
    case .none: 0
    case .automatic: nil
    case .sites(let count): count
    }
  }
}

extension LayoutInstance {
  /// The rule that makes a site a town, whatever its industry.
  func rule(forcing site: Int) -> SumRule {
    let columns = Array(columnsOfSite[site])
    return SumRule(
      constraint: .forced(site), isMinimum: true, limit: 1, columns: columns,
      coefficients: Array(repeating: 1, count: columns.count))
  }
}
