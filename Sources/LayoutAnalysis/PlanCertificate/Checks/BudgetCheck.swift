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
    let (cost, most) = ((sum * 100).rounded() / 100, budget.tenThousandYuan)
    // A hundred yuan is rounding of the sum.
    let isWithin = sum <= most + 0.01
    return CertificateCheck(
      .budget,
      detail: LocalizedText(
        english: "\(plan.towns.count.counted("town")) cost \(cost) of \(most) × 10k CNY",
        chinese: "\(plan.towns.count) 个小镇投资 \(cost) 万元，预算 \(most) 万元"),
      faults: isWithin
        ? []
        : [
          CertificateFault(
            ["budget"], english: "The towns cost \(cost) × 10k CNY, more than \(most).",
            chinese: "小镇投资 \(cost) 万元，超过预算 \(most) 万元。")
        ])
  }
}
