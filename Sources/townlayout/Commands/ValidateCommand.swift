import ArgumentParser
import LandModel
import LayoutAnalysis
import Publishing
import Scenarios

/// `townlayout validate`: what is wrong with boundaries, where, by how much.
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Find what is wrong with layers of boundaries, where, and by how much.",
    discussion: """
      Findings are printed, or written with --out to files for a map (gpkg, geojson), for a \
      spreadsheet (csv) or for an issue tracker (sarif). What an option says goes before the \
      settings file, that before the profile, that before the rule.
      """)

  @Argument(
    help: ArgumentHelp(
      "Layers: FILE, or FILE:LAYER where a file holds several; - for standard input.",
      discussion: """
        From standard input (GeoJSON text sequence, lines of features, or a collection) each feature \
        is judged as it comes, by the rules of one feature only, and answered by a line of JSON. So \
        are the features of a file with --lines or --shard.
        """))
  var layers: [String]

  @OptionGroup var declaration: DeclarationOptions
  @OptionGroup var rules: RuleOptions
  @OptionGroup var files: FindingFileOptions

  @Option(help: "Exit with 1 when a finding is this grave or graver: note, warning, error.")
  var failOn: Severity = .error

  @OptionGroup(title: "Feature by feature") var lines: LineOptions
  @OptionGroup(title: "Repair") var mending: RepairOptions
  @OptionGroup var reading: LayerOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if mending.isAsked, layers.count != 1 || areLines {
      throw ValidationError("Repair takes one layer of a file, and writes one.")
    }
    try PrintedOutput.refuseSeveral(
      of: files.out.map { ("--out", $0) } + [("--repair", mending.repair)],
      json: common.json && !areLines)
    guard areLines else {
      if lines.exitZero { throw ValidationError("--exit-zero goes with --lines or --shard.") }
      return
    }
    guard layers.count == 1 else {
      throw ValidationError("Feature by feature one input is judged: - and --lines stand alone.")
    }
    if let option = declaration.needingLayer {
      throw ValidationError(
        "\(option) is about the whole layer; feature by feature only the rules of one feature apply."
      )
    }
    _ = try files.lineFile()
  }

  /// Whether features are answered one by one.
  private var areLines: Bool { layers.contains(where: lines.areAsked) }

  func run() throws {
    if areLines { return try answerLines() }
    let outputs = try files.prepared()
    let settings = try ValidationSettings(
      file: rules.settings, options: declaration.values + reading.values)
    if !outputs.isEmpty { try files.refuse(inputs: inputs(settings)) }
    try mending.prepare(replacing: files.overwrite)
    if mending.isAsked { return try repair(settings, findingFiles: outputs) }
    if try rules.isValidityAlone { return try runValidity(settings, writing: outputs) }
    let questions = LayerQuestions(
      crs: reading.crs ?? settings.crs, workers: common.workers,
      hashesFiles: outputs.contains(where: \.format.statesChecksums))
    let run = try questions.validation(
      of: settings.layers(layers),
      administrative: settings.administrative(
        declaration.administrative, options: declaration.administrativeValues(reading)),
      reference: settings.reference(
        declaration.reference, options: declaration.referenceValues(reading)),
      studyArea: settings.studyArea(
        declaration.studyArea, options: declaration.referenceValues(reading)),
      allowedGaps: settings.allowedGaps(
        declaration.allowedGaps, options: declaration.referenceValues(reading)),
      parameters: rules.applied(to: settings.parameters))
    for file in outputs {
      try file.write(run, language: common.language, replacing: files.overwrite)
    }
    try Output.write(
      common.json
        ? ResultJSON.validate(run.result, on: run.grid, in: common.language)
        : FindingList(
          result: run.result, grid: run.grid, language: common.language,
          isSummary: !outputs.isEmpty
        ).text, beside: files.out)
    if run.result.stands(atLeast: failOn) { throw ExitCause.findings }
  }

  private func answerLines() throws {
    let settings = try ValidationSettings(
      file: rules.settings, options: declaration.values + reading.values)
    guard let layer = try settings.layers(layers).first else { return }
    let out = try files.lineFile()
    try FindingFileOptions.refuse(out.map { [$0] } ?? [], inputs: [layer.file])
    try StreamAnswer(
      layer: layer, crs: reading.crs ?? settings.crs,
      parameters: rules.applied(to: settings.parameters), lines: lines, out: out,
      overwrite: files.overwrite, common: common, failOn: failOn
    ).run()
  }

  private func layersBeside(_ settings: ValidationSettings) throws -> LayersBeside {
    try LayersBeside(
      administrative: settings.administrative(
        declaration.administrative, options: declaration.administrativeValues(reading)),
      reference: settings.reference(
        declaration.reference, options: declaration.referenceValues(reading)),
      studyArea: settings.studyArea(
        declaration.studyArea, options: declaration.referenceValues(reading)),
      allowedGaps: settings.allowedGaps(
        declaration.allowedGaps, options: declaration.referenceValues(reading)))
  }

  /// Files of all layers that the command reads.
  private func inputs(_ settings: ValidationSettings) throws -> [String] {
    let beside = try layersBeside(settings)
    return try settings.layers(layers).map(\.file)
      + [beside.administrative, beside.reference, beside.studyArea, beside.allowedGaps]
      .compactMap { $0?.file }
  }

  private func repair(
    _ settings: ValidationSettings, findingFiles: [ValidationFile]
  ) throws {
    let declared = try settings.layers(layers)
    try RepairCommand(
      options: mending, common: common, findingFiles: findingFiles, replacing: files.overwrite
    ).run(
      LayerQuestions(
        crs: reading.crs ?? settings.crs, workers: common.workers,
        hashesFiles: findingFiles.contains(where: \.format.statesChecksums)),
      layer: declared[0],
      beside: layersBeside(settings),
      parameters: rules.applied(to: settings.parameters), failOn: failOn)
  }

  /// Validity alone: no rule needs to know where on Earth the coordinates are.
  private func runValidity(_ settings: ValidationSettings, writing outputs: [ValidationFile]) throws
  {
    guard outputs.isEmpty, rules.waivers.isEmpty else {
      throw ValidationError(
        "--rules ogc alone takes no --out and no --waivers; its answer is printed.")
    }
    let answer = try LayerQuestions(workers: common.workers).validity(
      of: settings.layers(layers), parameters: rules.applied(to: settings.parameters))
    try Output.write(
      common.json
        ? ResultJSON.validity(answer, in: common.language)
        : ValidityList(layers: answer, language: common.language).text)
    if answer.contains(where: { !$0.invalid.isEmpty }) { throw ExitCause.findings }
  }
}
