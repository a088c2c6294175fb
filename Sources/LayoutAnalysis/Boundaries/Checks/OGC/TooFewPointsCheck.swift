import LandModel

/// Rings and lines with too few distinct positions to enclose or connect anything.
struct TooFewPointsCheck: FeatureCheck {
  let rule = BoundaryRule(
    code: "ogc.too-few-points",
    title: LocalizedText(english: "Too few points", chinese: "点数不足"),
    statement: LocalizedText(
      english:
        "A ring needs three distinct consecutive positions, a line two (OGC 06-103r4, 6.1.11, 6.1.7).",
      chinese: "环至少需要三个互异的相邻点，线至少需要两个（OGC 06-103r4）。"),
    severity: .error, leavesFeatureOut: true, repair: RepairText.validity)

  func inspect(_ feature: FeatureView, into report: inout FindingCollector) {
    guard feature.kind == .polygon || feature.kind == .line, feature.isMeasurable else { return }
    let needed = feature.kind == .polygon ? 3 : 2
    for ring in feature.column.rings(ofRow: feature.row) {
      let positions = feature.column.positions[feature.column.range(ofRing: ring)]
      let count = distinctCount(positions, isRing: feature.kind == .polygon)
      guard count < needed else { continue }
      report.report(
        rows: [feature.row], element: feature.element(ofRing: ring), value: Double(count),
        limit: Double(needed), unit: .count,
        place: positions.first.map(Geometry.point) ?? .null,
        message: feature.kind == .polygon
          ? LocalizedText(
            english: "A ring has \(count) distinct position(s); it needs at least 3.",
            chinese: "一个环只有 \(count) 个互异点，至少需要 3 个。")
          : LocalizedText(
            english: "A line has \(count) distinct position(s); it needs at least 2.",
            chinese: "一条线只有 \(count) 个互异点，至少需要 2 个。"))
    }
  }

  /// Positions that differ from the one before; of a ring, the closing one does not count.
  private func distinctCount(_ positions: ArraySlice<XY>, isRing: Bool) -> Int {
    guard let first = positions.first else { return 0 }
    var count = 1
    var previous = first
    for position in positions where position != previous {
      count += 1
      previous = position
    }
    return isRing && count > 1 && previous == first ? count - 1 : count
  }
}
