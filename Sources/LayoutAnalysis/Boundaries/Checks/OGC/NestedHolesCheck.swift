import LandModel

/// Holes of a polygon that lie in another of its holes.
struct NestedHolesCheck: FeatureCheck {
  let rule = BoundaryRule(
    code: "ogc.nested-holes",
    title: LocalizedText(english: "Hole inside a hole", chinese: "洞中有洞"),
    statement: LocalizedText(
      english: "A hole in a hole is cut twice; land inside a hole must be a part of its own.",
      chinese: "洞内的洞被重复扣除；洞内的土地应另成一部分。"),
    severity: .error, leavesFeatureOut: true, repair: RepairText.validity)

  func inspect(_ feature: FeatureView, into report: inout FindingCollector) {
    guard feature.isMeasurablePolygon, feature.rings.count > 2 else { return }
    let rings = feature.rings
    for ring in 0..<rings.count
    where !rings.isShell[ring] && !feature.duplicates.isDuplicate(ring) {
      let isNested = feature.nesting.possibleContainers(of: ring).contains {
        !rings.isShell[$0] && rings.partOfRing[$0] == rings.partOfRing[ring]
          && feature.nesting.isInside(ring, $0) == true
      }
      guard isNested else { continue }
      report.report(ring: ring, of: feature) { area in
        LocalizedText(
          english: "A hole of \(area.english) lies in another hole.",
          chinese: "一个面积 \(area.chinese)的洞位于另一个洞内。")
      }
    }
  }
}
