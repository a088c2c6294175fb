import Foundation
import LandModel
import LayerStore
import LayoutAnalysis
import Publishing
import Scenarios

/// Answers `townlayout validate` feature by feature: a line for each as it comes, and one with the counts.
struct StreamAnswer {
  let layer: PlanLayer
  let crs: String?
  let parameters: BoundaryParameters
  let lines: LineOptions
  let out: String?
  let overwrite: Bool
  let common: CommonOptions
  let failOn: Severity

  /// - Throws: ``ExitCause/findings``; what reading and writing throw; the input's loss where it broke off.
  func run() throws {
    let language = common.language
    var output = try LineOutput(out, replacing: overwrite)
    var validation = StreamValidation(
      try FeatureRecords(layer, shard: lines.shard), declared: layer, crs: crs,
      parameters: parameters, workers: common.workers)
    var summary = RecordSummary(.validate)
    while let run = try validation.nextRun() {
      for record in run { summary.add(record) }
      let texts = Chunks.map(count: run.count, size: 64, workers: common.workers) { rows in
        rows.flatMap { RecordJSON.line(run[$0], in: language) }
      }
      try output.write(Array(texts.joined()))
    }
    var counts = validation.validation
    summary.add(remarks: counts.unusedWaivers(), in: language)
    summary.records = validation.recordCount
    summary.isComplete = validation.loss == nil
    summary.shard = lines.shard
    var description = RunDescription(
      validate: parameters,
      input: layer.file == FeatureRecords.standardInput ? nil : try InputIdentity(file: layer),
      reading: layer.readingOptions, language: language)
    description.crs = validation.workingGrid?.crs
    summary.run = description.json
    try output.write(summary.line)
    let found = counts.findingsByRule.reduce(0) { $0 + $1.count }
    Output.note(
      language == .chinese
        ? "检查要素 \(counts.featuresChecked) 个，发现 \(found) 处（逐要素，仅按单要素规则检查）"
        : "\(counts.featuresChecked.counted("feature")) checked, \(found.counted("finding")) "
          + "(feature by feature, by the rules of one feature only)")
    try LineEnd(
      loss: validation.loss, summary: summary, input: layer, exitsZero: lines.exitZero
    ).close(output, isFine: counts.gravest.map { $0 < failOn } ?? true)
  }
}
