import LandModel
import Optimization

/// Reduces a set of rules that no plan can keep to one from which no rule can be left out.
///
/// A deletion filter (Chinneck and Dravnieks 1991): leave a rule out; if what stays still contradicts
/// itself, it stays out. Whole kinds of rules go first. A rule is left out only when the solver proves
/// the rest impossible, so a limit that strikes can leave a rule too many, never one too few.
struct ContradictionFilter {
  let instance: LayoutInstance
  let solver: any ProgramSolver
  /// For each solve, with no more time than there is until the deadline.
  let limits: SolverLimits
  /// When to stop trying to leave rules out.
  let deadline: ContinuousClock.Instant

  /// The rules left, in their fixed order.
  func smallest() throws(LayoutError) -> [LayoutConstraint] {
    let all = instance.constraints
    var kept = Set(all)
    for kind in kinds(of: all) where kind.count > 1 {
      if try isImpossible(kept.subtracting(kind)) { kept.subtract(kind) }
    }
    for constraint in kinds(of: all).joined() where kept.contains(constraint) {
      if try isImpossible(kept.subtracting([constraint])) { kept.remove(constraint) }
    }
    return all.filter { kept.contains($0) }
  }

  /// A sentence for each rule of a smallest set; with a limit goes what the others leave of it.
  ///
  /// - Parameter untold: a rule of the set that needs no sentence.
  func sentences(
    of smallest: [LayoutConstraint], _ texts: LayoutTexts, except untold: LayoutConstraint? = nil
  ) throws(LayoutError) -> [LocalizedText] {
    var sentences: [LocalizedText] = []
    for constraint in smallest where constraint != untold {
      let rule = instance.rules.first { $0.constraint == constraint && !constraint.isLock }
      let others = Set(smallest).subtracting([constraint])
      if let rule, let reached = try nearest(to: rule, keeping: others) {
        sentences.append(texts.shortfall(of: rule, reached))
      } else {
        let demand = texts.demand(constraint)
        sentences.append(texts.sentence(demand.english, demand.chinese))
      }
    }
    return sentences
  }

  /// How near to a limit the other rules let a plan come; nil where the solver does not say.
  private func nearest(
    to rule: SumRule, keeping others: Set<LayoutConstraint>
  ) throws(LayoutError) -> Int64? {
    let program = LayoutProgram(instance, keeping: others, towards: rule)
    guard let solution = try solution(of: program), solution.status == .optimal else { return nil }
    return solution.objective.map { Int64($0.rounded()) }
  }

  /// The rules by kind, those whose absence says most about the cause last.
  private func kinds(of constraints: [LayoutConstraint]) -> [[LayoutConstraint]] {
    let order = [
      "at-least", "at-least.equity", "locked-out", "budget", "construction", "land",
      "industry.max", "industry.min", "county.max", "towns.max", "towns.min", "spacing.industry",
      "county.min", "spacing", "locked-in",
    ]
    // A rule that a question beside the plan's added is of no kind here and stays.
    return order.map { code in constraints.filter { $0.code == code } }
  }

  private func isImpossible(_ kept: Set<LayoutConstraint>) throws(LayoutError) -> Bool {
    try solution(of: LayoutProgram(instance, keeping: kept))?.status == .infeasible
  }

  /// Nil after the deadline.
  private func solution(of program: LayoutProgram) throws(LayoutError) -> MIPSolution? {
    let remaining = (deadline - .now) / .seconds(1)
    guard remaining > 0 else { return nil }
    var limits = limits
    limits.seconds = min(limits.seconds, remaining)
    do throws(SolverError) {
      return try solver.solve(program.program, limits: limits)
    } catch {
      throw LayoutError(error)
    }
  }
}
