package import LandModel
import Optimization

/// Chooses which sites become towns, each with one industry, for the whole city.
///
/// Every proposal is a column of a mixed-integer program (``LayoutProgram`` states it); boundaries are
/// frozen before, so that the plan is best among the boundaries offered.
package struct CityLayout: Sendable {
  package let parameters: LayoutParameters

  package init(parameters: LayoutParameters) { self.parameters = parameters }

  /// The version of CBC, which searches and proves.
  package static var solverVersion: String { CBCSolver.version }

  /// Finds the plan with the greatest objective that keeps all rules, and proves how good it is.
  ///
  /// Without proposals the empty plan is the answer, if no rule asks for a town.
  ///
  /// - Parameters:
  ///   - delimitation: the boundaries offered, one for each site and industry that has one.
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
    let instance = try LayoutInstance(
      parameters: parameters, delimitation: delimitation, resources: resources, counties: counties,
      workers: workers)
    let texts = LayoutTexts(instance: instance)
    let plain = try PlainContradictions(instance: instance, texts: texts).all()
    guard plain.isEmpty else { return .infeasible(plain) }
    let program = LayoutProgram(instance)
    let solution = try solve(program.program)
    switch solution.status {
    case .infeasible:
      let filter = ContradictionFilter(
        instance: instance, solver: CBCSolver(), limits: limits,
        deadline: .now + parameters.timeLimit)
      let sentences = try filter.sentences(of: filter.smallest(), texts)
      return .infeasible(sentences, program.program, solution)
    case .optimal, .feasible, .unknown, .unbounded:
      guard let plan = plan(of: solution, program, instance) else {
        return .unknown(program.program, solution, instance)
      }
      let answer = LayoutAnswer(
        instance: instance, delimitation: delimitation, resources: resources, texts: texts,
        state: plan)
      return try answer.result(of: program.program, solution, gap: parameters.gap)
    }
  }

  private var limits: SolverLimits {
    SolverLimits(
      seconds: parameters.timeLimit / .seconds(1), nodes: parameters.nodeLimit,
      gap: parameters.gap.value, seed: parameters.seed)
  }

  private func solve(_ program: MixedIntegerProgram) throws(LayoutError) -> MIPSolution {
    do throws(SolverError) {
      return try CBCSolver().solve(program, limits: limits)
    } catch {
      throw LayoutError(error)
    }
  }

  /// The solver's plan; where a limit stopped it, the better of that and a plan found by exchanges.
  private func plan(
    of solution: MIPSolution, _ program: LayoutProgram, _ instance: LayoutInstance
  ) -> PlanState? {
    var plan: PlanState?
    if solution.objective != nil {
      plan = PlanState(instance, choosing: program.chosen(in: solution.values))
    }
    if solution.status != .optimal, let found = PlanState.byExchanges(for: instance),
      found.objective > plan?.objective ?? -1
    {
      plan = found
    }
    precondition(plan?.isFeasible ?? true, "A plan keeps the rules it was made of.")
    return plan
  }
}

extension LayoutResult {
  fileprivate static func infeasible(
    _ contradictions: [LocalizedText], _ program: MixedIntegerProgram? = nil,
    _ solution: MIPSolution? = nil
  ) -> LayoutResult {
    LayoutResult(
      status: .infeasible, chosen: [], objective: nil, terms: [], bound: nil, gap: nil, rules: [],
      rejected: [], contradictions: contradictions,
      columnCount: program?.variables.count ?? 0, rowCount: program?.rows.count ?? 0,
      nodeCount: solution?.nodes ?? 0)
  }

  fileprivate static func unknown(
    _ program: MixedIntegerProgram, _ solution: MIPSolution, _ instance: LayoutInstance
  ) -> LayoutResult {
    LayoutResult(
      status: .unknown, chosen: [], objective: nil, terms: [],
      bound: solution.bound.map { $0 / instance.unitsPerPoint }, gap: nil, rules: [],
      rejected: [], contradictions: [], columnCount: program.variables.count,
      rowCount: program.rows.count, nodeCount: solution.nodes)
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
