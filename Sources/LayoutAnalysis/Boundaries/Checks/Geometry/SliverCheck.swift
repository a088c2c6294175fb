import LandModel

/// Parts that are small or narrow, and long for what they hold.
struct SliverCheck: FeatureCheck {
  let rule = BoundaryRule(
    code: "geometry.sliver",
    title: LocalizedText(english: "Sliver", chinese: "碎屑面"),
    statement: LocalizedText(
      english: "A part whose mean width 2A/P or area is at most the limit is a sliver where two of "
        + "three independent measures say so: mean width, elongation of the smallest rectangle at "
        + "any angle, and compactness 4πA/P². Limits themselves count. The customary further shape "
        + "indices are compactness in other words and not asked again; a part both small and thin "
        + "may be reported by area too.",
      chinese: "平均宽度 2A/P 或面积不超过限值，且平均宽度、任意方向最小外接矩形的长宽比、紧凑度 4πA/P² 三项独立指标中有两项达到限值的部件为碎屑面（含限值）。"
        + "其他常用形状指数与紧凑度等价，不重复计算；面积过小者可能同时按面积报告。"),
    severity: .warning,
    thresholds: [
      RuleThreshold(
        name: "width", value: 5, unit: .metre,
        source: "two-level sliver rule, 2A/P (domain facts §4.2)"),
      RuleThreshold(
        name: "planar-area", value: 1000, unit: .squareMetre,
        source: "two-level sliver rule (domain facts §4.2)"),
      RuleThreshold(
        name: "elongation", value: 5, unit: .ratio,
        source: "two-level sliver rule, L/W, by the minimum rotated rectangle (domain facts §4.2, "
          + "§4.3)"),
      RuleThreshold(
        name: "compactness", value: 0.25, unit: .ratio,
        source: "two-level sliver rule, 4πA/P² (domain facts §4.2)"),
    ])

  func inspect(_ feature: FeatureView, into report: inout FindingCollector) {
    guard feature.isMeasurablePolygon, !report.leavesOut(feature.row) else { return }
    let (width, planarArea) = (report.limit("width"), report.limit("planar-area"))
    guard feature.shape.leastMeanWidth <= width || feature.shape.leastPartArea <= planarArea else {
      return
    }
    let column = feature.column
    for index in 0..<feature.shape.partCount {
      let part = feature.shape.part(index, of: column, row: feature.row)
      guard part.meanWidth <= width || part.area <= planarArea, let shell = part.rings.first else {
        continue
      }
      let box = MinimumRectangle(of: column.positions[column.range(ofRing: shell)])
      let signs = [
        part.meanWidth <= width, box.elongation >= report.limit("elongation"),
        part.compactness <= report.limit("compactness"),
      ]
      guard signs.count(where: { $0 }) >= 2 else { continue }
      let isNarrow = part.meanWidth <= width
      report.report(
        rows: [feature.row], element: GeometryElement(part: index),
        value: isNarrow ? part.meanWidth : part.area, limit: isNarrow ? width : planarArea,
        unit: isNarrow ? .metre : .squareMetre, place: feature.outline(ofPart: index),
        message: Self.message(part, box))
    }
  }

  private static func message(_ part: PartMeasure, _ box: MinimumRectangle) -> LocalizedText {
    let (width, area) = (NumberText.short(part.meanWidth), NumberText.short(part.area))
    let elongation = box.elongation.isFinite ? NumberText.short(box.elongation) : "∞"
    let compactness = NumberText.short(part.compactness)
    return LocalizedText(
      english:
        "A sliver: mean width \(width) m, planar area \(area) m², \(elongation) times as long "
        + "as wide, compactness \(compactness).",
      chinese: "碎屑面：平均宽度 \(width) 米，平面面积 \(area) 平方米，长宽比 \(elongation)，紧凑度 \(compactness)。")
  }
}
