/// Something in the way of a column.
struct PlanBlocker: Hashable {
  let constraint: LayoutConstraint
  /// The chosen column that excludes it, where spacing is in the way.
  let column: Int?
}

extension PlanState {
  /// All that keeps a column of a site without a town out of the plan.
  ///
  /// Towns too near come first, by column, then broken rules in their order; empty when it could join.
  func blockers(of column: Int) -> [PlanBlocker] {
    var blockers: [PlanBlocker] = []
    if conflictCount[column] > 0 {
      for edge in instance.conflicts.edges(of: column) {
        let other = instance.conflicts.neighbour(at: edge)
        guard isChosen[other] else { continue }
        let isNear = instance.conflicts.cause(at: edge).contains(.spacing)
        blockers.append(
          PlanBlocker(constraint: isNear ? .spacing : .industrySpacing, column: other))
      }
    }
    return blockers
      + rulesBroken(byAdding: column).map {
        PlanBlocker(constraint: instance.rules[$0].constraint, column: nil)
      }
  }
}
