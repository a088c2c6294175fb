import ArgumentParser
import LandModel
import LayoutAnalysis
import Publishing
import Scenarios

/// `townlayout validate`: what is wrong with boundaries, where, by how much.
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Find what is wrong with layers of boundaries, where, and by how much.")

  @Argument(help: "Layers: FILE, or FILE:LAYER where a file holds several.")
  var layers: [String]

  @Option(help: "Attribute that identifies a feature.")
  var id: String?

  @Option(help: "Layer of administrative units that features must lie in.")
  var administrative: String?

  @Option(help: "Attribute of the administrative layer with the unit's code.")
  var administrativeId: String?

  @Option(help: "Attribute with the code of the unit that a feature claims to lie in.")
  var county: String?

  @Option(help: "Attribute with the declared area.")
  var declaredArea: String?

  @Option(help: "Unit of the declared area: m2, ha, mu or km2.")
  var declaredAreaUnit = "m2"

  @Flag(help: "Features should meet without gaps, as parcels or counties do.")
  var coverage = false

  @Option(help: "Exit with 1 when a finding is this grave or graver: note, warning, error.")
  var failOn: Severity = .error

  @OptionGroup var reading: LayerOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard Quantity.areaUnits.contains(declaredAreaUnit) else {
      throw ValidationError(
        "--declared-area-unit is one of \(Quantity.areaUnits.joined(separator: ", ")).")
    }
  }

  func run() throws {
    let questions = LayerQuestions(crs: reading.crs, workers: common.workers)
    let answer = try questions.validation(
      of: layers.map(planLayer), administrative: administrative.map(administrativeLayer))
    try Output.write(
      common.json
        ? ResultJSON.validate(answer.result, on: answer.grid, in: common.language)
        : FindingList(result: answer.result, grid: answer.grid, language: common.language).text)
    if answer.result.findings.contains(where: { $0.severity >= failOn }) {
      throw ExitCause.findings
    }
  }

  private func planLayer(_ address: String) -> PlanLayer {
    var attributes: [String: String] = [:]
    attributes["id"] = id
    attributes["county"] = county
    return PlanLayer(
      key: PlanLayer.key(of: address), role: .candidates, file: address,
      crs: reading.layerCrs.map(CRSIdentifier.init),
      encoding: reading.encoding,
      declaredArea: declaredArea.map { .init(attribute: $0, unit: declaredAreaUnit) },
      isCoverage: coverage, attributes: attributes)
  }

  private func administrativeLayer(_ address: String) -> PlanLayer {
    var attributes: [String: String] = [:]
    attributes["id"] = administrativeId
    return PlanLayer(
      key: PlanLayer.key(of: address), role: .administrative, file: address,
      encoding: reading.encoding,
      attributes: attributes)
  }
}
