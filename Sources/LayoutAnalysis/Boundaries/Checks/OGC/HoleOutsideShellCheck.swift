import LandModel

/// Holes that do not lie in the shell of their polygon.
struct HoleOutsideShellCheck: FeatureCheck {
  let rule = BoundaryRule(
    code: "ogc.hole-outside-shell",
    title: LocalizedText(english: "Hole outside its shell", chinese: "洞在外环之外"),
    statement: LocalizedText(
      english:
        "A hole must lie in the shell it is cut from; one outside cuts nothing and makes the "
        + "area wrong. Holes that cross the shell are reported as self-intersection.",
      chinese: "洞必须位于其外环之内，否则面积错误；与外环相交的洞按自相交报告。"),
    severity: .error, leavesFeatureOut: true, repair: RepairText.validity)

  func inspect(_ feature: FeatureView, into report: inout FindingCollector) {
    guard feature.isMeasurablePolygon, feature.rings.count > 1 else { return }
    let rings = feature.rings
    var shell: Int?
    for ring in 0..<rings.count {
      if rings.isShell[ring] {
        shell = ring
        continue
      }
      guard let shell, rings.partOfRing[shell] == rings.partOfRing[ring],
        !feature.duplicates.isDuplicate(ring), !feature.duplicates.isDuplicate(shell),
        feature.nesting.isInside(ring, shell) == false
      else { continue }
      report.report(ring: ring, of: feature) { area in
        LocalizedText(
          english: "A hole of \(area.english) lies outside its shell.",
          chinese: "一个面积 \(area.chinese)的洞位于外环之外。")
      }
    }
  }
}
