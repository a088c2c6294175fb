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
  ///
  /// - Parameter towns: the columns chosen, ascending.
  func blockers(of column: Int, among towns: [Int]) -> [PlanBlocker] {
    var blockers: [PlanBlocker] = []
    if conflictCount[column] > 0 {
      for town in towns {
        let cause = instance.conflicts.cause(column, town)
        guard !cause.isEmpty else { continue }
        blockers.append(
          PlanBlocker(
            constraint: cause.contains(.spacing) ? .spacing : .industrySpacing, column: town))
      }
    }
    return blockers
      + rulesBroken(byAdding: column).map {
        PlanBlocker(constraint: instance.rules[$0].constraint, column: nil)
      }
  }

  /// The rules that alone keep out a column with which the plan would be better, whether it joins or takes the
  /// place of one town.
  ///
  /// - Parameter asked: the rules looked for; a spacing counts for all pairs too near.
  /// - Complexity: O(towns · columns · reach of a column), less once all are found.
  func rulesInTheWay(among asked: Set<LayoutConstraint>) -> Set<LayoutConstraint> {
    let before = objective
    var state = self
    var open = asked
    for outgoing in [nil] + chosen.map(Optional.some) {
      guard !open.isEmpty else { break }
      if let outgoing { state.remove(outgoing) }
      let (towns, short) = (state.chosen, state.shortages)
      for column in 0..<instance.columnCount where column != outgoing {
        guard !state.isChosen[column],
          let rule = state.onlyObstacle(to: column, among: towns, asked: open),
          short.allSatisfy({ state.contribution(of: column, to: $0.rule) >= $0.missing }),
          state.objective + state.gain(of: column) > before
        else { continue }
        open.remove(rule)
      }
      if let outgoing { state.insert(outgoing) }
    }
    return asked.subtracting(open)
  }

  /// The rule that alone keeps a column out, if it is one of those asked for.
  private func onlyObstacle(
    to column: Int, among towns: [Int], asked: Set<LayoutConstraint>
  ) -> LayoutConstraint? {
    let isNear = conflictCount[column] > 0
    guard !isNear || asked.contains(.spacing) || asked.contains(.industrySpacing) else {
      return nil
    }
    let broken = rulesBroken(byAdding: column)
    guard isNear else {
      let rule = broken.count == 1 ? instance.rules[broken[0]].constraint : nil
      return rule.flatMap { asked.contains($0) ? $0 : nil }
    }
    guard broken.isEmpty else { return nil }
    var found: LayoutConstraint?
    for town in towns {
      let cause = instance.conflicts.cause(column, town)
      guard !cause.isEmpty else { continue }
      let rule: LayoutConstraint = cause.contains(.spacing) ? .spacing : .industrySpacing
      guard !cause.contains(.sameSite), found ?? rule == rule, asked.contains(rule) else {
        return nil
      }
      found = rule
    }
    return found
  }
}
