import LandModel
import Optimization

/// Finds plans of which none is better in both of two terms, by least points of the second (the ε-constraint
/// method in whole units, so that no plan between two steps is passed over unseen).
///
/// Every plan is found in two searches: the most of the first term with at least ε of the second, then the
/// most of the second with no less of the first. Without the latter a plan could be beaten in the second
/// term for nothing (weakly efficient). A search at ε that ends in a plan with more of the second than ε also
/// proves that none is missing in between.
///
/// First the two ends, then steps of equal width in the second term. Where that gives fewer plans than
/// wanted, searches one unit above a plan find its neighbours, until all are found or there are enough: a
/// front of few plans comes out complete. That takes at most 4 searches for the ends and 4 for each plan.
///
/// Every search starts from the plans already found that keep its limits, and from the prices of the search of
/// its kind before it; any prices bound all plans.
struct ParetoSearch {
  /// A plan of the front in units of the objective.
  struct Point: Sendable, Equatable {
    /// Columns, ascending.
    let chosen: [Int]
    let first: Int64
    let second: Int64
    /// No plan with `atLeast` of the second term, or more, has more than this of the first.
    var bound: Int64
    var atLeast: Int64
    /// Whether both searches were finished.
    var isProven: Bool
  }

  struct Front: Sendable, Equatable {
    /// By rising second term and falling first.
    let points: [Point]
    /// Whether every plan that none beats in both terms stands for its point.
    let isComplete: Bool
    let searches: Int
    /// Whether a time limit ended some search, so that there may be other points next time.
    var isCutByClock = false
  }

  private let instance: LayoutInstance
  private let cliques: Grouped<Int>?
  private let question: ParetoQuestion
  private let solver: any ProgramSolver
  private let limits: SolverLimits
  private let deadline: ContinuousClock.Instant
  /// Plans that may be better than what greed finds.
  private var plans: [[Int]]
  private var prices: [LayoutTerm: PricePoint] = [:]
  private var draft = FrontDraft()
  private var searches = 0
  private var isCutByClock = false

  /// - Parameters:
  ///   - plan: a plan that keeps all rules.
  ///   - cliques: of the instance's conflicts, where they are known.
  ///   - limits: for the whole front.
  init(
    _ instance: LayoutInstance, _ question: ParetoQuestion, plan: [Int],
    cliques: Grouped<Int>? = nil, solver: any ProgramSolver = CBCSolver(), limits: SolverLimits
  ) {
    self.instance = instance
    self.cliques = cliques
    self.question = question
    self.solver = solver
    self.limits = limits
    deadline = .now + .seconds(limits.seconds)
    plans = [plan]
  }

  mutating func result() throws(LayoutError) -> Front {
    try findEnds()
    if let low = draft.points.first, let high = draft.points.last, low != high {
      try findSteps(from: low.second, to: high.second)
      try findNeighbours()
    }
    return Front(
      points: draft.points, isComplete: draft.isComplete, searches: searches,
      isCutByClock: isCutByClock || ContinuousClock.now >= deadline)
  }

  private mutating func findEnds() throws(LayoutError) {
    let low = try plan(withAtLeast: 0)
    if let low { draft.insert(low) }
    let most = try most(of: question.second, holding: question.first, at: 0)
    let high = try most.flatMap { most throws(LayoutError) in
      try plan(withAtLeast: most.units, isMost: true, isProven: most.isProven)
    }
    if let high { draft.insert(high) }
    if low == nil || high == nil { draft.leaveOpen() }
  }

  private mutating func findSteps(from low: Int64, to high: Int64) throws(LayoutError) {
    let steps = Int64(question.points - 1)
    guard steps > 1 else { return }
    for step in 1..<steps {
      let (width, rest) = (high - low).quotientAndRemainder(dividingBy: steps)
      try find(withAtLeast: low + width * step + rest * step / steps)
    }
  }

  private mutating func findNeighbours() throws(LayoutError) {
    while draft.points.count < question.points {
      let widest = draft.gaps.max { ($0.count, $1.lowerBound) < ($1.count, $0.lowerBound) }
      guard let widest, ContinuousClock.now < deadline else { return }
      try find(withAtLeast: widest.lowerBound)
    }
  }

  private mutating func find(withAtLeast units: Int64) throws(LayoutError) {
    guard draft.gaps.contains(where: { $0.contains(units) }) else { return }
    if let point = try plan(withAtLeast: units) {
      draft.insert(point)
    } else {
      // Time is up: what lies here stays unknown.
      draft.giveUp(from: units)
    }
  }

  /// A plan with the most of the first term that at least so much of the second leaves, and of such plans
  /// one with the most of the second; nil when time is up.
  ///
  /// - Parameter isMost: whether no plan has more of the second, so that it need not be looked for.
  private mutating func plan(
    withAtLeast units: Int64, isMost: Bool = false, isProven isLimitProven: Bool = true
  ) throws(LayoutError) -> Point? {
    guard let first = try most(of: question.first, holding: question.second, at: units) else {
      return nil
    }
    let second =
      isMost ? nil : try most(of: question.second, holding: question.first, at: first.units)
    let chosen = second?.chosen ?? first.chosen
    return Point(
      chosen: chosen, first: instance.units(of: question.first, in: chosen),
      second: instance.units(of: question.second, in: chosen), bound: first.bound, atLeast: units,
      isProven: isLimitProven && first.isProven && second?.isProven ?? isMost)
  }

  private mutating func most(
    of term: LayoutTerm, holding other: LayoutTerm, at units: Int64
  ) throws(LayoutError) -> (units: Int64, bound: Int64, chosen: [Int], isProven: Bool)? {
    var limits = limits
    limits.seconds = (deadline - .now) / .seconds(1)
    guard limits.seconds > 0 else { return nil }
    let part = instance.maximising(term, holding: [(term: other, units: units)])
    var search = LayoutSearch(instance: part, limits: limits, solver: solver)
    search.cliques = cliques
    let outcome = try search.outcome(from: plans, at: prices[term])
    searches += 1
    if outcome.isCutByClock { isCutByClock = true }
    prices[term] = outcome.prices ?? prices[term]
    guard let plan = outcome.plan else { return nil }
    if !plans.contains(plan.chosen) { plans.append(plan.chosen) }
    return (plan.objective, outcome.bound, plan.chosen, plan.objective == outcome.bound)
  }
}
