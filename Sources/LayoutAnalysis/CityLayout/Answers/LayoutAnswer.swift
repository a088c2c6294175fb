import LandModel

/// Tells a plan with its proof, its rules and the sites it leaves out.
struct LayoutAnswer {
  let instance: LayoutInstance
  let delimitation: DelimitationResult
  let resources: [ResourcePoint]
  let texts: LayoutTexts
  let state: PlanState

  func result(of outcome: LayoutOutcome) throws(LayoutError) -> LayoutResult {
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
      certificate: outcome.proof.map { proof in
        LayoutCertificate(
          instance, proof, refusals: delimitation.refusals, plan: state, bound: outcome.bound,
          residual: outcome.residual)
      })
  }
}
