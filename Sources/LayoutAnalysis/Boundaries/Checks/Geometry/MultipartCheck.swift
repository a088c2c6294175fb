import LandModel

/// Features of several parts.
struct MultipartCheck: FeatureCheck {
  let rule = BoundaryRule(
    code: "geometry.multipart",
    title: LocalizedText(english: "Several parts", chinese: "多部件要素"),
    statement: LocalizedText(
      english: "A town is one connected area; survey layers allow single parts only (domain facts "
        + "§4.2). The limit is the number allowed.",
      chinese: "小镇应为一个连续的面；勘测数据不允许多部件要素。限值为允许的部件数。"),
    severity: .note,
    thresholds: [
      RuleThreshold(
        name: "parts", value: 1, unit: .count, source: "survey layer practice (domain facts §4.2)")
    ])

  func inspect(_ feature: FeatureView, into report: inout FindingCollector) {
    guard feature.kind == .polygon, feature.isMeasurable else { return }
    let limit = report.limit("parts")
    let count = feature.column.parts(ofRow: feature.row).count
    guard Double(count) > limit else { return }
    report.report(
      rows: [feature.row], value: Double(count), limit: limit, unit: .count,
      place: feature.column.geometry(ofRow: feature.row),
      message: LocalizedText(
        english: "The feature has \(count) parts.", chinese: "该要素由 \(count) 个部分组成。"))
  }
}
