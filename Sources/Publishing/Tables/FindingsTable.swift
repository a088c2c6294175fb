package import LandModel
import LayoutAnalysis
package import Scenarios

extension OutputTable {
  /// All findings at their places: on the layers as delivered, then on the chosen towns.
  package static func findings(of run: RunResult, in language: Language) -> OutputTable {
    var findings: [Finding] = []
    var stages: [String] = []
    for stage in RunStage.allCases {
      let found = stage.validation(of: run).findings
      findings += found
      stages += repeatElement(stage.rawValue, count: found.count)
    }
    return self.findings(findings, stages: stages, in: language)
  }

  /// Findings at their places, in the order given.
  ///
  /// - Parameter stages: one for each finding; nil where there is one stage only.
  package static func findings(
    _ findings: [Finding], stages: [String]? = nil, in language: Language
  ) -> OutputTable {
    var table = OutputTable(
      name: "findings", title: LocalizedText(english: "Findings", chinese: "质检问题"),
      geometry: GeometryColumn(findings.map(\.geometry)))
    if let stages { table.append("stage", .text(stages)) }
    table.append("rule", .text(findings.map(\.rule.text)))
    table.append("severity", .text(findings.map(\.severity.rawValue)))
    table.append("layer", .text(findings.map(\.layer)))
    table.append("feature_ids", .list(findings.map { $0.featureIDs.map(\.text) }))
    table.append("value", .real(findings.map(\.value), decimals: Rounding.measured))
    table.append("limit", .real(findings.map(\.limit), decimals: Rounding.measured))
    table.append("unit", .text(findings.map(\.unit.rawValue)))
    table.append("message", .text(findings.map { $0.message.text(in: language) }))
    table.append(
      "rule_title",
      .text(findings.map { BoundaryRules.rule($0.rule)?.title.text(in: language) }))
    table.append("other_layer", .text(findings.map(\.otherLayer)))
    table.append("other_ids", .list(findings.map { $0.otherFeatureIDs.map(\.text) }))
    table.append("part", .integer(findings.map { $0.element?.part }))
    table.append("ring", .integer(findings.map { $0.element?.ring }))
    table.append("vertex", .integer(findings.map { $0.element?.vertex }))
    table.append("waived", .flag(findings.map { $0.waiver != nil }))
    table.append("waiver_reason", .text(findings.map { $0.waiver?.reason }))
    table.append("waiver_author", .text(findings.map { $0.waiver?.author }))
    table.append("waiver_until", .text(findings.map { $0.waiver?.until }))
    return table
  }

  /// How many findings each rule has in each layer, those included that were counted and not kept.
  package static func findingCounts(of run: ValidationRun, in language: Language) -> OutputTable {
    let counts = run.result.counts
    var table = OutputTable(
      name: "findings-by-rule",
      title: LocalizedText(english: "Findings by rule", chinese: "问题统计"),
      geometry: GeometryColumn(counts.map { _ in Geometry.null }))
    table.append("layer", .text(counts.map(\.layer)))
    table.append("rule", .text(counts.map(\.rule.text)))
    table.append(
      "rule_title", .text(counts.map { BoundaryRules.rule($0.rule)?.title.text(in: language) }))
    table.append("severity", .text(counts.map(\.severity.rawValue)))
    table.append("findings", .integer(counts.map(\.found)))
    table.append("waived", .integer(counts.map(\.waived)))
    table.append("omitted", .integer(counts.map(\.omitted)))
    return table
  }
}
