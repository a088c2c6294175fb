import Foundation
import LandModel
import LayerStore
import LayoutAnalysis
import Publishing
import Scenarios

/// Answers `townlayout validate -`: a line for each feature as it comes, and one with the counts.
struct StreamAnswer {
  let settings: ValidationSettings
  let rules: RuleOptions
  let crs: String?
  let language: Language
  let failOn: Severity

  /// - Throws: ``ExitCause/findings``; what the stream throws; the stream's loss where it broke off.
  func run() throws {
    guard let layer = try settings.layers([StreamValidation.layerKey]).first else { return }
    var validation = StreamValidation(
      FeatureStream.standardInput(), declared: layer, crs: crs ?? settings.crs,
      parameters: try rules.applied(to: settings.parameters))
    while let record = try validation.next() {
      try Output.write(bytes: StreamJSON.record(record, in: language))
    }
    var counts = validation.validation
    let remarks = counts.unusedWaivers()
    try Output.write(
      bytes: StreamJSON.summary(
        counts, remarks: remarks, isComplete: validation.loss == nil, in: language))
    let found = counts.findingsByRule.reduce(0) { $0 + $1.count }
    Output.note(
      language == .chinese
        ? "检查要素 \(counts.featuresChecked) 个，发现 \(found) 处（数据流仅按单要素规则检查）"
        : "\(counts.featuresChecked) features checked, \(found) findings "
          + "(of a stream, by the rules of one feature only)")
    if let loss = validation.loss { throw loss }
    // Nothing was judged, which is not the same as nothing being wrong.
    guard counts.featuresChecked + found > 0 else {
      let address = LayerAddress(file: StreamValidation.layerKey)
      throw ScenarioError.emptyLayer(key: StreamValidation.layerKey, address: address)
    }
    if let gravest = counts.gravest, gravest >= failOn { throw ExitCause.findings }
  }
}
