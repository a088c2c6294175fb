import LandModel

/// Consecutive positions at the same place, or nearer than the tolerance.
struct DuplicateVertexCheck: FeatureCheck {
  let rule = BoundaryRule(
    code: "geometry.duplicate-vertex",
    title: LocalizedText(english: "Duplicate vertex", chinese: "重复节点"),
    statement: LocalizedText(
      english: "Consecutive vertices nearer than the tolerance add nothing and break angles.",
      chinese: "相邻节点间距小于容差，没有意义且会破坏角度判断。"),
    severity: .warning,
    thresholds: [
      RuleThreshold(
        name: "distance", value: 0.001, unit: .metre,
        source: "topology tolerance of two public inspection code bases (domain facts §4.2)")
    ])

  func inspect(_ feature: FeatureView, into report: inout FindingCollector) {
    guard feature.kind == .polygon || feature.kind == .line, feature.isMeasurable else { return }
    let limit = report.limit("distance")
    let positions = feature.column.positions
    for ring in feature.column.rings(ofRow: feature.row) {
      for index in feature.column.range(ofRing: ring).dropFirst() {
        let distance = positions[index - 1].distance(to: positions[index])
        // At exactly the tolerance, positions are apart; the same position is never.
        guard distance < limit || distance == 0 else { continue }
        report.report(
          rows: [feature.row], value: distance, limit: limit, unit: .metre,
          place: .point(positions[index]),
          message: distance == 0
            ? LocalizedText(
              english: "The vertex repeats the one before.", chinese: "该节点与前一节点重复。")
            : LocalizedText(
              english: "The vertex lies \(NumberText.short(distance)) m from the one before.",
              chinese: "该节点与前一节点仅相距 \(NumberText.short(distance)) 米。"))
      }
    }
  }
}
