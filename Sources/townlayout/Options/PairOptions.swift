import ArgumentParser

/// Whether single pairs are measured, without a rule.
struct PairOptions: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      "Measure each town against each feature alone, without a rule.",
      discussion: "Land in several features of a layer counts as often; what the towns have in "
        + "common with the layer as a whole is told without this option."))
  var pairs = false

  @Flag(help: "Of single pairs, print their number and the sums of their areas only.")
  var summary = false

  func validate() throws {
    if summary, !pairs { throw ValidationError("--summary goes with --pairs.") }
  }
}
