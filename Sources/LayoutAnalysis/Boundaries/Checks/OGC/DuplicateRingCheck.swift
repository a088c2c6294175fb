import LandModel

/// Rings of one feature that have the same edges.
struct DuplicateRingCheck: FeatureCheck {
  let rule = BoundaryRule(
    code: "ogc.duplicate-ring",
    title: LocalizedText(english: "Duplicate ring", chinese: "重复环"),
    statement: LocalizedText(
      english:
        "Two rings with the same edges, whatever their start and direction, cancel or double "
        + "each other. Contacts of the second are not reported again.",
      chinese: "两个环的边完全相同（不论起点和方向），相互抵消或重复；第二个环的其他问题不再另报。"),
    severity: .error, leavesFeatureOut: true, repair: RepairText.validity)

  func inspect(_ feature: FeatureView, into report: inout FindingCollector) {
    guard feature.isMeasurablePolygon, feature.rings.count > 1 else { return }
    for ring in 0..<feature.rings.count where feature.duplicates.isDuplicate(ring) {
      report.report(ring: ring, of: feature) { _ in
        LocalizedText(
          english: "The same ring occurs twice in the feature.", chinese: "该要素中同一个环出现两次。")
      }
    }
  }
}
