import ArgumentParser
import LandModel
import LayerStore
import Publishing
import Scenarios

/// `townlayout batch worker`: a process that a batch starts and speaks to; of no use by hand.
struct BatchWorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worker", abstract: "Answer scenarios for a batch.", shouldDisplay: false)

  @Argument var plan: String
  @Option var scenarios: String
  @Option var out: String
  @Option var threads: Int
  @Option var language: Language = .english
  @Flag var folders = false

  func run() throws {
    // Whoever interrupts the batch ends its workers too; alone they would only look like a crash.
    Interruption.ignore()
    let (set, folder): (ScenarioSet, BatchFolder)
    do {
      set = try ScenarioSet(plan: plan, scenarios: scenarios)
      folder = try BatchFolder.begun(at: out, of: set)
    } catch {
      // Told as an answer: a worker that only ends would look like a crash over its scenario.
      let (sentence, code) = describe(error)
      return WorkerService.refuse(sentence, code: code)
    }
    var writeRun: ScenarioAnswers.RunWriter?
    if folders { writeRun = { try write($0, path: $1, plan: $2) } }
    let answers = ScenarioAnswers(
      set, folder: folder, threads: threads, solver: SolveProgramCommand.solver, writeRun: writeRun)
    var service = WorkerService(answers, describe: describe)
    service.serve()
  }

  private func describe(_ error: any Error) -> (sentence: LocalizedText, code: Int32) {
    let text = ErrorText.knows(error) ? ErrorText(error) : ErrorText("\(error)", .ownDefect)
    return (text.sentence, text.cause.rawValue)
  }

  private func write(_ run: RunResult, path: String, plan: [UInt8]) throws {
    let watch = FolderWatch(willChange: {}, didChange: {}, isStaged: { _ in })
    try RunFolder(path: path, overwriting: true, watch: watch).write(
      run, language: language, plan: (BatchFolder.planName, plan))
  }
}
