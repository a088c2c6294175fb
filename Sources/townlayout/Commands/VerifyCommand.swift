import ArgumentParser
import LayoutAnalysis
import Publishing
import Scenarios

/// `townlayout verify`: whether a written run is what it says.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check a run's folder against its inputs, by a path of its own.",
    discussion: """
      Reads the plan file and the raw inputs again, compares their checksums, and checks the written towns by \
      brute force: areas, spacing of every pair, quotas, locks, red lines, objective. Computes the bound again \
      from the certificate in run.json, in whole numbers, and searches what it leaves for a better plan. Shares \
      no code with the search. Says what is proven and what is the solver's word. Exits with 1 when something \
      does not hold.
      """)

  @Argument(help: ArgumentHelp("Folder that `townlayout plan` wrote.", valueName: "run"))
  var folder: String

  @Option(
    help: ArgumentHelp(
      "Plan file, where it is not at the path that run.json names.",
      discussion: "Inputs are looked for from its folder."))
  var plan: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let outcome = try RunVerification(
      folder: folder, planFile: plan, workers: common.workers
    ).outcome()
    let obstacle = outcome.obstacle.map { ErrorText($0).line(in: common.language) }
    if let obstacle { Output.note(obstacle) }
    try Output.write(
      common.json
        ? ResultJSON.verification(outcome, obstacle: obstacle, in: common.language)
        : CertificateTable(outcome: outcome, language: common.language).text)
    if !outcome.holds { throw ExitCause.findings }
  }
}
