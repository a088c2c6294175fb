package import LandModel
import Optimization

/// Answers what a planner asks once the citywide plan is there: what a town left out would cost, which
/// towns stay when weights move, what other plans are nearly as good; or, without a plan, which rules would
/// have to give way.
///
/// Boundaries stay as they were drawn. All counts are limited by numbers of solves and nodes, so that the
/// answers are the same everywhere; only the plan's time limit, for each solve, depends on the clock.
package struct PlanSensitivity: Sendable {
  package let parameters: SensitivityParameters
  package let layout: LayoutParameters
  let solver: LayoutSolver

  package init(
    parameters: SensitivityParameters, layout: LayoutParameters, solver: LayoutSolver = .inProcess
  ) {
    self.parameters = parameters
    self.layout = layout
    self.solver = solver
  }

  /// Answers what the parameters ask for; nothing, and a word of it, where the time limit ends while distances are
  /// measured or cliques found.
  ///
  /// - Parameters:
  ///   - result: of ``CityLayout`` for the same questions.
  ///   - workers: how many boundaries are measured at once; nil for one per processor. The answers do not
  ///     depend on it.
  /// - Throws: ``LayoutError`` when the solver fails.
  /// - Complexity: a solve of the layout for each site, sample and plan asked for.
  package func result(
    of result: LayoutResult, delimitation: DelimitationResult, resources: [ResourcePoint],
    counties: [County] = [], workers: Int? = nil
  ) throws(LayoutError) -> SensitivityResult {
    let isInfeasible = result.status == .infeasible
    guard isInfeasible || (result.objective != nil && parameters != .none) else {
      return SensitivityResult()
    }
    let deadline = ContinuousClock.now + layout.timeLimit
    let instance = try LayoutInstance(
      parameters: layout, delimitation: delimitation, resources: resources, counties: counties,
      workers: workers, until: deadline)
    guard instance.conflicts.isComplete else { return .cutByClock }
    if isInfeasible {
      let relaxing = LeastRelaxation(
        instance: instance, delimitation: delimitation, resources: resources, counties: counties,
        solver: solver.programs, limits: limits, workers: workers)
      return SensitivityResult(advice: try relaxing.advice(for: result.contradicting))
    }
    let variants = VariantSearch(
      instance, plan: PlanState(instance, choosing: result.chosen), solver: solver.programs,
      limits: limits, until: deadline)
    guard let variants else { return .cutByClock }
    return try answers(variants, isProven: result.status == .optimal, resources)
  }

  private func answers(
    _ variants: VariantSearch, isProven: Bool, _ resources: [ResourcePoint]
  ) throws(LayoutError) -> SensitivityResult {
    var answers = SensitivityResult()
    if parameters.forcing != .none {
      let found = try ForcingCosts(
        variants: variants, isProven: isProven, solver: solver.programs, limits: limits
      ).all(parameters.forcing)
      answers.forcing = found.costs
      if found.isCutByClock { answers.isCutByClock = true }
    }
    if let stability = parameters.stability {
      let found = try WeightSamples(
        parameters: stability, variants: variants, resources: resources
      ).result()
      answers.stability = found.stability
      if found.isCutByClock { answers.isCutByClock = true }
    }
    if let alternatives = parameters.alternatives {
      let found = try AlternativePlans(
        parameters: alternatives, variants: variants
      ).result()
      answers.alternatives = found.alternatives
      if found.isCutByClock { answers.isCutByClock = true }
    }
    return answers
  }

  private var limits: SolverLimits {
    SolverLimits(
      seconds: layout.timeLimit / .seconds(1), nodes: layout.nodeLimit, gap: layout.gap.value,
      seed: layout.seed)
  }
}
