import LandModel

/// Holes too small to be seen on the map.
struct SmallHoleCheck: FeatureCheck {
  let rule = BoundaryRule(
    code: "geometry.small-hole",
    title: LocalizedText(english: "Small hole", chinese: "洞面积过小"),
    statement: LocalizedText(
      english: "A hole below the minimum area is mostly left over from overlay, and no land that "
        + "someone meant to leave out. Exactly the minimum is enough.",
      chinese: "面积过小的洞多为叠加分析的残余，而非有意扣除的土地；恰等于限值者不算。"),
    severity: .warning, thresholds: AreaMinimum.thresholds(),
    repair: RepairText.smallHoles)

  func inspect(_ feature: FeatureView, into report: inout FindingCollector) {
    guard feature.isMeasurablePolygon, !report.leavesOut(feature.row) else { return }
    guard feature.shape.holeCount > 0 else { return }
    let limit = AreaMinimum.limit(in: report)
    let column = feature.column
    for part in column.parts(ofRow: feature.row) {
      for ring in column.rings(ofPart: part).dropFirst() {
        let area = feature.shape.ring(ring).area
        guard area < limit else { continue }
        report.report(
          rows: [feature.row], element: feature.element(ofRing: ring), value: area, limit: limit,
          unit: .squareMetre, place: feature.outline(ofRing: ring),
          message: LocalizedText(
            english: "The hole has a planar area of \(NumberText.short(area)) m².",
            chinese: "该洞平面面积仅 \(NumberText.short(area)) 平方米。"))
      }
    }
  }
}
