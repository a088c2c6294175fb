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

  @Argument(
    help: ArgumentHelp(
      "Layer of towns: FILE, or FILE:LAYER; - for standard input.",
      discussion: """
        Towns from standard input (GeoJSON text sequence, lines of features, or a collection), and with \
        --lines or --shard, are answered one by one as they come; the first constraint layer then \
        chooses the working grid instead of the towns, unless --crs does.
        """))
  var towns: String

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Constraint layers: FILE, or FILE:LAYER.",
      discussion: "Results call them by their names, and by their paths where names repeat."))
  var against: [String]

  @OptionGroup var constraint: ConstraintRuleOptions

  @Option(help: "Attribute that identifies a town.")
  var id: String?

  @Option(help: "Attribute that identifies a constraint feature.")
  var againstId: String?

  @OptionGroup(title: "Single pairs") var pairs: PairOptions
  @OptionGroup var stated: TownFieldOptions
  @OptionGroup var proposing: ProposalOptions
  @OptionGroup(title: "Town by town") var lines: LineOptions

  @Option(
    help: "With lines: write them to a file, which appears when complete; - for standard output.")
  var out: String?

  @OptionGroup var reading: LayerOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if against.isEmpty { throw ValidationError("--against needs at least one layer.") }
    if let twice = against.enumerated().first(where: { against[..<$0].contains($1) }) {
      throw ValidationError("--against names \(twice.element) twice.")
    }
    if lines.areAsked(for: towns) {
      if proposing.propose != nil || pairs.pairs {
        throw ValidationError(
          "--propose and --pairs take a file of towns, without lines or shards.")
      }
    } else if out != nil || lines.exitZero {
      throw ValidationError("--out and --exit-zero go with --lines or --shard.")
    }
    if pairs.pairs, let option = optionsBesidePairs.first {
      throw ValidationError("--pairs measures without a rule; \(option) does not go with it.")
    }
    if stated.activity != nil, constraint.rule != .conditional {
      throw ValidationError("--activity goes with --rule conditional, which alone asks for it.")
    }
    if constraint.areasOnly, proposing.propose != nil {
      throw ValidationError("--propose draws boundaries, and --areas-only nothing.")
    }
    try PrintedOutput.refuseSeveral(
      of: [("--propose", proposing.propose)], json: common.json)
    if proposing.overwrite, proposing.propose == nil, out == nil {
      throw ValidationError("--overwrite needs --propose or --out.")
    }
  }

  /// Options given that single pairs have no use for.
  private var optionsBesidePairs: [String] {
    constraint.given
      + [
        ("--propose", proposing.propose != nil), ("--activity", stated.activity != nil),
        ("--official-area", stated.officialArea != nil), ("--source", stated.source != nil),
        ("--vintage", stated.vintage != nil),
      ].filter(\.1).map(\.0)
  }

  func run() throws {
    if pairs.pairs { return try runPairs() }
    let rule = try constraint.constraintRule()
    let parameters = constraint.parameters
    if lines.areAsked(for: towns) { return try answerLines(by: rule, parameters) }
    let output = try proposing.prepared(inputs: [towns] + against)
    let answer = try LayerQuestions(crs: reading.crs, workers: common.workers).check(
      towns: town, fields: stated.fields,
      against: constraintLayers.map { ($0, rule) }, parameters: parameters,
      proposing: proposing.parameters)
    if let output, let proposals = answer.proposals {
      let remarks = try output.write(
        proposals, on: answer.grid, language: common.language, replacing: proposing.overwrite)
      for remark in remarks { Output.note(remark.text(in: common.language)) }
    }
    try Output.write(text(of: answer, parameters), beside: [proposing.propose])
    let doubts = noteDoubts(answer.validation)
    // A red line or a town that was left out is never fine.
    if !doubts.isEmpty || answer.result.results.contains(where: { $0.severity == .error }) {
      throw ExitCause.findings
    }
  }

  private func answerLines(by rule: ConstraintRule, _ parameters: RedLineParameters) throws {
    try FindingFileOptions.refuse(out.map { [$0] } ?? [], inputs: [towns] + against)
    try TownAnswer(
      towns: town, constraints: constraintLayers.map { ($0, rule) },
      fields: stated.fields, parameters: parameters, crs: reading.crs, lines: lines, out: out,
      overwrite: proposing.overwrite, common: common
    ).run()
  }

  /// Each town against each feature alone: no rule is applied.
  private func runPairs() throws {
    let answer = try LayerQuestions(crs: reading.crs, workers: common.workers).pairs(
      of: town, with: constraintLayers,
      listsPairs: !pairs.summary)
    let doubts = noteDoubts(answer.validation)
    try Output.write(
      common.json
        ? ResultJSON.pairs(
          answer.result, findings: answer.validation.findings.filter(\.concernsMeasures),
          on: answer.grid, in: common.language)
        : PairList(table: answer.result, language: common.language).text)
    if !doubts.isEmpty { throw ExitCause.findings }
  }

  /// Says on standard error what measures suffer from, and returns what is wrong of it.
  private func noteDoubts(_ validation: BoundaryResult) -> [Finding] {
    for finding in validation.findings where finding.concernsMeasures {
      Output.note(finding, in: common.language)
    }
    return validation.findings.filter { $0.severity == .error }
  }

  private func text(of answer: CheckAnswer, _ parameters: RedLineParameters) -> String {
    guard !common.json else {
      return ResultJSON.check(
        answer.result, findings: answer.validation.findings.filter(\.concernsMeasures),
        on: answer.grid, parameters: parameters, proposals: answer.proposals, in: common.language)
    }
    let table = ConstraintTable(
      result: answer.result, parameters: parameters, language: common.language)
    let proposals = answer.proposals.map {
      CompliantTable(proposals: $0, language: common.language)
    }
    return table.text + (proposals?.text ?? "")
  }

  private var town: PlanLayer { layers[0] }
  private var constraintLayers: [PlanLayer] { Array(layers.dropFirst()) }

  /// The towns, then the constraint layers, each with a name of its own.
  private var layers: [PlanLayer] {
    let addresses = [towns] + against
    return zip(addresses, PlanLayer.keys(of: addresses)).enumerated().map { place, layer in
      self.layer(layer.0, key: layer.1, id: place == 0 ? id : againstId)
    }
  }

  private func layer(_ address: String, key: String, id: String?) -> PlanLayer {
    var attributes: [String: String] = [:]
    attributes["id"] = id
    return PlanLayer(
      key: key, role: .constraint, file: address,
      crs: reading.layerCrs.map(CRSIdentifier.init),
      encoding: reading.encoding, attributes: attributes, source: stated.source ?? "",
      vintage: stated.vintage)
  }
}
