import LandModel

/// Polygons too small to be seen on the map they are meant for.
struct SmallAreaCheck: FeatureCheck {
  let rule = BoundaryRule(
    code: "geometry.small-area",
    title: LocalizedText(english: "Area below minimum", chinese: "面积过小"),
    statement: LocalizedText(
      english: "A polygon smaller than 4 mm² on the map is noise or a fragment.",
      chinese: "图上面积小于 4 平方毫米的面多为碎片或误差。"),
    severity: .warning,
    thresholds: [
      RuleThreshold(
        name: "planar-area", value: 400, unit: .squareMetre,
        source: "scale denominator × 0.04 m² at 1:10 000 (domain facts §4.2)")
    ])

  func inspect(_ feature: FeatureView, into report: inout FindingCollector) {
    guard feature.isMeasurablePolygon, !report.leavesOut(feature.row) else { return }
    let limit = report.limit("planar-area")
    let geometry = feature.column.geometry(ofRow: feature.row)
    let area = PlanarMeasure.area(of: geometry).value
    guard area < limit else { return }
    report.report(
      rows: [feature.row], value: area, limit: limit, unit: .squareMetre, place: geometry,
      message: LocalizedText(
        english: "The planar area is \(NumberText.short(area)) m².",
        chinese: "平面面积仅 \(NumberText.short(area)) 平方米。"))
  }
}
