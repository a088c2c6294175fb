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
    var table = OutputTable(
      name: "findings", title: LocalizedText(english: "Findings", chinese: "质检问题"),
      geometry: GeometryColumn(findings.map(\.geometry)))
    table.append("stage", .text(stages))
    table.append("rule", .text(findings.map(\.rule.text)))
    table.append("severity", .text(findings.map(\.severity.rawValue)))
    table.append("layer", .text(findings.map(\.layer)))
    table.append("feature_ids", .list(findings.map { $0.featureIDs.map(\.text) }))
    table.append("value", .real(findings.map(\.value), decimals: Rounding.measured))
    table.append("limit", .real(findings.map(\.limit), decimals: Rounding.measured))
    table.append("unit", .text(findings.map(\.unit.rawValue)))
    table.append("message", .text(findings.map { $0.message.text(in: language) }))
    return table
  }
}
