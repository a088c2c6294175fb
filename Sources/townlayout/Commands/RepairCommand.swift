import LandModel
import LayoutAnalysis
import Publishing
import Scenarios

/// `townlayout validate --repair`: the part of the command that mends.
struct RepairCommand {
  let options: RepairOptions
  let common: CommonOptions
  /// Files for the findings that are left.
  let findingFiles: [ValidationFile]
  /// Whether an output that exists is replaced.
  let replacing: Bool

  /// Repairs a layer, writes it unless the run is dry, and prints what was done and what is left.
  ///
  /// - Throws: ``ExitCause/findings`` where a finding that is left is as grave as `failOn`.
  func run(
    _ questions: LayerQuestions, layer: PlanLayer, beside: LayersBeside,
    parameters: BoundaryParameters, failOn: Severity
  ) throws {
    let repair = try options.parameters(over: parameters)
    guard !repair.fixes.isEmpty else {
      let answer = try questions.validation(
        of: [layer], administrative: beside.administrative, reference: beside.reference,
        studyArea: beside.studyArea, allowedGaps: beside.allowedGaps, parameters: parameters)
      try Output.write(RepairOffer(result: answer.result, language: common.language).text)
      throw ExitCause.usage
    }
    let run = try questions.repair(
      of: layer, beside: beside, parameters: parameters, repair: repair)
    let output = options.dryRun ? nil : options.repair
    if let output {
      for remark in try run.write(to: output, replacing: replacing) {
        Output.note(remark.text(in: common.language))
      }
    }
    for file in findingFiles {
      try file.write(run.rest, language: common.language, replacing: replacing)
    }
    try Output.write(
      common.json
        ? ResultJSON.repair(run, output: output, in: common.language)
        : RepairReport(
          run: run, output: output, language: common.language, isSummary: !findingFiles.isEmpty
        ).text, beside: [output] + findingFiles.map(\.path))
    if run.after.stands(atLeast: failOn) { throw ExitCause.findings }
  }
}
