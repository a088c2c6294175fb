import ArgumentParser
import Scenarios

/// How answers go out record by record.
struct LineOptions: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      "Answer each feature by itself, with a line of JSON; a last line has the counts.",
      discussion: "Always so for standard input, and with --shard."))
  var lines = false

  @Option(
    help: ArgumentHelp(
      "Answer every N-th record only, from the K-th on, for “townlayout merge”.", valueName: "K/N"))
  var shard: Shard?

  @Flag(
    help: ArgumentHelp(
      "With lines: exit with 0 whatever was found, and for an empty input.",
      discussion: "For engines that take any other code for a task that failed."))
  var exitZero = false

  /// Whether answers are lines.
  func areAsked(for file: String) -> Bool {
    lines || shard != nil || file == FeatureRecords.standardInput
  }
}

extension Shard: ExpressibleByArgument {
  package init?(argument: String) { self.init(argument) }
}
