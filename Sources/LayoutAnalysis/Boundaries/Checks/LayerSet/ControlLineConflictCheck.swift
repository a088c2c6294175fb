import LandModel
import SpatialIndex
import Topology

/// Land that lies in two of the three control lines.
struct ControlLineConflictCheck: LayerSetCheck {
  let rule = BoundaryRule(
    code: "layers.control-lines",
    title: LocalizedText(english: "Control lines overlap", chinese: "三条控制线冲突"),
    statement: LocalizedText(
      english:
        "Ecological red line, permanent basic farmland and urban development boundary exclude each other: "
        + "no land may lie in two of them. Compared are layers declared to be one of the three; shared "
        + "borders are no conflict, nor are pieces of a mean width within the tolerance.",
      chinese: "生态保护红线、永久基本农田、城镇开发边界三条控制线不交叉、不重叠、不冲突；仅比较声明为控制线的图层，"
        + "共边以及平均宽度在容差以内的碎片不算。"),
    severity: .error,
    thresholds: [
      RuleThreshold(
        name: "width", value: 0.001, unit: .metre,
        source: "topology tolerance of two public inspection code bases (domain facts §4.2)"),
      RuleThreshold(
        name: "planar-area", value: 0, unit: .squareMetre,
        source: "the lines may not overlap at all (domain facts §2.2, K+)"),
    ])

  func inspect(
    _ layers: [LayerView], into reports: inout [FindingCollector]
  ) throws(TopologyError) {
    for left in layers.indices {
      guard let line = layers[left].input.expectation.controlLine else { continue }
      for right in layers.indices.dropFirst(left + 1) {
        guard let other = layers[right].input.expectation.controlLine, other != line else {
          continue
        }
        try compare(
          (layers[left], line), with: (layers[right], other), into: &reports[left])
      }
    }
  }

  private func compare(
    _ own: (view: LayerView, line: ControlLine), with other: (view: LayerView, line: ControlLine),
    into report: inout FindingCollector
  ) throws(TopologyError) {
    let overlaps = try CrossOverlaps(
      of: own.view, and: other.view, tolerance: report.limit("width"))
    let least = report.limit("planar-area")
    let pairs = overlaps.pairs.filter { $0.planarArea > least }
    let kept = Array(pairs.prefix(report.room))
    for (pair, pieces) in zip(kept, try overlaps.drawn(kept)) where !pieces.isEmpty {
      let area = pieces.planarArea.value
      let text = NumberText.short(area)
      report.report(
        rows: [pair.left],
        other: (other.view.layer.key, [other.view.layer.ids[pair.right]]), value: area,
        limit: least, unit: .squareMetre, place: pieces.geometry,
        message: LocalizedText(
          english: "\(text) m² (planar) lie in the \(own.line.title.english) and in the "
            + "\(other.line.title.english).",
          chinese: "有 \(text) 平方米（平面）同时位于\(own.line.title.chinese)和"
            + "\(other.line.title.chinese)之内。"))
    }
    report.countMore(pairs.count - kept.count)
  }
}
