import LandModel
import SpatialIndex
import Topology

/// Pairs of features of one layer that share land.
struct OverlapCheck: LayerCheck {
  let rule = BoundaryRule(
    code: "layer.overlap",
    title: LocalizedText(english: "Overlap", chinese: "要素重叠"),
    statement: LocalizedText(
      english: "Two features of one layer may not share land. Shared edges are no overlap, nor are "
        + "pieces of a mean width within the tolerance; equal geometries are reported as duplicates. "
        + "By the two areas only smaller or only larger overlaps can be looked for.",
      chinese: "同一图层的要素不得重叠；共边以及平均宽度在容差以内的碎片不算，完全相同的几何按重复报告。"
        + "可用两个面积阈值只查较小或较大的重叠。"),
    severity: .error,
    thresholds: [
      RuleThreshold(
        name: "width", value: 0.001, unit: .metre,
        source: "topology tolerance of two public inspection code bases (domain facts §4.2)"),
      RuleThreshold(
        name: "planar-area", value: 0, unit: .squareMetre,
        source: "any size counts (domain facts §4.3)"),
      RuleThreshold(
        name: "planar-area-max", value: 1e12, unit: .squareMetre,
        source: "no upper limit unless one is set (domain facts §6.2, row 22)", isOpen: true),
    ], repair: RepairText.borders)

  func inspect(_ layer: LayerView, into report: inout FindingCollector) throws(TopologyError) {
    guard layer.input.expectation.excludesOverlap else { return }
    let (least, most) = (report.limit("planar-area"), report.limit("planar-area-max"))
    let overlaps = try layer.overlaps(tolerance: report.limit("width"))
    let pairs = overlaps.pairs.filter { $0.planarArea > least && $0.planarArea <= most }
    let kept = pairs.prefix(report.room)
    for (pair, pieces) in zip(kept, try overlaps.drawn(Array(kept)))
    where !pieces.isEmpty {
      let area = pieces.planarArea.value
      report.report(
        rows: [pair.left, pair.right], value: area, limit: least, unit: .squareMetre,
        place: pieces.geometry,
        message: LocalizedText(
          english: "The features share \(NumberText.short(area)) m² (planar).",
          chinese: "两个要素重叠，平面面积 \(NumberText.short(area)) 平方米。"))
    }
    report.countMore(pairs.count - kept.count)
  }
}
