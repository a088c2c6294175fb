extension DualProof {
  /// Prices that make up less than this share of the bound are what the search for them left over.
  private static let share: Int128 = 10_000

  /// The limits of land, money and spacing that a plan stands at and the bound puts a price on.
  ///
  /// A limit counts with its price times itself, a spacing with the prices of the cliques that it makes and that
  /// hold a town of the plan, where that is a ten-thousandth of the bound or more. A plan stands at a quota when
  /// some town that it has not would go beyond it.
  ///
  /// - Complexity: O(n) in the entries of the rows.
  func pricedRules(of instance: LayoutInstance, _ state: PlanState) -> Set<LayoutConstraint> {
    var prices: [LayoutConstraint: Int128] = [:]
    for (source, price) in zip(relaxation.sources, multipliers.rows) where price > 0 {
      switch source {
      case .sum(let number):
        guard let constraint = rows.sums[number].constraint, constraint.isQuota,
          stands(at: constraint, state)
        else { continue }
        prices[constraint, default: 0] += Int128(price) * Int128(rows.sums[number].limit)
      case .clique(let number):
        let clique = rows.cliques[number]
        guard clique.contains(where: { state.isChosen[$0] }) else { continue }
        for constraint in spacings(of: clique, instance.conflicts) {
          prices[constraint, default: 0] += Int128(price)
        }
      }
    }
    return Set(prices.filter { $0.value * Self.share >= bound.steps && $0.value > 0 }.keys)
  }

  private func stands(at constraint: LayoutConstraint, _ state: PlanState) -> Bool {
    state.instance.rules.enumerated().contains { number, rule in
      rule.constraint == constraint
        && zip(rule.columns, rule.coefficients).contains { column, coefficient in
          !state.isChosen[column] && state.usage[number] + coefficient > rule.limit
        }
    }
  }

  /// The spacings that keep neighbours in a clique apart.
  private func spacings(
    of clique: ArraySlice<Int>, _ conflicts: ConflictGraph
  ) -> Set<LayoutConstraint> {
    var found: Set<LayoutConstraint> = []
    for (left, right) in zip(clique, clique.dropFirst()) {
      let cause = conflicts.cause(left, right)
      if cause.contains(.spacing) {
        found.insert(.spacing)
      } else if cause.contains(.industrySpacing) {
        found.insert(.industrySpacing)
      }
    }
    return found
  }
}

extension LayoutConstraint {
  /// Whether it limits an amount of land or money.
  var isQuota: Bool {
    switch self {
    case .land, .construction, .budget: true
    default: false
    }
  }
}
