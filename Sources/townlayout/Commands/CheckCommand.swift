import ArgumentParser
import LandModel
import LayoutAnalysis
import Publishing
import Scenarios

/// `townlayout check`: which towns overlap or come near a red line, by how much.
struct CheckCommand: ParsableCommand {
  /// The rules by their names in a plan file.
  enum Rule: String, ExpressibleByArgument, CaseIterable {
    case forbid, limit, buffer, inside
  }

  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Measure how towns lie to constraint layers such as ecological red lines.")

  @Argument(help: "Layer of towns: FILE, or FILE:LAYER.")
  var towns: String

  @Option(parsing: .upToNextOption, help: "Constraint layers: FILE, or FILE:LAYER.")
  var against: [String]

  @Option(help: "Rule of the constraint layers: forbid, limit, buffer or inside.")
  var rule: Rule = .forbid

  @Option(help: "Distance to keep (buffer), such as '50 m'.")
  var distance: String?

  @Option(help: "Greatest share of a town (limit), such as '5 %'.")
  var share: String?

  @Option(help: "Distance up to which a clear town counts as near, such as '500 m'.")
  var near: String?

  @Option(help: "Attribute that identifies a town.")
  var id: String?

  @Option(help: "Attribute that identifies a constraint feature.")
  var againstId: String?

  @OptionGroup(title: "Single pairs") var pairs: PairOptions
  @OptionGroup var reading: LayerOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if against.isEmpty { throw ValidationError("--against needs at least one layer.") }
    _ = try constraintRule()
    for (option, text) in [("--near", near), ("--distance", distance)] {
      guard let text else { continue }
      guard let length = Quantity.length(text) else {
        throw ValidationError("\(option) is a length with its unit, such as '500 m'.")
      }
      guard Quantity.lengths.contains(length) else {
        throw ValidationError("\(option) is out of range: \(Quantity.lengthRange).")
      }
    }
  }

  func run() throws {
    if pairs.pairs { return try runPairs() }
    let rule = try constraintRule()
    var parameters = RedLineParameters()
    if let near = near.flatMap(Quantity.length) { parameters.nearDistance = near }
    let answer = try LayerQuestions(crs: reading.crs, workers: common.workers).check(
      towns: layer(towns, id: id), against: against.map { (layer($0, id: againstId), rule) },
      parameters: parameters)
    try Output.write(
      common.json
        ? ResultJSON.check(answer.result, on: answer.grid)
        : ConstraintTable(result: answer.result, language: common.language).text)
    let doubts = noteDoubts(answer.validation)
    // A red line or a town that was left out is never fine.
    if !doubts.isEmpty || answer.result.results.contains(where: \.isBreach) {
      throw ExitCause.findings
    }
  }

  /// Each town against each feature alone: no rule is applied.
  private func runPairs() throws {
    let answer = try LayerQuestions(crs: reading.crs, workers: common.workers).pairs(
      of: layer(towns, id: id), with: against.map { layer($0, id: againstId) },
      listsPairs: !pairs.summary)
    let doubts = noteDoubts(answer.validation)
    try Output.write(
      common.json
        ? ResultJSON.pairs(
          answer.result, findings: doubts, on: answer.grid, in: common.language)
        : PairList(table: answer.result, language: common.language).text)
    if !doubts.isEmpty { throw ExitCause.findings }
  }

  /// Says on standard error what validation found wrong.
  private func noteDoubts(_ validation: BoundaryResult) -> [Finding] {
    let doubts = validation.findings.filter { $0.severity == .error }
    for finding in doubts {
      Output.note("left out or doubtful: \(finding.message.text(in: common.language))")
    }
    return doubts
  }

  private func layer(_ address: String, id: String?) -> PlanLayer {
    var attributes: [String: String] = [:]
    attributes["id"] = id
    return PlanLayer(
      key: PlanLayer.key(of: address), role: .constraint, file: address,
      crs: reading.layerCrs.map(CRSIdentifier.init),
      encoding: reading.encoding, attributes: attributes)
  }

  private func constraintRule() throws -> ConstraintRule {
    switch rule {
    case .forbid: return .forbid
    case .inside: return .inside
    case .limit:
      guard let share = share.flatMap(Quantity.ratio) else {
        throw ValidationError("--rule limit needs --share, such as '5 %'.")
      }
      guard (0...1).contains(share.value) else {
        throw ValidationError("--share is out of range: 0 % to 100 %.")
      }
      return .limit(share: share, area: nil)
    case .buffer:
      guard let distance = distance.flatMap(Quantity.length) else {
        throw ValidationError("--rule buffer needs --distance, such as '50 m'.")
      }
      return .buffer(distance)
    }
  }
}
