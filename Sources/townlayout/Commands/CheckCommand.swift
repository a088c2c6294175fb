import ArgumentParser
import LandModel
import LayoutAnalysis
import Publishing
import Scenarios

/// `townlayout check`: which towns overlap or come near a red line, by how much.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Measure how towns lie to constraint layers such as ecological red lines.")

  @Argument(help: "Layer of towns: FILE, or FILE:LAYER.")
  var towns: String

  @Option(parsing: .upToNextOption, help: "Constraint layers: FILE, or FILE:LAYER.")
  var against: [String]

  @OptionGroup var constraint: ConstraintRuleOptions

  @Option(help: "Attribute that identifies a town.")
  var id: String?

  @Option(help: "Attribute that identifies a constraint feature.")
  var againstId: String?

  @OptionGroup var reading: LayerOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if against.isEmpty { throw ValidationError("--against needs at least one layer.") }
  }

  func run() throws {
    let rule = try constraint.constraintRule()
    let answer = try LayerQuestions(crs: reading.crs, workers: common.workers).check(
      towns: layer(towns, id: id), against: against.map { (layer($0, id: againstId), rule) },
      parameters: constraint.parameters)
    try Output.write(
      common.json
        ? ResultJSON.check(answer.result, on: answer.grid)
        : ConstraintTable(result: answer.result, language: common.language).text)
    let doubts = answer.validation.findings.filter { $0.severity == .error }
    for finding in doubts {
      Output.note("left out or doubtful: \(finding.message.text(in: common.language))")
    }
    // A red line or a town that was left out is never fine.
    if !doubts.isEmpty || answer.result.results.contains(where: \.isBreach) {
      throw ExitCause.findings
    }
  }

  private func layer(_ address: String, id: String?) -> PlanLayer {
    var attributes: [String: String] = [:]
    attributes["id"] = id
    return PlanLayer(
      key: PlanLayer.key(of: address), role: .constraint, file: address,
      crs: reading.layerCrs.map(CRSIdentifier.init),
      encoding: reading.encoding, attributes: attributes)
  }
}
