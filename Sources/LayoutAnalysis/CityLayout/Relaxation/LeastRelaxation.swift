import LandModel
import Optimization

/// Finds the changes of rules, least in sum, with which there is a plan, and tries them.
///
/// ``ElasticProgram`` states what is least. Each answer is solved again as a question of its own, with the
/// changed rules, so that what is told to be enough has been seen to be.
struct LeastRelaxation {
  let instance: LayoutInstance
  let delimitation: DelimitationResult
  let resources: [ResourcePoint]
  let counties: [County]
  let solver: any ProgramSolver
  let limits: SolverLimits
  let workers: Int?

  /// Nodes of each search for changes.
  private static let mostNodes = 20_000

  /// - Parameter contradicting: the rules of a contradiction. One that alone is enough is in each of them.
  func advice(for contradicting: [RuleName]) throws(LayoutError) -> RelaxationAdvice {
    let spacings = try ElasticSpacings(instance, until: .now + .seconds(limits.seconds))
    let all = instance.constraints
    let least = try demands(Set(all), spacings)
    var single: [RuleRelaxation] = []
    var given: Set<LayoutConstraint> = []
    for constraint in all where contradicting.contains(instance.ruleName(of: constraint)) {
      let together = constraint.isOfEquity ? all.filter(\.isOfEquity) : [constraint]
      guard given.isDisjoint(with: together) else { continue }
      given.formUnion(together)
      guard let answer = try demands(Set(together), spacings), answer.isProven else { continue }
      single.append(try tried(answer.demands))
    }
    return RelaxationAdvice(
      least: try least.map { answer throws(LayoutError) in try tried(answer.demands) },
      isProven: least?.isProven == true && !spacings.isLeftOut, single: single)
  }

  /// The least demands on some rules with all others kept; nil when there are none, or none was found.
  func demands(
    _ elastic: Set<LayoutConstraint>, _ spacings: ElasticSpacings
  ) throws(LayoutError) -> (demands: [RuleDemand], isProven: Bool)? {
    let program = ElasticProgram(
      instance, spacings, elastic: elastic, until: .now + .seconds(limits.seconds))
    guard let program else { return nil }
    var limits = limits
    limits.nodes = min(limits.nodes ?? .max, Self.mostNodes)
    limits.gap = 0
    do throws(SolverError) {
      let solution = try solver.solve(program.program, limits: limits)
      guard solution.objective != nil else { return nil }
      return (
        spacings.demands(of: program.chosen(in: solution.values), in: instance),
        solution.status == .optimal
      )
    } catch {
      throw LayoutError(error)
    }
  }

  /// The changes with the plan that they lead to.
  private func tried(_ demands: [RuleDemand]) throws(LayoutError) -> RuleRelaxation {
    let deadline = ContinuousClock.now + .seconds(limits.seconds)
    let relaxed = try LayoutInstance(
      parameters: instance.parameters(meeting: demands), delimitation: delimitation,
      resources: resources, counties: counties, workers: workers, until: deadline)
    var outcome: LayoutOutcome?
    if relaxed.conflicts.isComplete {
      outcome = try LayoutSearch(
        instance: relaxed, limits: limits, solver: solver, deadline: deadline
      ).outcome()
    }
    let texts = RelaxationTexts(texts: LayoutTexts(instance: instance))
    return RuleRelaxation(
      changes: demands.map(texts.change),
      total: Ratio(demands.reduce(0) { $0 + $1.relative }), status: outcome?.status ?? .unknown,
      objective: outcome?.plan.map { relaxed.points($0.objective) },
      towns: outcome?.plan?.chosen.count ?? 0)
  }
}

/// A rule by its stable code and what it is about.
package struct RuleName: Sendable, Hashable, Codable {
  /// As in ``LayoutRule``.
  package let code: String
  /// The county, industry or town concerned; empty for a citywide rule.
  package let subject: String

  package init(code: String, subject: String) {
    self.code = code
    self.subject = subject
  }
}

extension LayoutInstance {
  func ruleName(of constraint: LayoutConstraint) -> RuleName {
    RuleName(code: constraint.code, subject: subject(of: constraint))
  }
}
