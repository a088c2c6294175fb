import LandModel

/// Features that claim a county which the administrative boundary does not have.
struct UnknownCountyCheck: LayerCheck {
  let rule = BoundaryRule(
    code: "administrative.unknown-county",
    title: LocalizedText(english: "Unknown county", chinese: "县级代码不存在"),
    statement: LocalizedText(
      english:
        "A claimed county must be one of the administrative units; a feature without a known "
        + "one is judged by the whole city.",
      chinese: "声明的县级单位必须存在于行政界线图层；否则按全市范围判断。"),
    severity: .warning)

  func inspect(_ layer: LayerView, into report: inout FindingCollector) {
    guard let units = layer.administrative, units.haveCodes,
      layer.input.expectation.liesInAdministrativeBoundary,
      let claims = layer.input.expectation.countyField.flatMap({ layer.layer.attributes[$0] })
    else { return }
    for row in 0..<layer.layer.count {
      let claim = claims.text(at: row) ?? ""
      guard units.rows(withCode: claim) == nil else { continue }
      report.report(
        rows: [row], place: layer.column.geometry(ofRow: row),
        message: claim.isEmpty
          ? LocalizedText(english: "No county is given.", chinese: "未填写县级单位。")
          : LocalizedText(
            english: "County \(claim) is not in the administrative boundary.",
            chinese: "行政界线中没有县级单位 \(claim)。"))
    }
  }
}
