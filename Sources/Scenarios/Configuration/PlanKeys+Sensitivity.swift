extension PlanKeys {
  /// What is asked about the plan once it is found: keys of the `layout` section.
  static let sensitivity = [
    PlanKey(
      "cost-of-forcing", .switchOrCount(0...100_000),
      "Whether, or for how many candidates left out, it is found out what it would cost to choose them; "
        + "default true: up to 200 in a plan of up to 2000 boundaries, bounds only beyond."),
    PlanKey(
      "stability", .section(stability),
      "How often each candidate is chosen when weights move; default not asked."),
    PlanKey(
      "alternatives", .section(alternatives),
      "Other plans nearly as good; default not asked."),
  ]

  private static let stability = PlanSection([
    PlanKey("samples", .integer(1...10_000), "Sets of weights that are drawn; default 100."),
    PlanKey(
      "spread", .ratio,
      "Each weight is multiplied by a factor drawn evenly from 1 - spread to 1 + spread; default 20 %."
    ),
    PlanKey(
      "seed", .integer(0...Int(UInt32.max)), "Seed of the draws; default the plan's seed."),
  ])

  private static let alternatives = PlanSection([
    PlanKey("count", .integer(0...20), "Plans at most, beside the best; default 5."),
    PlanKey(
      "within", .ratio, "Share of the best objective that a plan may lose; default 2 %."),
    PlanKey(
      "differ", .ratio,
      "Share of the sites of each plan before that the next one leaves, at least one; default 25 %."
    ),
  ])
}
