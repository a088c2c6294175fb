import LandModel
import Optimization

/// Tells a plan with its proof, its rules and the sites it leaves out.
struct LayoutAnswer {
  let instance: LayoutInstance
  let delimitation: DelimitationResult
  let resources: [ResourcePoint]
  let texts: LayoutTexts
  let state: PlanState

  /// - Parameter gap: what the solver was allowed to leave unproven.
  func result(
    of program: MixedIntegerProgram, _ solution: MIPSolution, gap: Ratio
  ) throws(LayoutError) -> LayoutResult {
    let isProven = solution.status == .optimal && gap == .zero
    let bound = isProven ? state.objective : max(state.objective, wholeUnits(solution.bound))
    let isOptimal = bound == state.objective
    let objective = instance.points(state.objective)
    return LayoutResult(
      status: isOptimal ? .optimal : .feasible, chosen: state.chosen, objective: objective,
      terms: ObjectiveTerms(instance: instance, resources: resources).terms(of: state.chosen),
      bound: instance.points(bound),
      gap: state.objective == bound
        ? .zero : objective > 0 ? Ratio((instance.points(bound) - objective) / objective) : nil,
      rules: try RuleUses(instance: instance, texts: texts, state: state).rules(),
      rejected: try Rejections(
        instance: instance, delimitation: delimitation, texts: texts, state: state
      ).all(), contradictions: [], columnCount: program.variables.count,
      rowCount: program.rows.count, nodeCount: solution.nodes)
  }

  /// The solver's bound, or failing that the sum of all there is to gain, in whole units.
  ///
  /// Every objective is a whole number of units, so a bound may be rounded down to one; what the
  /// solver's tolerance may hide is added before.
  private func wholeUnits(_ bound: Double?) -> Int64 {
    let all = instance.values.reduce(0, +) + instance.coverage.weights.reduce(0, +)
    guard let bound else { return all }
    return min(all, Int64((bound + 1e-6 * max(1, abs(bound))).rounded(.down)))
  }
}
