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
    let terms = ObjectiveTerms(of: state.chosen, instance, resources)
    let front = try front(limits, cliques: outcome.proof?.rows.cliques)
    var result = LayoutResult(
      status: outcome.status, chosen: state.chosen, objective: objective,
      terms: terms.terms,
      bound: bound,
      gap: isOptimal ? .zero : objective > 0 ? Ratio((bound - objective) / objective) : nil,
      rules: try RuleUses(
        instance: instance, texts: texts, state: state, proof: outcome.proof
      ).rules(),
      rejected: try Rejections(
        instance: instance, delimitation: delimitation, texts: texts, state: state
      ).all(), contradictions: [], columnCount: outcome.columnCount,
      rowCount: outcome.rowCount, nodeCount: outcome.nodes,
      certificate: certificate(of: outcome),
      equity: CountyShares(of: state.chosen, instance),
      pareto: front?.front, solverFailure: outcome.failure)
    result.coarseUnit = terms.visibleUnit
    result.isCutByClock = outcome.isCutByClock || front?.isCutByClock ?? false
    return result
  }

  /// Nil where no prices were found.
  private func certificate(of outcome: LayoutOutcome) -> LayoutCertificate? {
    guard let proof = outcome.proof else { return nil }
    return LayoutCertificate(
      instance, proof, refusals: delimitation.refusals, plan: state, bound: outcome.bound,
      residual: outcome.residual)
  }

  private func front(
    _ limits: SolverLimits, cliques: Grouped<Int>?
  ) throws(LayoutError) -> (front: ParetoFront, isCutByClock: Bool)? {
    guard let question = instance.parameters.pareto else { return nil }
    var search = ParetoSearch(
      instance, question, plan: state.chosen, cliques: cliques, solver: solver, limits: limits)
    let found = try search.result()
    return (
      ParetoFront(found, question, plan: state.chosen, instance), found.isCutByClock
    )
  }
}
