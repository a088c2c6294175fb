import LandModel
import Topology

/// Features that lie wholly outside the administrative unit they belong to.
struct OutsideBoundaryCheck: LayerCheck {
  let rule = BoundaryRule(
    code: "administrative.outside",
    title: LocalizedText(english: "Outside the administrative boundary", chinese: "位于行政界外"),
    statement: LocalizedText(
      english:
        "A feature must lie in the county it claims, or in the city where it claims none. Not "
        + "judged where a whole layer lies outside the working area, or a unit is unusable.",
      chinese: "要素应位于其声明的县级单位内，未声明的应位于全市范围内；整层偏离工作区或行政单位几何不可用时不作判断。"),
    severity: .error)

  func inspect(_ layer: LayerView, into report: inout FindingCollector) throws(TopologyError) {
    for fit in try layer.administrativeFits() where fit.isWhollyOutside {
      report.report(
        rows: [fit.row], value: fit.planarAreaOutside?.value,
        limit: fit.planarAreaOutside == nil ? nil : 0,
        unit: fit.planarAreaOutside == nil ? .none : .squareMetre, place: fit.outside,
        message: Self.message(fit))
    }
  }

  private static func message(_ fit: AdministrativeFit) -> LocalizedText {
    let claim = fit.claim
    let met = fit.unitsMet
    let (english, chinese) =
      claim.map { ("county \($0), which it claims", "其声明的县级单位“\($0)”") }
      ?? ("the city", "全市行政区域")
    guard !met.isEmpty else {
      return LocalizedText(
        english: "The feature lies outside \(english).", chinese: "该要素位于\(chinese)之外。")
    }
    return LocalizedText(
      english: "The feature lies outside \(english); it lies in \(met.joined(separator: ", ")).",
      chinese: "该要素位于\(chinese)之外，实际位于“\(met.joined(separator: "、"))”。")
  }
}
