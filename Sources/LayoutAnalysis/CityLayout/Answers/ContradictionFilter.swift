import LandModel
import Optimization

/// Reduces a set of rules that no plan can keep to one from which no rule can be left out.
///
/// A deletion filter (Chinneck and Dravnieks 1991): leave a rule out; if what stays still contradicts
/// itself, it stays out. Whole kinds of rules go first. A rule is left out only when the solver proves
/// the rest impossible, so a limit that strikes can leave a rule too many, never one too few.
struct ContradictionFilter {
  let instance: LayoutInstance
  let solver: CBCSolver
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

  /// The rules by kind, those whose absence says most about the cause last.
  private func kinds(of constraints: [LayoutConstraint]) -> [[LayoutConstraint]] {
    let order = [
      "locked-out", "construction", "land", "industry.max", "industry.min", "county.max",
      "towns.max", "towns.min", "spacing.industry", "county.min", "spacing", "locked-in",
    ]
    return order.map { code in constraints.filter { $0.code == code } }
  }

  private func isImpossible(_ kept: Set<LayoutConstraint>) throws(LayoutError) -> Bool {
    guard ContinuousClock.now < deadline else { return false }
    do throws(SolverError) {
      let program = LayoutProgram(instance, keeping: kept).program
      return try solver.solve(program, limits: limits).status == .infeasible
    } catch {
      throw LayoutError(error)
    }
  }
}
