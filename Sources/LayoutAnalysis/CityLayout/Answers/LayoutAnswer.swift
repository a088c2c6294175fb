import LandModel
import Optimization

/// Tells a plan with its proof, its rules and the sites it leaves out.
struct LayoutAnswer {
  let instance: LayoutInstance
  let delimitation: DelimitationResult
  let resources: [ResourcePoint]
  let texts: LayoutTexts
  let state: PlanState
  let solver: any ProgramSolver

  /// - Parameter limits: for the front of two terms, where one is asked for.
  func result(
    of outcome: LayoutOutcome, limits: SolverLimits
  ) throws(LayoutError) -> LayoutResult {
    let objective = instance.points(state.objective)
    let bound = instance.points(outcome.bound)
    let isOptimal = outcome.status == .optimal
    return LayoutResult(
      status: outcome.status, chosen: state.chosen, objective: objective,
      terms: ObjectiveTerms(instance: instance, resources: resources).terms(of: state.chosen),
      bound: bound,
      gap: isOptimal ? .zero : objective > 0 ? Ratio((bound - objective) / objective) : nil,
      rules: try RuleUses(instance: instance, texts: texts, state: state).rules(),
      rejected: try Rejections(
        instance: instance, delimitation: delimitation, texts: texts, state: state
      ).all(), contradictions: [], columnCount: outcome.columnCount,
      rowCount: outcome.rowCount, nodeCount: outcome.nodes,
      certificate: certificate(of: outcome),
      equity: CountyShares(of: state.chosen, instance),
      pareto: try front(limits), solverFailure: outcome.failure)
  }

  /// Nil where no prices were found.
  private func certificate(of outcome: LayoutOutcome) -> LayoutCertificate? {
    guard let proof = outcome.proof else { return nil }
    return LayoutCertificate(
      instance, proof, refusals: delimitation.refusals, plan: state, bound: outcome.bound,
      residual: outcome.residual)
  }

  private func front(_ limits: SolverLimits) throws(LayoutError) -> ParetoFront? {
    guard let question = instance.parameters.pareto else { return nil }
    var search = ParetoSearch(
      instance, question, plan: state.chosen, solver: solver, limits: limits)
    return ParetoFront(try search.result(), question, plan: state.chosen, instance)
  }
}
