import LandModel

/// Consecutive positions at the same place, or nearer than the tolerance.
struct DuplicateVertexCheck: FeatureCheck {
  let rule = BoundaryRule(
    code: "geometry.duplicate-vertex",
    title: LocalizedText(english: "Duplicate vertex", chinese: "重复节点"),
    statement: LocalizedText(
      english: "Consecutive vertices nearer than the tolerance add nothing and break angles. At "
        + "exactly the tolerance they are two vertices; the same position twice is always one.",
      chinese: "相邻节点间距小于容差，没有意义且会破坏角度判断；恰为容差时视为两个节点，位置完全相同的始终视为重复。"),
    severity: .warning,
    thresholds: [
      RuleThreshold(
        name: "distance", value: 0.001, unit: .metre,
        source: "topology tolerance of two public inspection code bases (domain facts §4.2)")
    ],
    repair: RepairText.duplicateVertices)

  func inspect(_ feature: FeatureView, into report: inout FindingCollector) {
    guard feature.isMeasurableOutline else { return }
    let limit = report.limit("distance")
    guard feature.shape.mayHaveEdge(shorterThan: limit) else { return }
    let column = feature.column
    let positions = column.positions
    for ring in column.rings(ofRow: feature.row) {
      for index in column.range(ofRing: ring).dropFirst() {
        let distance = positions[index - 1].distance(to: positions[index])
        guard distance < limit || distance == 0 else { continue }
        report.report(
          rows: [feature.row], element: feature.element(ofRing: ring, vertex: index),
          value: distance, limit: limit, unit: .metre, place: .point(positions[index]),
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
