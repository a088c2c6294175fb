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
    let bound: Int64
    var atLeast: Int64
    /// Whether both searches were finished.
    let isProven: Bool
  }

  struct Front: Sendable, Equatable {
    /// By rising second term, then falling first.
    var points: [Point]
    /// Whether every plan that none beats in both terms stands for its point.
    var isComplete: Bool
    var searches: Int
  }

  private let instance: LayoutInstance
  private let question: ParetoQuestion
  private let solver: any ProgramSolver
  private let limits: SolverLimits
  private let deadline: ContinuousClock.Instant
  /// Plans that may be better than what greed finds.
  private var plans: [[Int]]
  private var prices: [LayoutTerm: PricePoint] = [:]
  private var front = Front(points: [], isComplete: true, searches: 0)

  /// - Parameters:
  ///   - plan: a plan that keeps all rules.
  ///   - limits: for the whole front.
  init(
    _ instance: LayoutInstance, _ question: ParetoQuestion, plan: [Int],
    solver: any ProgramSolver = CBCSolver(), limits: SolverLimits
  ) {
    self.instance = instance
    self.question = question
    self.solver = solver
    self.limits = limits
    deadline = .now + .seconds(limits.seconds)
    plans = [plan]
  }

  mutating func result() throws(LayoutError) -> Front {
    try findEnds()
    if let low = front.points.first, let high = front.points.last, low != high {
      try findSteps(from: low.second, to: high.second)
      try findNeighbours()
    }
    if front.points.isEmpty || !gaps.isEmpty || !front.points.allSatisfy(\.isProven) {
      front.isComplete = false
    }
    dropBeaten()
    return front
  }

  private mutating func findEnds() throws(LayoutError) {
    if let low = try plan(withAtLeast: 0) { insert(low) }
    guard let most = try most(of: question.second, holding: question.first, at: 0) else {
      front.isComplete = false
      return
    }
    if let high = try plan(withAtLeast: most.units, isMost: true, isProven: most.isProven) {
      insert(high)
    }
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
    while front.points.count < question.points {
      let widest = gaps.max { ($0.count, $1.lowerBound) < ($1.count, $0.lowerBound) }
      guard let widest, ContinuousClock.now < deadline else { return }
      try find(withAtLeast: widest.lowerBound)
    }
  }

  /// Values of the second term between two plans at which another may lie.
  private var gaps: [ClosedRange<Int64>] {
    zip(front.points, front.points.dropFirst()).compactMap { low, high in
      low.second + 1 < high.atLeast ? (low.second + 1)...(high.atLeast - 1) : nil
    }
  }

  private mutating func find(withAtLeast units: Int64) throws(LayoutError) {
    guard gaps.contains(where: { $0.contains(units) }) else { return }
    guard let point = try plan(withAtLeast: units) else {
      // Time is up: what lies here stays unknown.
      front.isComplete = false
      if let next = front.points.firstIndex(where: { $0.second >= units }) {
        front.points[next].atLeast = min(front.points[next].atLeast, units)
      }
      return
    }
    insert(point)
  }

  private mutating func insert(_ point: Point) {
    if let known = front.points.firstIndex(where: {
      $0.second == point.second && $0.first >= point.first
    }) {
      front.points[known].atLeast = min(front.points[known].atLeast, point.atLeast)
    } else {
      front.points.append(point)
      front.points.sort { ($0.second, -$0.first) < ($1.second, -$1.first) }
    }
  }

  /// Only searches that time cut short leave plans that others beat.
  private mutating func dropBeaten() {
    let all = front.points
    front.points = all.filter { point in
      !all.contains {
        $0.first >= point.first && $0.second >= point.second
          && ($0.first, $0.second) != (point.first, point.second)
      }
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
    let search = LayoutSearch(instance: part, limits: limits, solver: solver)
    let outcome = try search.outcome(from: plans, at: prices[term])
    front.searches += 1
    prices[term] = outcome.prices ?? prices[term]
    guard let plan = outcome.plan else { return nil }
    if !plans.contains(plan.chosen) { plans.append(plan.chosen) }
    return (plan.objective, outcome.bound, plan.chosen, plan.objective == outcome.bound)
  }
}
