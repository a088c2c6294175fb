import LandModel

/// Parts of a feature too small to be seen on the map, beside others that are large enough.
struct SmallPartCheck: FeatureCheck {
  let rule = BoundaryRule(
    code: "geometry.small-part",
    title: LocalizedText(english: "Small part", chinese: "部件面积过小"),
    statement: LocalizedText(
      english: "A part below the minimum area in a feature of several is mostly left over from "
        + "cutting or merging. Exactly the minimum is enough; a feature that is too small as a whole "
        + "is reported once, as that.",
      chinese: "多部件要素中面积过小的部件多为切割或合并的残余；恰等于限值者不算。要素整体面积过小时只按整体报告一次。"),
    severity: .warning, thresholds: AreaMinimum.thresholds(),
    repair: RepairText.smallParts)

  func inspect(_ feature: FeatureView, into report: inout FindingCollector) {
    guard feature.isMeasurablePolygon, !report.leavesOut(feature.row) else { return }
    let shape = feature.shape
    let count = shape.partCount
    guard count > 1 else { return }
    let limit = AreaMinimum.limit(in: report)
    guard shape.area >= limit, shape.leastPartArea < limit else { return }
    for part in 0..<count {
      let area = shape.part(part, of: feature.column, row: feature.row).area
      guard area < limit else { continue }
      report.report(
        rows: [feature.row], element: GeometryElement(part: part), value: area, limit: limit,
        unit: .squareMetre, place: feature.outline(ofPart: part),
        message: LocalizedText(
          english: "One of \(count) parts has a planar area of \(NumberText.short(area)) m².",
          chinese: "共 \(count) 个部件，其中该部件平面面积仅 \(NumberText.short(area)) 平方米。"))
    }
  }
}
