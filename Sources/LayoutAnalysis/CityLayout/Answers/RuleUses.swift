import LandModel
import SpatialIndex

/// Says how much of each rule a plan uses, and which rules hold it back.
struct RuleUses {
  let instance: LayoutInstance
  let texts: LayoutTexts
  let state: PlanState
  /// Prices of the bound; nil where there are none.
  let proof: DualProof?

  /// All rules in the order of the instance's constraints.
  ///
  /// A spacing is left out while fewer than two towns are under it. A count binds when the plan stands at
  /// it; land, money and spacing bind when without them alone a town more, or another one in the place of one,
  /// would make the plan better, or where the plan stands at them and the bound has a price for them; a least
  /// number of points binds when no town that adds to it could go.
  func rules() throws(LayoutError) -> [LayoutRule] {
    let blocking = binding
    let numbers = Dictionary(
      uniqueKeysWithValues: instance.rules.enumerated().map { ($1.constraint, $0) })
    var rules: [LayoutRule] = []
    for constraint in instance.constraints {
      if let number = numbers[constraint] {
        rules.append(use(of: instance.rules[number], number, blocking))
      } else if let rule = try spacing(constraint, blocking) {
        rules.append(rule)
      }
    }
    return rules
  }

  private func use(
    of rule: SumRule, _ number: Int, _ blocking: Set<LayoutConstraint>
  ) -> LayoutRule {
    let constraint = rule.constraint
    var limit = Double(rule.limit)
    var used = Double(state.usage[number])
    var unit = MeasureUnit.count
    var isBinding = state.usage[number] == rule.limit
    if constraint == .land || constraint == .construction {
      // The whole numbers of the rule are rounded; what is told is not.
      let isLand = constraint == .land
      let quota = isLand ? instance.parameters.landQuota : instance.parameters.constructionQuota
      limit = quota?.value ?? limit
      used = state.chosen.reduce(0) {
        let proposal = instance.proposals[$1]
        return $0 + (isLand ? proposal.ellipsoidalArea : proposal.constructionArea).value
      }
      unit = .squareMetre
      isBinding = blocking.contains(constraint)
    }
    if constraint == .budget {
      limit = instance.parameters.budget?.tenThousandYuan ?? limit
      used = state.chosen.reduce(0) {
        let proposal = instance.proposals[$1]
        let site = instance.sites[proposal.site]
        return $0 + instance.parameters.cost(of: proposal, at: site).tenThousandYuan
      }
      unit = .money
      isBinding = blocking.contains(constraint)
    }
    if constraint.isOfTerm {
      limit = instance.points(rule.limit)
      used = instance.points(state.usage[number])
      unit = .point
      isBinding = state.needsAllTowns(for: number)
    }
    return LayoutRule(
      code: constraint.code, subject: instance.subject(of: constraint), limit: limit, used: used,
      unit: unit, isBinding: isBinding, text: texts.use(constraint, used))
  }

  private func spacing(
    _ constraint: LayoutConstraint, _ blocking: Set<LayoutConstraint>
  ) throws(LayoutError) -> LayoutRule? {
    let isIndustry = constraint == .industrySpacing
    let parameters = instance.parameters
    if isIndustry && parameters.industrySpacing <= parameters.spacing { return nil }
    let limit = isIndustry ? parameters.industrySpacing : parameters.spacing
    guard let nearest = try nearestTowns(sameIndustry: isIndustry) else { return nil }
    return LayoutRule(
      code: constraint.code, subject: "", limit: limit.value, used: nearest.value, unit: .metre,
      isBinding: blocking.contains(constraint), text: texts.use(constraint, nearest.value))
  }

  /// The least distance between two chosen boundaries; nil when there are no two.
  private func nearestTowns(sameIndustry: Bool) throws(LayoutError) -> Metres? {
    let chosen = state.chosen
    let boxes = chosen.map { instance.proposals[$0].boundary.boundingBox }
    let ruler = BoundaryRuler(instance.proposals)
    var least: Metres?
    for (left, column) in chosen.enumerated() {
      for right in (left + 1)..<max(left + 1, chosen.count) {
        let other = chosen[right]
        guard
          !sameIndustry || instance.industryOfColumn[column] == instance.industryOfColumn[other],
          boxes[left].distance(to: boxes[right]) < least?.value ?? .infinity
        else { continue }
        least = Swift.min(try ruler.distance(column, other), least ?? Metres(.infinity))
      }
    }
    return least
  }

  /// The limits of land, money and spacing that hold the plan back.
  private var binding: Set<LayoutConstraint> {
    let asked = Set(
      instance.constraints.filter { $0.isQuota || $0 == .spacing || $0 == .industrySpacing })
    let priced = proof?.pricedRules(of: instance, state) ?? []
    return priced.union(state.rulesInTheWay(among: asked.subtracting(priced)))
  }
}

extension PlanState {
  /// Whether a minimum would be missed without any one of the towns that add to it.
  fileprivate func needsAllTowns(for rule: Int) -> Bool {
    chosen.allSatisfy { column in
      var rest = self
      rest.remove(column)
      return rest.usage[rule] == usage[rule] || rest.usage[rule] < instance.rules[rule].limit
    }
  }
}
