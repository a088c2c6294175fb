import Foundation
import LandModel
import LayerStore
import LayoutAnalysis
import Publishing
import Scenarios

/// Answers `townlayout check` town by town: a line for each as it comes, and one with the counts.
struct TownAnswer {
  let towns: PlanLayer
  let constraints: [(layer: PlanLayer, rule: ConstraintRule)]
  let fields: TownFields
  let parameters: RedLineParameters
  let crs: String?
  let lines: LineOptions
  let out: String?
  let overwrite: Bool
  let common: CommonOptions

  /// - Throws: ``ExitCause/findings``; what reading and writing throw; the input's loss where it broke off.
  func run() throws {
    var output = try LineOutput(out, replacing: overwrite)
    let questions = LayerQuestions(crs: crs, workers: common.workers)
    let session = try questions.townSession(
      against: constraints, parameters: parameters, fields: fields)
    for remark in session.session.rules.flatMap(\.remarks) {
      Output.note(remark.text(in: common.language))
    }
    let doubts = session.validation.findings.filter { $0.severity == .error }
    for finding in session.validation.findings where finding.concernsMeasures {
      Output.note(finding, in: common.language)
    }
    if crs == nil {
      Output.note(
        common.language == .chinese
          ? "面积在约束图层的坐标系 \(session.grid.crs.text) 上量算"
          : "areas are measured on \(session.grid.crs.text), the grid of the constraint layers")
    }
    var stream = TownStream(
      try FeatureRecords(
        towns, shard: lines.shard, fields: [fields.activity, fields.officialArea].compactMap { $0 }),
      against: session.session, on: session.grid,
      workers: common.workers)
    var summary = RecordSummary(.check)
    while let run = try stream.nextRun() {
      for record in run { summary.add(record) }
      let texts = Chunks.map(count: run.count, size: 64, workers: common.workers) { rows in
        rows.flatMap { RecordJSON.line(run[$0], on: session.grid, in: common.language) }
      }
      try output.write(Array(texts.joined()))
    }
    summary.add(constraintFindings: doubts, on: session.grid, in: common.language)
    summary.records = stream.recordCount
    summary.isComplete = stream.loss == nil
    summary.shard = lines.shard
    let description = try RunDescription(
      check: parameters, against: session,
      input: towns.file == FeatureRecords.standardInput ? nil : InputIdentity(file: towns),
      reading: towns.readingOptions + [
        ("activity", fields.activity), ("official_area", fields.officialArea),
        ("official_area_unit", fields.officialAreaUnit.rawValue),
        ("against_id", constraints.first?.layer.attributes["id"]),
        ("areas_only", parameters.drawsPieces ? nil : "true"),
        ("vintage", constraints.first?.layer.vintage),
        ("source", constraints.first?.layer.source),
      ], language: common.language)
    summary.run = description.json
    try output.write(summary.line)
    report(summary, doubts: doubts.count)
    let isFine =
      doubts.isEmpty && summary.findingCount == 0 && summary.count("breach_errors") == 0
      && summary.count("towns_checked") == summary.answered
    try LineEnd(loss: stream.loss, summary: summary, input: towns, exitsZero: lines.exitZero)
      .close(output, isFine: isFine)
  }

  private func report(_ summary: RecordSummary, doubts: Int) {
    let (checked, breaches) = (summary.count("towns_checked"), summary.count("breaches"))
    let others = summary.answered - checked
    Output.note(
      common.language == .chinese
        ? "检查小镇 \(checked) 个，违规 \(breaches) 项；另有 \(others) 条记录无法检查"
        : "\(checked.counted("town")) checked, \(breaches.counted("breach", "breaches")); "
          + "\(others.counted("other record")) could not be checked"
    )
    if doubts > 0 {
      Output.note(
        common.language == .chinese
          ? "约束图层有 \(doubts) 处错误：相关要素未参与检查，其附近的小镇未能判定"
          : "\(doubts.counted("error")) in the constraint layers: what they concern was left out, and "
            + "towns near it are undetermined")
    }
    let unnamed = summary.count("unnamed")
    if unnamed > 0 {
      Output.note(
        common.language == .chinese
          ? "\(unnamed) 条记录没有自己的标识，以其次序为标识"
          : "\(unnamed.counted("feature has", "features have")) no id; the place in the input stands for it"
      )
    }
  }
}

/// What is done when a run of records came to its end.
struct LineEnd {
  let loss: LayerStoreError?
  let summary: RecordSummary
  let input: PlanLayer
  let exitsZero: Bool

  /// Lets the output appear, unless the input broke off or held nothing.
  ///
  /// - Throws: the loss, ``ScenarioError/emptyLayer(key:address:)``, ``ExitCause/findings``.
  func close(_ output: consuming LineOutput, isFine: Bool) throws {
    if let loss { throw loss }
    // Nothing was judged, which is not the same as nothing being wrong.
    guard summary.records > 0 || exitsZero else {
      throw ScenarioError.emptyLayer(key: input.key, address: LayerAddress(file: input.file))
    }
    try output.commit()
    if !isFine, !exitsZero { throw ExitCause.findings }
  }
}

extension PlanLayer {
  /// What is said about how the layer is to be read, for the description of a run.
  var readingOptions: [(name: String, value: String?)] {
    [("id", attributes["id"]), ("layer_crs", crs?.text), ("encoding", encoding)]
  }
}
