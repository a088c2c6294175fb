import LandModel

/// Polygons too small to be seen on the map they are meant for.
struct SmallAreaCheck: FeatureCheck {
  let rule = BoundaryRule(
    code: "geometry.small-area",
    title: LocalizedText(english: "Area below minimum", chinese: "面积过小"),
    statement: LocalizedText(
      english:
        "A polygon smaller than 4 mm² on the map is noise or a fragment. Exactly the minimum "
        + "is enough. Area alone is judged here; a narrow one may be a sliver as well.",
      chinese: "图上面积小于 4 平方毫米的面多为碎片或误差；恰等于限值者不算。此处只看面积，狭长者可能同时按碎屑面报告。"),
    severity: .warning, thresholds: AreaMinimum.thresholds())

  func inspect(_ feature: FeatureView, into report: inout FindingCollector) {
    guard feature.isMeasurablePolygon, !report.leavesOut(feature.row) else { return }
    let limit = AreaMinimum.limit(in: report)
    let area = feature.shape.area
    guard area < limit else { return }
    report.report(
      rows: [feature.row], value: area, limit: limit, unit: .squareMetre,
      place: feature.column.geometry(ofRow: feature.row),
      message: LocalizedText(
        english: "The planar area is \(NumberText.short(area)) m².",
        chinese: "平面面积仅 \(NumberText.short(area)) 平方米。"))
  }
}
