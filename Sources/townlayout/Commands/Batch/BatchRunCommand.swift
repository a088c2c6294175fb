import ArgumentParser
import Foundation
import LandModel
import LayerStore
import Publishing
import Scenarios

/// `townlayout batch run`, which may be called without the word `run`.
struct BatchRunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Answer a plan and all scenarios of a file, one row each.",
    discussion: """
      Worker processes answer scenarios one at a time and redo only the stages that a scenario changes. Each \
      finished scenario is on the disk before the next begins: after a crash, a kill or a full disk, --resume goes \
      on where the batch stopped, and the results are those of a batch that nothing stopped, byte for byte. A \
      scenario that fails or has no plan is a row that says why. Rows that a time limit stopped are marked \
      (stopped_by): limit nodes (layout.node-limit) and no seconds where results must repeat. Exits with 1 when \
      scenarios failed.
      """)

  @Argument(help: "Plan file (YAML).")
  var plan: String

  @Option(help: "Scenarios file (YAML); `townlayout schema scenarios` prints its schema.")
  var scenarios: String

  @Option(help: "Folder of the batch; it must not exist unless --resume or --overwrite is given.")
  var out: String

  @Flag(help: "Go on with the batch that the folder holds, or begin it.")
  var resume = false

  @Flag(help: "Replace the batch that the folder holds.")
  var overwrite = false

  @Flag(help: "With --resume, answer scenarios again that failed.")
  var retryFailed = false

  @Flag(help: "Write the folder of a run for every scenario, as `townlayout plan` does.")
  var folders = false

  @Option(
    help: ArgumentHelp(
      "Answer shard K of N only, such as 1/4.",
      discussion: "Write a folder for each shard; `townlayout batch merge` puts them together."))
  var shard: Shard?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if StandardOutput.isMeant(by: out) {
      throw ValidationError(
        "--out is a folder, and standard output holds none; name a folder (--json prints the summary)."
      )
    }
    if resume, overwrite {
      throw ValidationError("--resume goes on and --overwrite begins anew; give one of them.")
    }
    if retryFailed, !resume { throw ValidationError("--retry-failed goes with --resume.") }
  }

  private var existing: BatchFolder.Existing {
    resume ? .resume : overwrite ? .replace : .refuse
  }

  /// Two processes, as a machine of two cores has use for.
  private static let usualWorkers = 2

  func run() throws {
    try BatchFolder.require(out, existing: existing)
    let set = try ScenarioSet(plan: plan, scenarios: scenarios)
    let survey = try BatchSurvey(set, shard: shard)
    let folder = BatchFolder(path: out, manifest: survey.manifest)
    let lock = try folder.open(existing)
    defer { withExtendedLifetime(lock) {} }
    let workers = common.workers ?? Self.usualWorkers
    let line = BatchProgressLine(common.language)
    let run = BatchRun(
      survey, folder: folder, scenarios: survey.index.scenarios(of: shard), workers: workers,
      withRuns: folders, retryingFailed: retryFailed, workerArguments: workerArguments(workers),
      progress: line.show)
    Interruption.respond { [language = common.language, out] in
      run.interrupt()
      line.clear()
      let text = BatchEnding(standing: run.standing, folder: out, language: language)
      Output.note(text.interrupted)
    }
    do { try run.run() } catch {
      line.clear()
      let text = BatchEnding(standing: run.standing, folder: out, language: common.language)
      Output.note(text.stopped)
      throw error
    }
    line.clear()
    let failed = run.standing.failed
    Output.warn(try folder.context().warnings ?? [], in: common.language)
    if let shard {
      try Output.write(
        BatchEnding(standing: run.standing, folder: out, language: common.language).part(shard))
    } else {
      let batch = try folder.result()
      try BatchPublisher.write(batch, into: out, language: common.language)
      try Output.write(
        common.json
          ? BatchPublisher.summary(of: batch, in: common.language)
          : BatchSummary(batch: batch, folder: out, language: common.language).text)
    }
    if failed > 0 { throw ExitCause.findings }
  }

  /// What makes this program a worker of the batch.
  private func workerArguments(_ workers: Int) -> [String] {
    let processors = ProcessInfo.processInfo.activeProcessorCount
    let arguments = [
      "batch", "worker", plan, "--scenarios", scenarios, "--out", out, "--threads",
      "\(max(1, processors / workers))", "--language", common.language.rawValue,
    ]
    return arguments + (folders ? ["--folders"] : [])
  }
}
