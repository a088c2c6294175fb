import LandModel

/// The towns together cost no more than the budget, by the candidates' own costs and the land they take.
struct BudgetCheck {
  let plan: StatedPlan
  let lookups: [TownLookup]
  let sites: [Site]
  let parameters: LayoutParameters

  /// Nil without a budget.
  func check() -> CertificateCheck? {
    guard let budget = parameters.budget else { return nil }
    var sum = 0.0
    for (town, lookup) in zip(plan.towns, lookups) {
      sum += sites.first { $0.id == town.id }?.cost?.tenThousandYuan ?? 0
      sum +=
        lookup.ellipsoidalArea.value / 1e6 * parameters.costPerSquareKilometre.tenThousandYuan
    }
    let (cost, most) = (Money(tenThousandYuan: sum).text, budget.text)
    let excess = Money(tenThousandYuan: sum).excess(over: budget)
    // A hundred yuan is rounding of the sum.
    let isWithin = sum <= budget.tenThousandYuan + 0.01
    return CertificateCheck(
      .budget,
      detail: LocalizedText(
        english: "\(plan.towns.count.counted("town")) cost \(cost.english) of \(most.english)",
        chinese: "\(plan.towns.count) 个小镇投资 \(cost.chinese)，预算 \(most.chinese)"),
      faults: isWithin
        ? []
        : [
          CertificateFault(
            ["budget"],
            english: "The towns cost \(cost.english), more than \(most.english)"
              + (excess.map { " by \($0.english)" } ?? "") + ".",
            chinese: "小镇投资 \(cost.chinese)，超过预算 \(most.chinese)"
              + (excess.map { "，超出 \($0.chinese)" } ?? "") + "。")
        ])
  }
}
