import LandModel

/// Costs as whole numbers of 10 000 yuan, the unit of the budget's row.
///
/// A town's cost rounds up and the budget rounds down, as areas do (``LandUnits``): a plan within the whole
/// numbers is within the budget; a plan within 10 000 yuan a town of its budget may be refused.
enum MoneyUnits {
  /// A thousandth of a yuan is rounding of a sum.
  private static let noise = 1e-7
  /// Costs beyond 10¹⁶ yuan count as this much, so that a sum of a million of them still fits.
  private static let greatest = 1e12

  static func needed(for cost: Money) -> Int64 {
    max(0, Int64(min((cost.tenThousandYuan - noise).rounded(.up), greatest)))
  }

  static func available(in budget: Money) -> Int64 {
    Int64(min((budget.tenThousandYuan + noise).rounded(.down), 1e15))
  }
}

extension LayoutParameters {
  /// What a town costs: its site and its land.
  func cost(of proposal: TownProposal, at site: Site) -> Money {
    (site.cost ?? .zero) + proposal.ellipsoidalArea.squareKilometres * costPerSquareKilometre
  }
}
