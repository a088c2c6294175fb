import LandModel

/// Holes of any size, where features must have none.
struct HoleCheck: FeatureCheck {
  let rule = BoundaryRule(
    code: "geometry.hole",
    title: LocalizedText(english: "Hole", chinese: "面内有洞"),
    statement: LocalizedText(
      english: "A town is one area without holes. Off unless asked for: in other layers holes are "
        + "ordinary.",
      chinese: "小镇应为无洞的连续面；默认不检查，其他图层中的洞属正常情况。"),
    severity: .note,
    thresholds: [
      RuleThreshold(
        name: "holes", value: 0, unit: .count, source: "towns of a layout plan have no holes")
    ], isEnabledByDefault: false)

  func inspect(_ feature: FeatureView, into report: inout FindingCollector) {
    guard feature.isMeasurablePolygon, !report.leavesOut(feature.row) else { return }
    let count = feature.shape.holeCount
    let limit = report.limit("holes")
    guard Double(count) > limit else { return }
    let column = feature.column
    for part in column.parts(ofRow: feature.row) {
      for ring in column.rings(ofPart: part).dropFirst() {
        let area = feature.shape.ring(ring).area
        report.report(
          rows: [feature.row], element: feature.element(ofRing: ring), value: Double(count),
          limit: limit, unit: .count, place: feature.outline(ofRing: ring),
          message: LocalizedText(
            english:
              "One of \(count) hole(s) of the feature, \(NumberText.short(area)) m² (planar).",
            chinese: "该要素共有 \(count) 个洞，此洞平面面积 \(NumberText.short(area)) 平方米。"))
      }
    }
  }
}
