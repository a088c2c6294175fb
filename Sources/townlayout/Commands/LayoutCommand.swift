import ArgumentParser
import LayoutAnalysis
import Publishing
import Scenarios

/// `townlayout layout`: which sites, which industry, for the whole city.
struct LayoutCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "layout",
    abstract: "Choose the towns of the whole city, with a proven distance from the optimum.",
    discussion: """
      Prints towns, objective, bound and gap and writes no file; `townlayout plan` writes them. Where rules \
      contradict each other, says which, and the least change that leaves a plan (exit code 2). A constraint \
      layer that lies outside the city, or elsewhere than its reference system says, is refused (exit code 65).
      """)

  @Argument(help: "Plan file (YAML).")
  var plan: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    let progress = ProgressLine()
    let run = PlanRun(
      plan: try Plan(file: plan), workers: common.workers, solver: SolveProgramCommand.solver,
      progress: progress.show)
    let city = try run.laidOut(
      try run.delimited(try run.validated()), asking: true)
    progress.clear()
    Output.warn(city.delimited.warnings, in: common.language)
    let delimitation = city.delimited.delimitation
    try Output.write(
      common.json
        ? ResultJSON.layout(city.layout, of: delimitation, in: common.language)
        : LayoutSummary(
          layout: city.layout, delimitation: delimitation, language: common.language
        ).text)
    switch city.layout.status {
    case .optimal, .feasible: return
    case .infeasible, .unknown: throw ExitCause.infeasible
    }
  }
}
