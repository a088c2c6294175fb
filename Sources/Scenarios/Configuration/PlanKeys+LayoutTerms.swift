import LayoutAnalysis

extension PlanKeys {
  /// Keys of the `layout` section about terms of the objective and money.
  static let layoutTerms = [
    PlanKey("budget", .money, "Greatest sum of the towns' costs; default no limit."),
    PlanKey(
      "cost-per-km2", .money,
      "What a square kilometre of a town costs, beside the candidate's own cost; default 0 万元."),
    PlanKey(
      "at-least", .table(of: .points),
      "What terms must reach, by name: suitability, coverage, coverage.<category>, equity."),
    PlanKey(
      "equity", .section(equity),
      "Points for the county worst off, so that towns are shared between counties; default none."),
    PlanKey("pareto", .section(pareto), "Plans of which none is better in two terms."),
  ]

  private static let equity = PlanSection([
    PlanKey(
      "weight", .number(0...1e6), required: true,
      "Points for each km², town or point of suitability that the county worst off has."),
    PlanKey(
      "of", .choice(EquityRule.Measure.allCases.map(\.rawValue)),
      "What is shared: town area, number of towns, or points of suitability; default area."),
    PlanKey(
      "per", .choice(EquityRule.Share.allCases.map(\.rawValue)),
      "What a county's fair share goes by: its settlements' population, or the same for each county; "
        + "default population."),
  ])

  private static let pareto = PlanSection([
    PlanKey("terms", .list(of: .text), required: true, "Two terms, by name as in at-least."),
    PlanKey("points", .integer(2...200), "Plans at most, both ends included; default 11."),
  ])
}
