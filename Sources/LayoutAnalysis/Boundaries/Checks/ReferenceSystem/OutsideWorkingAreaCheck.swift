import LandModel

/// Positions where the plan cannot lie.
struct OutsideWorkingAreaCheck: LayerCheck {
  let rule = BoundaryRule(
    code: "crs.outside-working-area",
    title: LocalizedText(english: "Outside the working area", chinese: "超出工作区范围"),
    statement: LocalizedText(
      english:
        "A position far from the city is a slip, or the sign of another reference system; if "
        + "all features lie there, one finding stands for the layer.",
      chinese: "远离本市的坐标属于误差或坐标系错误；若整层如此，只报一条。"),
    severity: .error,
    thresholds: [
      RuleThreshold(
        name: "distance", value: 0, unit: .metre,
        source: "the plan's working area; else 0.5° round the administrative boundary")
    ])

  func inspect(_ layer: LayerView, into report: inout FindingCollector) {
    let placement = layer.placement
    if placement.isWholeLayerOutside {
      let count = placement.rowCount
      report.report(
        rows: [], value: Double(count), limit: 0, unit: .count, place: .null,
        message: LocalizedText(
          english: count == 1
            ? "The only feature lies outside the working area."
            : "All \(count) features lie outside the working area.",
          chinese: "全部 \(count) 个要素均超出工作区范围。"))
      return
    }
    for row in placement.rowsOutside {
      let positions = layer.column.range(ofRow: row).map { layer.column.positions[$0] }
      let outside = positions.filter { !placement.area.contains($0) }
      let distance = outside.map { Self.distance(from: $0, to: placement.area) }.max() ?? 0
      guard distance > report.limit("distance") else { continue }
      report.report(
        rows: [row], value: distance, limit: report.limit("distance"), unit: .metre,
        place: FeatureView.points(Array(outside.prefix(1000))),
        message: LocalizedText(
          english:
            "\(outside.count) of \(positions.count) positions lie outside the working area, up to "
            + "\(NumberText.short(distance)) m.",
          chinese: "\(positions.count) 个点中有 \(outside.count) 个超出工作区，最远 "
            + "\(NumberText.short(distance)) 米。"))
    }
  }

  private static func distance(from position: XY, to box: BoundingBox) -> Double {
    let nearest = XY(
      min(max(position.x, box.minX), box.maxX), min(max(position.y, box.minY), box.maxY))
    return position.distance(to: nearest)
  }
}
