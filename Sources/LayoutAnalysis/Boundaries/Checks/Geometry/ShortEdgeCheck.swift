import LandModel

/// Edges too short to be meant at the scale of the map.
struct ShortEdgeCheck: FeatureCheck {
  let rule = BoundaryRule(
    code: "geometry.short-edge",
    title: LocalizedText(english: "Short edge", chinese: "微短线"),
    statement: LocalizedText(
      english: "An edge shorter than can be drawn at the map's scale is a slip, and its direction "
        + "means nothing. Public inspection code contradicts itself tenfold at 1:10 000: one formula "
        + "gives 0.2 m, the default here, another 2 m. An edge exactly at the limit is long enough; "
        + "ends nearer than the tolerance are a duplicate vertex and not reported here.",
      chinese: "短于图上可表示长度的线段多为采集失误，其方向没有意义。公开质检代码对 1:10 000 有两种算法，结果相差十倍：0.2 米（本规则默认值）与 2 米。"
        + "恰等于限值者不算；两端间距小于容差的按重复节点报告，此处不重复。"),
    severity: .warning,
    thresholds: [
      RuleThreshold(
        name: "length", value: 0.2, unit: .metre,
        source: "scale denominator × 0.2/10 000 at 1:10 000; the same code base also holds "
          + "0.0002 × denominator = 2 m (domain facts §4.2)"),
      RuleThreshold(
        name: "tolerance", value: 0.001, unit: .metre,
        source: "distance of geometry.duplicate-vertex (domain facts §4.2)"),
    ])

  func inspect(_ feature: FeatureView, into report: inout FindingCollector) {
    guard feature.isMeasurableOutline else { return }
    let limit = report.limit("length")
    guard feature.shape.mayHaveEdge(shorterThan: limit) else { return }
    let tolerance = report.limit("tolerance")
    let column = feature.column
    let positions = column.positions
    for ring in column.rings(ofRow: feature.row) {
      for index in column.range(ofRing: ring).dropFirst() {
        let (a, b) = (positions[index - 1], positions[index])
        let length = a.distance(to: b)
        guard length < limit, length >= tolerance, length > 0 else { continue }
        report.report(
          rows: [feature.row], element: feature.element(ofRing: ring, vertex: index - 1),
          value: length, limit: limit, unit: .metre, place: .line([a, b]),
          message: LocalizedText(
            english: "The edge is \(NumberText.short(length)) m long.",
            chinese: "该线段仅长 \(NumberText.short(length)) 米。"))
      }
    }
  }
}
