import LandModel
import Topology

/// Features that lie wholly within another one of their layer.
struct ContainedFeatureCheck: LayerCheck {
  let rule = BoundaryRule(
    code: "layer.contained",
    title: LocalizedText(english: "Feature within another", chinese: "要素被包含"),
    statement: LocalizedText(
      english:
        "A feature lies wholly within another one of its layer: either the larger one lacks a hole, or "
        + "the smaller one was left over. Named beside the overlap, because the remedy is another. What "
        + "reaches out by no more than the tolerance counts as within.",
      chinese: "要素完全位于同层另一要素之内：或是大要素缺少内环，或是小要素多余；除重叠外另行指出，因处理方式不同。"
        + "超出部分宽度不大于容差的视为在内。"),
    severity: .error,
    thresholds: [
      RuleThreshold(
        name: "width", value: 0.001, unit: .metre,
        source: "topology tolerance of two public inspection code bases (domain facts §4.2)")
    ])

  func inspect(_ layer: LayerView, into report: inout FindingCollector) throws(TopologyError) {
    guard layer.input.expectation.excludesOverlap else { return }
    let (column, tolerance) = (layer.column, report.limit("width"))
    let workspace = Workspace()
    for pair in try layer.overlaps(tolerance: tolerance).pairs {
      let (left, right) = (column.geometry(ofRow: pair.left), column.geometry(ofRow: pair.right))
      let (areaOfLeft, areaOfRight) = (
        PlanarMeasure.area(of: left).value, PlanarMeasure.area(of: right).value
      )
      let (inner, outer) =
        areaOfLeft <= areaOfRight ? (pair.left, pair.right) : (pair.right, pair.left)
      let smaller = min(areaOfLeft, areaOfRight)
      // What reaches out no wider than the tolerance has at most this area.
      let perimeter = PlanarMeasure.length(of: areaOfLeft <= areaOfRight ? left : right).value
      guard smaller - pair.planarArea <= tolerance * perimeter + 1e-6 else { continue }
      let rest = try Shape(row: inner, of: column, in: workspace)
        .difference(from: Shape(row: outer, of: column, in: workspace)).polygons()
      guard Pieces(of: rest, widerThan: tolerance).isEmpty else { continue }
      report.report(
        rows: [inner, outer], value: smaller, limit: 0, unit: .squareMetre,
        place: column.geometry(ofRow: inner),
        message: LocalizedText(
          english:
            "The first feature, \(NumberText.short(smaller)) m² (planar), lies wholly within "
            + "the second.",
          chinese: "前一要素（平面面积 \(NumberText.short(smaller)) 平方米）完全位于后一要素之内。"))
    }
  }
}
