package import LandModel
import Optimization

/// Chooses which sites become towns, each with one industry and one size, for the whole city.
///
/// Every proposal is a column of a mixed-integer program (``LayoutProgram`` states it, ``LayoutSearch`` how
/// it is solved); boundaries are frozen before, so that the plan is best among the boundaries offered.
package struct CityLayout: Sendable {
  package let parameters: LayoutParameters
  package let method: LayoutMethod
  let solver: LayoutSolver

  package init(
    parameters: LayoutParameters, method: LayoutMethod = .bounded,
    solver: LayoutSolver = .inProcess
  ) {
    self.parameters = parameters
    self.method = method
    self.solver = solver
  }

  /// The version of CBC, which closes the proof.
  package static var solverVersion: String { CBCSolver.version }

  /// Finds the plan with the greatest objective that keeps all rules, and proves how good it is.
  ///
  /// Without proposals the empty plan is the answer, if no rule asks for a town.
  ///
  /// - Parameters:
  ///   - delimitation: the boundaries offered; of one site and industry there may be several, as of
  ///     different sizes.
  ///   - resources: what towns may reach, in the working reference system.
  ///   - counties: all counties of the city, so that a quota also holds where no site was offered;
  ///     those of the sites are added.
  ///   - workers: how many boundaries are measured at once; nil for one per processor. The search
  ///     itself is single-threaded. The result does not depend on it.
  ///   - prices: of a similar question, where the search for prices begins; nil for none. Objective, bound and
  ///     proof are the same; of several best plans another may be found.
  /// - Throws: ``LayoutError`` when the parameters contradict themselves or the solver fails. A set of
  ///   rules that no plan can meet is a result with status ``LayoutStatus/infeasible``.
  package func result(
    delimitation: DelimitationResult, resources: [ResourcePoint], counties: [County] = [],
    workers: Int? = nil, from prices: LayoutPrices? = nil
  ) throws(LayoutError) -> LayoutResult {
    let problems = parameters.problems(
      sites: delimitation.sites, counties: counties, resources: resources)
    guard problems.isEmpty else { throw .parameters(problems) }
    let deadline = ContinuousClock.now + parameters.timeLimit
    let instance = try LayoutInstance(
      parameters: parameters, delimitation: delimitation, resources: resources, counties: counties,
      workers: workers, until: deadline)
    guard instance.conflicts.isComplete else { return .unmeasured(instance) }
    let texts = LayoutTexts(instance: instance)
    let plain = try PlainContradictions(
      instance: instance, texts: texts, refusals: delimitation.refusals
    ).all()
    guard plain.isEmpty else {
      let rules = Set(plain.flatMap(\.rules))
      return .infeasible(
        plain.map(\.text), instance.constraints.filter(rules.contains).map(instance.ruleName))
    }
    var search = LayoutSearch(
      instance: instance, limits: limits, solver: solver.programs, deadline: deadline)
    search.beginning = prices
    let outcome =
      switch method {
      case .bounded: try search.outcome()
      case .wholeProgram: try search.outcomeOfWholeProgram()
      }
    guard outcome.status != .infeasible else {
      return try infeasible(instance, outcome, texts)
    }
    guard let plan = outcome.plan else { return .unknown(outcome, instance) }
    let answer = LayoutAnswer(
      instance: instance, delimitation: delimitation, resources: resources, texts: texts,
      state: plan, solver: solver.programs)
    var result = try answer.result(of: outcome, limits: limits)
    result.landPrice = outcome.landPrice.map {
      $0 / instance.unitsPerPoint * SquareMetres(hectares: 1).value / LandUnits.unit.value
    }
    return result
  }

  /// Tells which rules leave no plan.
  private func infeasible(
    _ instance: LayoutInstance, _ outcome: LayoutOutcome, _ texts: LayoutTexts
  ) throws(LayoutError) -> LayoutResult {
    let deadline = ContinuousClock.now + parameters.timeLimit
    let beyond = try TermsOutOfReach(
      instance: instance, solver: solver.programs, limits: limits, deadline: deadline,
      cliques: outcome.proof?.rows.cliques
    ).all(texts)
    let filter = ContradictionFilter(
      instance: instance, solver: solver.programs, limits: limits, deadline: deadline)
    let smallest = try filter.smallest()
    let rules = instance.constraints.filter { constraint in
      smallest.contains(constraint) || beyond.contains { constraint.holds($0.term) }
    }
    var result = LayoutResult.infeasible(
      beyond.isEmpty ? try filter.sentences(of: smallest, texts) : beyond.map(\.text),
      rules.map(instance.ruleName), outcome)
    result.isCutByClock = outcome.isCutByClock || .now >= deadline
    return result
  }

  private var limits: SolverLimits {
    SolverLimits(
      seconds: parameters.timeLimit / .seconds(1), nodes: parameters.nodeLimit,
      gap: parameters.gap.value, seed: parameters.seed)
  }
}

extension LayoutResult {
  fileprivate static func infeasible(
    _ contradictions: [LocalizedText], _ rules: [RuleName], _ outcome: LayoutOutcome? = nil
  ) -> LayoutResult {
    var result = LayoutResult(
      status: .infeasible, chosen: [], objective: nil, terms: [], bound: nil, gap: nil, rules: [],
      rejected: [], contradictions: contradictions,
      columnCount: outcome?.columnCount ?? 0, rowCount: outcome?.rowCount ?? 0,
      nodeCount: outcome?.nodes ?? 0)
    result.contradicting = rules
    return result
  }

  /// The time ended before all distances were measured.
  fileprivate static func unmeasured(_ instance: LayoutInstance) -> LayoutResult {
    var result = LayoutResult(
      status: .unknown, chosen: [], objective: nil, terms: [], bound: nil, gap: nil, rules: [],
      rejected: [], contradictions: [], columnCount: instance.columnCount, rowCount: 0,
      nodeCount: 0)
    result.isCutByClock = true
    return result
  }

  fileprivate static func unknown(
    _ outcome: LayoutOutcome, _ instance: LayoutInstance
  ) -> LayoutResult {
    var result = LayoutResult(
      status: .unknown, chosen: [], objective: nil, terms: [],
      bound: instance.points(outcome.bound), gap: nil, rules: [], rejected: [],
      contradictions: [], columnCount: outcome.columnCount, rowCount: outcome.rowCount,
      nodeCount: outcome.nodes)
    result.isCutByClock = outcome.isCutByClock
    return result
  }
}

extension LayoutError {
  /// The solver's failure in the words of the layout.
  init(_ error: SolverError) {
    if case .worker(.notStarted(let executable, let reason)) = error {
      self = .solverNotStarted(executable: executable, reason: reason)
    } else {
      self = .solver(operation: error.operation, message: error.message)
    }
  }
}

extension SolverError {
  /// What the solver was at.
  fileprivate var operation: String {
    switch self {
    case .malformed: "check"
    case .abandoned, .inaccurate: "Cbc_solve"
    case .worker: "a process of its own"
    }
  }

  /// What went wrong, for people.
  var message: String {
    switch self {
    case .malformed(let issues): "\(issues)"
    case .abandoned(let status, let secondaryStatus):
      "status \(status), secondary status \(secondaryStatus)"
    case .inaccurate(let row, let excess): "row \(row) missed by \(excess)"
    case .worker(.notStarted(let executable, let reason)): "\(executable): \(reason)"
    case .worker(.ended(let cause, let message)):
      message.isEmpty ? cause : "\(cause): \(message)"
    case .worker(.unreadable(let error)): error.description
    }
  }
}
