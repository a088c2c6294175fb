import LandModel
import Topology

/// Borders of neighbours that nearly coincide.
struct UnmatchedEdgeCheck: LayerCheck {
  let rule = BoundaryRule(
    code: "layer.unmatched-edge",
    title: LocalizedText(english: "Unmatched shared edge", chinese: "公共边不一致"),
    statement: LocalizedText(
      english:
        "Neighbours of a layer that should cover its area run near each other without meeting: the border "
        + "was drawn twice. Told along the first feature's border, from where the borders part to where "
        + "they meet again, with the greatest distance; what a gap or an overlap is beside is the same place.",
      chinese: "应无缝覆盖的图层中相邻要素的边界相近而不重合，公共边被绘制了两次；沿前一要素的边界给出分离的区段及最大偏距。"),
    severity: .warning,
    thresholds: [
      RuleThreshold(
        name: "reach", value: 1, unit: .metre,
        source: "0.2 mm on the map at 1:5 000 (domain facts §4.2, short line)"),
      RuleThreshold(
        name: "tolerance", value: 0.001, unit: .metre,
        source: "topology tolerance of two public inspection code bases (domain facts §4.2)"),
    ], repair: RepairText.borders)

  func inspect(_ layer: LayerView, into report: inout FindingCollector) throws(TopologyError) {
    guard layer.input.expectation.isCoverage else { return }
    let side = BorderSide(layer)
    let deviations = BorderDeviations(
      side: side, other: side, isOneLayer: true, reach: report.limit("reach"),
      tolerance: report.limit("tolerance"), workers: layer.workers)
    for deviation in deviations.found()
    where layer.twins.firstRow[deviation.row] != layer.twins.firstRow[deviation.other] {
      report.report(
        rows: [deviation.row, deviation.other], value: deviation.distance,
        limit: report.limit("tolerance"), unit: .metre, place: .line(deviation.line),
        message: deviation.message)
    }
  }
}

extension BorderDeviation {
  /// What lies between the borders, and how wide it is.
  var message: LocalizedText {
    let distance = NumberText.short(distance)
    let (english, chinese) =
      hasGap
      ? hasOverlap
        ? ("a gap and an overlap", "既有缝隙又有重叠") : ("a gap", "有缝隙")
      : ("an overlap", "有重叠")
    return LocalizedText(
      english: "The borders run up to \(distance) m apart, with \(english) between them.",
      chinese: "两条边界最大相距 \(distance) 米，其间\(chinese)。")
  }
}
