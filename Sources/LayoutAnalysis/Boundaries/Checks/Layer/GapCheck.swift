import LandModel
import Topology

/// Small or narrow openings that the features of a covering layer leave between them.
struct GapCheck: LayerCheck {
  let rule = BoundaryRule(
    code: "layer.gap",
    title: LocalizedText(english: "Gap", chinese: "要素缝隙"),
    statement: LocalizedText(
      english:
        "Features that should cover their area leave a small or narrow gap between them, between parts "
        + "of one of them, or between them and the outline of the study area; a narrow slit counts that is "
        + "open at one end. Larger openings are taken for intended, as is land of the allowed-gaps layer "
        + "and the hole of a single polygon outside any study area.",
      chinese: "应无缝覆盖的要素之间、同一要素的部件之间或要素与研究范围界线之间存在小或窄的缝隙，一端敞开的窄缝也算；"
        + "较大的空洞、允许缝隙图层内的土地以及（未给研究范围时）单个多边形的洞视为有意保留。"),
    severity: .error,
    thresholds: [
      RuleThreshold(
        name: "planar-area", value: 1000, unit: .squareMetre,
        source: "two-level sliver rule (domain facts §4.2)"),
      RuleThreshold(
        name: "width", value: 5, unit: .metre,
        source: "two-level sliver rule, 2A/P (domain facts §4.2)"),
      RuleThreshold(
        name: "tolerance", value: 0.001, unit: .metre,
        source: "topology tolerance; narrower gaps are rounding (domain facts §4.2)"),
      RuleThreshold(
        name: "planar-area-min", value: 0, unit: .squareMetre,
        source: "any size counts unless one is set (domain facts §6.2, row 22)"),
    ], repair: RepairText.borders)

  func inspect(_ layer: LayerView, into report: inout FindingCollector) throws(TopologyError) {
    guard layer.input.expectation.isCoverage else { return }
    let least = report.limit("planar-area-min")
    let enclosed = try layer.openPieces(tolerance: report.limit("tolerance"))
    for gap in enclosed where Self.isGap(gap, report) && gap.planarArea > least {
      Self.report(gap, isSlit: false, into: &report)
    }
    // Inside a study area all open land is enclosed.
    guard layer.context.studyArea == nil else { return }
    let slits = OpenSlits(
      of: layer, tolerance: report.limit("tolerance"), width: report.limit("width"))
    for slit in try slits.pieces(besides: enclosed.filter { Self.isGap($0, report) })
    where slit.planarArea > least {
      Self.report(slit, isSlit: true, into: &report)
    }
  }

  /// Whether an opening is small or narrow by the limits of this rule.
  private static func isGap(_ piece: OpenPiece, _ report: FindingCollector) -> Bool {
    piece.planarArea <= report.limit("planar-area") || piece.width <= report.limit("width")
  }

  private static func report(
    _ gap: OpenPiece, isSlit: Bool, into report: inout FindingCollector
  ) {
    let (area, width) = (NumberText.short(gap.planarArea), NumberText.short(gap.width))
    let count = gap.neighbours.count
    let (place, placeChinese) =
      count > 1
      ? ("between \(count) features", "\(count) 个要素之间")
      : gap.partCount > 1
        ? ("between parts of the feature", "该要素的部件之间")
        : count == 1 ? ("beside the feature", "该要素旁") : ("in the study area", "研究范围内")
    report.report(
      rows: gap.neighbours, value: gap.planarArea, limit: report.limit("planar-area-min"),
      unit: .squareMetre, place: gap.outline,
      message: LocalizedText(
        english: "A \(isSlit ? "slit open at one end" : "gap") of \(area) m² (planar), on average "
          + "\(width) m wide, lies \(place).",
        chinese: "\(placeChinese)有\(isSlit ? "一端敞开的窄缝" : "缝隙")，平面面积 \(area) 平方米，"
          + "平均宽 \(width) 米。"))
  }
}
