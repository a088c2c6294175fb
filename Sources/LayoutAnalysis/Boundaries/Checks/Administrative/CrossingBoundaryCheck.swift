import LandModel
import Topology

/// Features that reach across the border of the administrative unit they belong to.
struct CrossingBoundaryCheck: LayerCheck {
  let rule = BoundaryRule(
    code: "administrative.crossing",
    title: LocalizedText(english: "Crosses the administrative boundary", chinese: "跨越行政界线"),
    statement: LocalizedText(
      english: "Part of a feature lies outside the county it claims, or outside the city. Borders "
        + "are often generalised, so it is to be looked at and no reason to reject.",
      chinese: "要素的一部分位于其声明的县级单位或全市范围之外；界线常经概化，须核实而不直接否决。"),
    severity: .warning,
    thresholds: [
      RuleThreshold(
        name: "planar-area", value: 1, unit: .squareMetre,
        source: "area tolerance of planning data (domain facts §4.2, K)")
    ])

  func inspect(_ layer: LayerView, into report: inout FindingCollector) throws(TopologyError) {
    let limit = report.limit("planar-area")
    for fit in try layer.administrativeFits() where !fit.isWhollyOutside {
      guard let area = fit.planarAreaOutside?.value, area > limit else { continue }
      let english = fit.claim.map { "county \($0), which the feature claims" } ?? "the city"
      let chinese = fit.claim.map { "其声明的县级单位“\($0)”" } ?? "全市行政区域"
      report.report(
        rows: [fit.row], value: area, limit: limit, unit: .squareMetre, place: fit.outside,
        message: LocalizedText(
          english: "\(NumberText.short(area)) m² (planar) lie outside \(english).",
          chinese: "有 \(NumberText.short(area)) 平方米（平面）位于\(chinese)之外。"))
    }
  }
}
