import LandModel
import Topology

/// Large openings that a covering layer leaves in the study area.
struct UncoveredLandCheck: LayerCheck {
  let rule = BoundaryRule(
    code: "layer.uncovered",
    title: LocalizedText(english: "Study area not covered", chinese: "研究范围未覆盖"),
    statement: LocalizedText(
      english:
        "Features that should cover the study area leave land open that is too large to be a gap by the "
        + "limits given here; land of the allowed-gaps layer may stay open. Not looked for without a study "
        + "area.",
      chinese: "应覆盖研究范围的图层留有超过缝隙限值的空白；允许缝隙图层内的土地可以空缺；未给研究范围时不检查。"),
    severity: .warning,
    thresholds: [
      RuleThreshold(
        name: "planar-area", value: 1000, unit: .squareMetre,
        source: "two-level sliver rule, above it no gap (domain facts §4.2)"),
      RuleThreshold(
        name: "width", value: 5, unit: .metre,
        source: "two-level sliver rule, above it no gap (domain facts §4.2)"),
      RuleThreshold(
        name: "tolerance", value: 0.001, unit: .metre,
        source: "topology tolerance; narrower gaps are rounding (domain facts §4.2)"),
    ])

  func inspect(_ layer: LayerView, into report: inout FindingCollector) throws(TopologyError) {
    guard layer.input.expectation.isCoverage, layer.context.studyArea != nil else { return }
    for piece in try layer.openPieces(tolerance: report.limit("tolerance"))
    where piece.planarArea > report.limit("planar-area") && piece.width > report.limit("width") {
      report.report(
        rows: piece.neighbours, value: piece.planarArea, limit: report.limit("planar-area"),
        unit: .squareMetre, place: piece.outline,
        message: LocalizedText(
          english:
            "\(NumberText.short(piece.planarArea)) m² (planar) of the study area are covered by "
            + "no feature.",
          chinese: "研究范围内有 \(NumberText.short(piece.planarArea)) 平方米（平面）没有要素覆盖。"))
    }
  }
}
