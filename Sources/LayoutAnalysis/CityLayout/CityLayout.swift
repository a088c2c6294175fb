package import LandModel
import Optimization

/// Chooses which sites become towns, each with one industry and one size, for the whole city.
///
/// Every proposal is a column of a mixed-integer program (``LayoutProgram`` states it, ``LayoutSearch`` how
/// it is solved); boundaries are frozen before, so that the plan is best among the boundaries offered.
package struct CityLayout: Sendable {
  package let parameters: LayoutParameters
  package let method: LayoutMethod

  package init(parameters: LayoutParameters, method: LayoutMethod = .bounded) {
    self.parameters = parameters
    self.method = method
  }

  /// The part of the time limit that must have passed before the clock can have changed a plan.
  package static var shareOfTimeBeforeFirstCut: Double { LayoutSearch.priceShare }

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
  /// - Throws: ``LayoutError`` when the parameters contradict themselves or the solver fails. A set of
  ///   rules that no plan can meet is a result with status ``LayoutStatus/infeasible``.
  package func result(
    delimitation: DelimitationResult, resources: [ResourcePoint], counties: [County] = [],
    workers: Int? = nil
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
    let plain = try PlainContradictions(instance: instance, texts: texts).all()
    guard plain.isEmpty else { return .infeasible(plain) }
    let search = LayoutSearch(instance: instance, limits: limits, deadline: deadline)
    let outcome =
      switch method {
      case .bounded: try search.outcome()
      case .wholeProgram: try search.outcomeOfWholeProgram()
      }
    guard outcome.status != .infeasible else {
      let deadline = ContinuousClock.now + parameters.timeLimit
      let beyond = try TermsOutOfReach(instance: instance, limits: limits, deadline: deadline)
        .sentences(texts)
      guard beyond.isEmpty else { return .infeasible(beyond, outcome) }
      let filter = ContradictionFilter(
        instance: instance, solver: CBCSolver(), limits: limits, deadline: deadline)
      let sentences = try filter.sentences(of: filter.smallest(), texts)
      return .infeasible(sentences, outcome)
    }
    guard let plan = outcome.plan else { return .unknown(outcome, instance) }
    let answer = LayoutAnswer(
      instance: instance, delimitation: delimitation, resources: resources, texts: texts,
      state: plan)
    return try answer.result(of: outcome, limits: limits)
  }

  private var limits: SolverLimits {
    SolverLimits(
      seconds: parameters.timeLimit / .seconds(1), nodes: parameters.nodeLimit,
      gap: parameters.gap.value, seed: parameters.seed)
  }
}

extension LayoutResult {
  fileprivate static func infeasible(
    _ contradictions: [LocalizedText], _ outcome: LayoutOutcome? = nil
  ) -> LayoutResult {
    LayoutResult(
      status: .infeasible, chosen: [], objective: nil, terms: [], bound: nil, gap: nil, rules: [],
      rejected: [], contradictions: contradictions,
      columnCount: outcome?.columnCount ?? 0, rowCount: outcome?.rowCount ?? 0,
      nodeCount: outcome?.nodes ?? 0)
  }

  /// The time ended before all distances were measured.
  fileprivate static func unmeasured(_ instance: LayoutInstance) -> LayoutResult {
    LayoutResult(
      status: .unknown, chosen: [], objective: nil, terms: [], bound: nil, gap: nil, rules: [],
      rejected: [], contradictions: [], columnCount: instance.columnCount, rowCount: 0,
      nodeCount: 0)
  }

  fileprivate static func unknown(
    _ outcome: LayoutOutcome, _ instance: LayoutInstance
  ) -> LayoutResult {
    LayoutResult(
      status: .unknown, chosen: [], objective: nil, terms: [],
      bound: instance.points(outcome.bound), gap: nil, rules: [], rejected: [],
      contradictions: [], columnCount: outcome.columnCount, rowCount: outcome.rowCount,
      nodeCount: outcome.nodes)
  }
}

extension LayoutError {
  /// The solver's failure in the words of the layout.
  init(_ error: SolverError) {
    switch error {
    case .malformed(let issues):
      self = .solver(operation: "check", message: "\(issues)")
    case .abandoned(let status, let secondaryStatus):
      self = .solver(
        operation: "Cbc_solve", message: "status \(status), secondary status \(secondaryStatus)")
    case .inaccurate(let row, let excess):
      self = .solver(operation: "Cbc_solve", message: "row \(row) missed by \(excess)")
    }
  }
}
