import LandModel

/// A feature whose geometry has a kind but no position.
struct EmptyGeometryCheck: FeatureCheck {
  let rule = BoundaryRule(
    code: "ogc.empty-geometry",
    title: LocalizedText(english: "Empty geometry", chinese: "空几何"),
    statement: LocalizedText(
      english: "A geometry without positions is nowhere, as if none had been stored.",
      chinese: "没有坐标点的几何等同于没有位置。"),
    severity: .error, leavesFeatureOut: true)

  func inspect(_ feature: FeatureView, into report: inout FindingCollector) {
    guard feature.kind != .null, feature.range.isEmpty else { return }
    report.report(
      rows: [feature.row], place: .null,
      message: LocalizedText(
        english: "The geometry is empty.", chinese: "几何为空，不含任何坐标点。"))
  }
}
