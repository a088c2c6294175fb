import ArgumentParser
import LandModel
import LayerStore
import LayoutAnalysis
import Publishing
import Scenarios

/// `townlayout plan`: the main job.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Answer all questions of a plan file, into one output folder.",
    discussion: """
      Validates the layers, checks the candidates against the constraints, draws a boundary for each \
      candidate and industry, chooses the towns of the whole city with a proven gap, and verifies the \
      result. The folder appears when everything is written, or not at all. \
      A constraint layer that lies outside the city, or elsewhere than its reference system says, is refused \
      (exit code 65); one that binds no town is warned of.
      """)

  @Argument(help: "Plan file (YAML).")
  var plan: String

  @Option(help: "Folder to write; it must not exist unless --overwrite is given.")
  var out: String

  @Flag(help: "Replace the output folder when it exists.")
  var overwrite = false

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if StandardOutput.isMeant(by: out) {
      throw ValidationError(
        "--out is a folder, and standard output holds none; name a folder (--json prints the record)."
      )
    }
  }

  func run() throws {
    let output = try RunFolder(
      path: out, overwriting: overwrite, watch: Interruption.folderWatch)
    let progress = ProgressLine()
    let plan = try Plan(file: plan)
    let run = try PlanRun(
      plan: plan, workers: common.workers, solver: SolveProgramCommand.solver,
      progress: progress.show
    ).result()
    progress.show(RunProgress(stage: .publish, done: 0, total: 1))
    try output.write(run, language: common.language)
    progress.clear()
    Output.warn(run.warnings, in: common.language)
    try Output.write(
      common.json
        ? ResultJSON.plan(run, in: common.language)
        : PlanSummary(run: run, folder: out, language: common.language).text)
    switch run.layout.status {
    case .optimal, .feasible: return
    case .infeasible, .unknown: throw ExitCause.infeasible
    }
  }
}
