import ArgumentParser
import Publishing
import Scenarios

/// `townlayout delimit`: where each town's boundary runs, how large it is.
struct DelimitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "delimit",
    abstract: "Draw the boundary of each candidate for each industry.",
    discussion: """
      Prints area, score and gap of each boundary, or why there is none; --json has the boundaries themselves. \
      Nothing is chosen among them: that is `townlayout layout`. A constraint layer that lies outside the city, \
      or elsewhere than its reference system says, is refused (exit code 65).
      """)

  @Argument(help: "Plan file (YAML).")
  var plan: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    let progress = ProgressLine()
    let run = PlanRun(
      plan: try Plan(file: plan), workers: common.workers, progress: progress.show)
    let city = try run.validated()
    let delimited = try run.delimited(city)
    progress.clear()
    Output.warn(delimited.warnings, in: common.language)
    try Output.write(
      common.json
        ? ResultJSON.delimit(delimited.delimitation, on: city.grid, in: common.language)
        : ProposalTable(result: delimited.delimitation, language: common.language).text)
  }
}
