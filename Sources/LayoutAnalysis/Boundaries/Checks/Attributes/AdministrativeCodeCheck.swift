import LandModel

/// Administrative division codes that cannot be any.
struct AdministrativeCodeCheck: LayerCheck {
  let rule = BoundaryRule(
    code: "attribute.administrative-code",
    title: LocalizedText(english: "Administrative code malformed", chinese: "行政区代码结构错误"),
    statement: LocalizedText(
      english: "A division code has 6, 9 or 12 digits, begins with a province of GB/T 2260, and "
        + "leaves no level out. Its structure is judged, not whether the unit exists.",
      chinese: "行政区代码为 6、9 或 12 位数字，前两位为 GB/T 2260 省级代码，且不得越级；只判断结构，不判断单位是否存在。"),
    severity: .error)

  func inspect(_ layer: LayerView, into report: inout FindingCollector) {
    for field in layer.declaredFields where field.expectation.isAdministrativeCode {
      layer.forEachValue(of: field) { row, value in
        guard let fault = AdministrativeCode.fault(of: value) else { return }
        let reason = fault.title
        report.report(
          rows: [row], place: layer.column.geometry(ofRow: row),
          message: LocalizedText(
            english: "Field \(field.name) holds “\(value)”: \(reason.english).",
            chinese: "字段 \(field.name) 的值“\(value)”：\(reason.chinese)。"))
      }
    }
  }
}
