/// The keys of a scenarios file, which `townlayout batch` reads beside a plan.
extension PlanKeys {
  package static let scenarioFile = PlanSection([
    PlanKey(
      "townlayout-scenarios", .integer(1...1), required: true,
      "Version of the scenarios format: 1."),
    PlanKey("title", .localizedText, "Title of the comparison; default the plan's."),
    PlanKey("compare", .section(compare), "The two measures that the comparison is drawn over."),
    PlanKey(
      "scenarios", .table(of: .section(scenario)), required: true,
      "Scenarios, or families of them, by name: letters of any script, digits, - and _."),
  ])

  private static let compare = PlanSection([
    PlanKey("x", .text, "Across: suitability, coverage, coverage.CATEGORY, area or towns."),
    PlanKey("y", .text, "Upwards: as x; default coverage over suitability, without weights."),
  ])

  private static let scenario = PlanSection([
    PlanKey("title", .localizedText, "Name in tables; default the key."),
    PlanKey(
      "set", .table(of: .anything),
      "Changes to the plan: values by dotted path as layout.spacing, or sections as in a plan; ~ takes "
        + "a key away."),
    PlanKey(
      "grid", .table(of: .list(of: .anything)),
      "Lists of values by dotted path: a scenario for every combination."),
    PlanKey(
      "sample", .section(sample),
      "Random values from a seed: a scenario for every draw, the same draws in every combination of the "
        + "grid."),
  ])

  private static let sample = PlanSection([
    PlanKey(
      "count", .integer(1...ScenarioFile.mostScenarios), required: true, "How many draws."),
    PlanKey("seed", .integer(0...Int(UInt32.max)), "Seed of the draws; default 1."),
    PlanKey(
      "values", .table(of: .section(draw)), required: true, "What is drawn, by dotted path."),
  ])

  private static let draw = PlanSection([
    PlanKey(
      "distribution", .choice(SampledValue.Distribution.names),
      "uniform between from and to (the default), log-uniform, whole numbers of integer, or a choice "
        + "from values."),
    PlanKey("from", .text, "Least value, with its unit."),
    PlanKey("to", .text, "Greatest value, in the same unit."),
    PlanKey("digits", .integer(1...12), "Digits that a drawn value keeps; default 4."),
    PlanKey("values", .list(of: .anything), "What a choice is made from, each as likely."),
  ])
}
