import LandModel

/// A feature for which no geometry was stored.
struct NullGeometryCheck: FeatureCheck {
  let rule = BoundaryRule(
    code: "ogc.null-geometry",
    title: LocalizedText(english: "No geometry", chinese: "几何缺失"),
    statement: LocalizedText(
      english: "A feature without geometry is nowhere: nothing can be measured or planned with it.",
      chinese: "没有几何的要素没有位置，无法量算和参与规划。"),
    severity: .error, leavesFeatureOut: true)

  func inspect(_ feature: FeatureView, into report: inout FindingCollector) {
    guard feature.kind == .null, !feature.layer.unreadableRows.contains(feature.row) else { return }
    report.report(
      rows: [feature.row], place: .null,
      message: LocalizedText(
        english: "The feature has no geometry.", chinese: "该要素没有几何。"))
  }
}
