import LandModel

/// Administrative units without a valid polygon, by which nothing can be judged.
struct UnusableUnitCheck: LayerCheck {
  let rule = BoundaryRule(
    code: "administrative.unusable-unit",
    title: LocalizedText(english: "Administrative unit unusable", chinese: "行政单位几何不可用"),
    statement: LocalizedText(
      english:
        "A unit of the administrative boundary is invalid, so no feature is judged by any: the "
        + "city would have a false hole.",
      chinese: "行政界线中有单位几何无效，全市范围不完整，因此不判断要素是否越界。"),
    severity: .warning)

  func inspect(_ layer: LayerView, into report: inout FindingCollector) {
    guard layer.input.expectation.liesInAdministrativeBoundary, let units = layer.administrative,
      !units.unusableRows.isEmpty
    else { return }
    let names = units.unusableRows.map { units.names[$0] }
    report.report(
      rows: [], value: Double(names.count), limit: 0, unit: .count, place: .null,
      message: LocalizedText(
        english: "Not judged by the administrative boundary, because of invalid units: "
          + "\(names.joined(separator: ", ")).",
        chinese: "行政单位几何无效，未作越界判断：\(names.joined(separator: "、"))。"))
  }
}
