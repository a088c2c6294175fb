import LandModel

/// Rings whose last position is not their first.
struct UnclosedRingCheck: FeatureCheck {
  let rule = BoundaryRule(
    code: "ogc.unclosed-ring",
    title: LocalizedText(english: "Unclosed ring", chinese: "环未闭合"),
    statement: LocalizedText(
      english: "A ring that does not return to its first position encloses nothing; other rules "
        + "look at it as if it were closed by a straight edge.",
      chinese: "首末点不重合的环不围成任何面；其他规则按直线闭合后继续检查。"),
    severity: .error, leavesFeatureOut: true, repair: RepairText.closing)

  func inspect(_ feature: FeatureView, into report: inout FindingCollector) {
    guard feature.isMeasurablePolygon else { return }
    for ring in feature.column.rings(ofRow: feature.row) {
      let positions = feature.column.positions[feature.column.range(ofRing: ring)]
      guard let first = positions.first, let last = positions.last, first != last else { continue }
      let distance = first.distance(to: last)
      let text = feature.text(ofLength: distance)
      report.report(
        rows: [feature.row], element: feature.element(ofRing: ring), value: distance, limit: 0,
        unit: feature.unit(.metre), place: .line([last, first]),
        message: LocalizedText(
          english: "The ring's last position is \(text.english) from its first.",
          chinese: "环的末点与首点相距 \(text.chinese)，未闭合。"))
    }
  }
}
