import LandModel
import SpatialIndex
import Topology

/// Borders and lines of two layers that should meet and do not quite.
struct EdgeMatchCheck: LayerSetCheck {
  let rule = BoundaryRule(
    code: "layers.edge-match",
    title: LocalizedText(english: "Layers do not match at their border", chinese: "图层接边不一致"),
    statement: LocalizedText(
      english:
        "Where two covering layers meet, such as those of neighbouring counties or of the two sides of a "
        + "zone border, the borders of their features run near each other without meeting; or a line ends "
        + "near the end of a line of the other layer. Lines are compared between layers declared to match, "
        + "borders also between any two covering layers. The tolerance is what rounding to a millimetre in "
        + "two zones makes.",
      chinese: "相邻县或相邻分带的两个覆盖图层，其要素边界在接边处相近而不重合，或线要素的端点与另一图层的线端点相近而不相接；"
        + "线要素只在声明需接边的图层之间比较，面要素还包括任意两个覆盖图层。容差为在两个分带各取整到毫米所致的偏差。"),
    severity: .warning,
    thresholds: [
      RuleThreshold(
        name: "reach", value: 5, unit: .metre,
        source: "two-level sliver rule, width (domain facts §4.2)"),
      RuleThreshold(
        name: "tolerance", value: 0.002, unit: .metre,
        source: "positions rounded to 0.001 m in two zones differ by up to 0.0015 m"),
    ])

  func inspect(
    _ layers: [LayerView], into reports: inout [FindingCollector]
  ) throws(TopologyError) {
    for left in layers.indices {
      for right in layers.indices.dropFirst(left + 1) {
        let (own, other) = (layers[left], layers[right])
        guard own.layer.key != other.layer.key else { continue }
        let isDeclared =
          own.input.expectation.edgeMatches.contains(other.layer.key)
          || other.input.expectation.edgeMatches.contains(own.layer.key)
        if isDeclared || (own.input.expectation.isCoverage && other.input.expectation.isCoverage) {
          compareBorders(own, other, into: &reports[left])
        }
        if isDeclared { compareEnds(own, other, into: &reports[left]) }
      }
    }
  }

  private func compareBorders(
    _ own: LayerView, _ other: LayerView, into report: inout FindingCollector
  ) {
    let deviations = BorderDeviations(
      side: BorderSide(own), other: BorderSide(other), isOneLayer: false,
      reach: report.limit("reach"), tolerance: report.limit("tolerance"), workers: own.workers)
    for deviation in deviations.found() {
      report.report(
        rows: [deviation.row], other: (other.layer.key, [other.layer.ids[deviation.other]]),
        value: deviation.distance, limit: report.limit("tolerance"), unit: .metre,
        place: .line(deviation.line), message: deviation.message)
    }
  }

  private func compareEnds(
    _ own: LayerView, _ other: LayerView, into report: inout FindingCollector
  ) {
    let tolerance = report.limit("tolerance")
    let mismatches = LineEnd.mismatches(
      of: LineEnd.all(of: own), with: LineEnd.all(of: other), reach: report.limit("reach"),
      tolerance: tolerance)
    for mismatch in mismatches {
      report.report(
        rows: [mismatch.end.row],
        other: (other.layer.key, [other.layer.ids[mismatch.other.row]]),
        value: mismatch.distance, limit: tolerance, unit: .metre,
        place: .line([mismatch.end.place, mismatch.other.place]),
        message: LocalizedText(
          english:
            "The line ends \(NumberText.short(mismatch.distance)) m from the end of a line of "
            + "the other layer.",
          chinese: "线的端点与另一图层的线端点相距 \(NumberText.short(mismatch.distance)) 米。"))
    }
  }
}
