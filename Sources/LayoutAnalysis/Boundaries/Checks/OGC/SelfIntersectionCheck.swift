import LandModel

/// Boundaries that cross, or run along each other: every place, not only the first.
struct SelfIntersectionCheck: FeatureCheck {
  let rule = BoundaryRule(
    code: "ogc.self-intersection",
    title: LocalizedText(english: "Self-intersection", chinese: "自相交"),
    statement: LocalizedText(
      english: "Where rings of a feature cross or run along each other, inside and outside are "
        + "undefined. It may hide that a hole lies outside or that rings are nested.",
      chinese: "同一要素的边界线相交或重合处，内外无法判定；可能掩盖洞在壳外、环嵌套等问题。"),
    severity: .error, leavesFeatureOut: true, repair: RepairText.validity)

  func inspect(_ feature: FeatureView, into report: inout FindingCollector) {
    guard feature.isMeasurablePolygon else { return }
    let contacts = feature.contacts
    for crossing in contacts.crossings {
      let isOneRing = crossing.rings.first == crossing.rings.second
      report.report(
        rows: [feature.row], element: feature.element(ofSetPosition: crossing.index),
        place: .point(crossing.point),
        message: isOneRing
          ? LocalizedText(
            english: "The boundary crosses itself at this point.", chinese: "边界线在此点自相交。")
          : LocalizedText(
            english: "Two rings of the feature cross at this point.",
            chinese: "该要素的两个环在此点相交。"))
    }
    report.countMore(contacts.crossingCount - contacts.crossings.count)
    for stretch in OverlapChains.chains(of: contacts.overlaps) {
      let length = PlanarMeasure.length(of: stretch.lines).value
      let text = feature.text(ofLength: length)
      report.report(
        rows: [feature.row], element: feature.element(ofSetPosition: stretch.index), value: length,
        limit: 0, unit: feature.unit(.metre), place: stretch.lines,
        message: LocalizedText(
          english: "The boundary runs along itself for \(text.english).",
          chinese: "边界线在此处重合，长 \(text.chinese)。"))
    }
    report.countMore(contacts.overlapCount - contacts.overlaps.count)
  }
}
