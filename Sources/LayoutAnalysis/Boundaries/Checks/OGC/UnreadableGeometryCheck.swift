import LandModel

/// A feature whose geometry is in the file but cannot be read as the type it names.
struct UnreadableGeometryCheck: FeatureCheck {
  let rule = BoundaryRule(
    code: "ogc.unreadable-geometry",
    title: LocalizedText(english: "Unreadable geometry", chinese: "几何无法读取"),
    statement: LocalizedText(
      english: "A geometry that names an unknown type, or lacks numbers where its type needs them, "
        + "cannot be read; the feature is treated as if it had none.",
      chinese: "几何类型未知，或缺少该类型所需的坐标值，无法读取；该要素按没有几何处理。"),
    severity: .error, leavesFeatureOut: true)

  func inspect(_ feature: FeatureView, into report: inout FindingCollector) {
    guard feature.kind == .null, feature.layer.unreadableRows.contains(feature.row) else { return }
    report.report(
      rows: [feature.row], place: .null,
      message: LocalizedText(
        english: "The feature has a geometry that cannot be read as the type it names.",
        chinese: "该要素的几何与所标类型不符，无法读取。"))
  }
}
