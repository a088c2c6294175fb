import LandModel

/// Vertices on the straight line between their neighbours.
struct CollinearVertexCheck: FeatureCheck {
  let rule = BoundaryRule(
    code: "geometry.collinear-vertex",
    title: LocalizedText(english: "Superfluous vertex", chinese: "共线多余节点"),
    statement: LocalizedText(
      english:
        "A vertex nearer than the tolerance to the line between its neighbours shapes nothing. "
        + "Off unless asked for: a neighbour's boundary may need it, and surveys set such points on "
        + "purpose. At exactly the tolerance it shapes something.",
      chinese: "与前后节点连线的距离小于容差的节点对形状没有作用；恰等于容差者不算。默认不检查：相邻要素可能需要该节点，勘测也常有意设点。"),
    severity: .note,
    thresholds: [
      RuleThreshold(
        name: "distance", value: 0.001, unit: .metre,
        source: "topology tolerance of two public inspection code bases (domain facts §4.2)")
    ], isEnabledByDefault: false)

  func inspect(_ feature: FeatureView, into report: inout FindingCollector) {
    guard feature.isMeasurablePolygon, !report.leavesOut(feature.row) else { return }
    let limit = report.limit("distance")
    for ring in feature.shape.range {
      for corner in RingCorners(feature.column, ring: ring).corners {
        // The height of the triangle of three vertices over the line between the outer two.
        let base = corner.base
        // A neighbour nearer than that is a duplicate, which has a rule of its own.
        guard corner.along < 0, corner.before >= limit, corner.after >= limit else { continue }
        let height = abs(corner.across) / base
        guard height < limit else { continue }
        report.report(
          rows: [feature.row], element: feature.element(ofRing: ring, vertex: corner.index),
          value: height, limit: limit, unit: .metre, place: .point(corner.tip),
          message: LocalizedText(
            english: "The vertex lies \(NumberText.short(height)) m from the line between its "
              + "neighbours.",
            chinese: "该节点距前后节点连线仅 \(NumberText.short(height)) 米。"))
      }
    }
  }
}
