import LandModel

/// Boundaries drawn with too few vertices, or with too many.
struct VertexSpacingCheck: FeatureCheck {
  let rule = BoundaryRule(
    code: "geometry.vertex-spacing",
    title: LocalizedText(english: "Vertex spacing", chinese: "节点疏密"),
    statement: LocalizedText(
      english:
        "An edge longer than the limit may cut a curve short; a ring whose vertices lie nearer "
        + "than the limit on average was traced by a machine. Off unless asked for, as the right "
        + "spacing depends on the source. Exactly the limits are allowed.",
      chinese: "过长的线段可能以直代曲；节点平均间距过小的环多为自动矢量化所得。恰等于限值者不算。默认不检查：合适的间距取决于数据来源。"),
    severity: .note,
    thresholds: [
      RuleThreshold(
        name: "longest", value: 1000, unit: .metre,
        source: "the user's value: no published number was found (domain facts §4.2)"),
      RuleThreshold(
        name: "mean", value: 0.5, unit: .metre,
        source: "the user's value: no published number was found (domain facts §4.2)"),
    ], isEnabledByDefault: false)

  func inspect(_ feature: FeatureView, into report: inout FindingCollector) {
    guard feature.isMeasurableOutline, !report.leavesOut(feature.row) else { return }
    inspectLongEdges(of: feature, longest: report.limit("longest"), into: &report)
    inspectDenseRings(of: feature, mean: report.limit("mean"), into: &report)
  }

  private func inspectLongEdges(
    of feature: FeatureView, longest: Double, into report: inout FindingCollector
  ) {
    guard feature.shape.mayHaveEdge(longerThan: longest) else { return }
    let column = feature.column
    for ring in feature.shape.range {
      for index in column.range(ofRing: ring).dropFirst() {
        let (a, b) = (column.positions[index - 1], column.positions[index])
        let length = a.distance(to: b)
        guard length > longest else { continue }
        report.report(
          rows: [feature.row], element: feature.element(ofRing: ring, vertex: index - 1),
          value: length, limit: longest, unit: .metre, place: .line([a, b]),
          message: LocalizedText(
            english: "The edge is \(NumberText.short(length)) m long without a vertex.",
            chinese: "该线段长 \(NumberText.short(length)) 米，中间没有节点。"))
      }
    }
  }

  private func inspectDenseRings(
    of feature: FeatureView, mean: Double, into report: inout FindingCollector
  ) {
    let column = feature.column
    for ring in feature.shape.range {
      let edges = column.range(ofRing: ring).count - 1
      let spacing = feature.shape.ring(ring).length / Double(max(1, edges))
      guard edges > 0, spacing < mean else { continue }
      report.report(
        rows: [feature.row], element: feature.element(ofRing: ring), value: spacing, limit: mean,
        unit: .metre, place: .line(Array(column.positions[column.range(ofRing: ring)])),
        message: LocalizedText(
          english: "\(edges) edges are \(NumberText.short(spacing)) m long on average.",
          chinese: "共 \(edges) 条线段，平均长 \(NumberText.short(spacing)) 米。"))
    }
  }
}
