import LandModel

/// Features without a value in a field that every feature must fill.
struct MissingValueCheck: LayerCheck {
  let rule = BoundaryRule(
    code: "attribute.missing-value",
    title: LocalizedText(english: "Value missing", chinese: "必填字段为空"),
    statement: LocalizedText(
      english:
        "A required field must have a value; blanks, dashes and texts such as NULL or 无 are none.",
      chinese: "必填字段必须有值；空白、短横线以及“NULL”“无”等占位文字视为无值。"),
    severity: .error)

  func inspect(_ layer: LayerView, into report: inout FindingCollector) {
    for field in layer.declaredFields where field.expectation.isRequired {
      for row in 0..<layer.layer.count where field.value(at: row) == nil {
        let text = field.column.text(at: row) ?? ""
        let isBlank = text.allSatisfy(\.isWhitespace)
        report.report(
          rows: [row], place: layer.column.geometry(ofRow: row),
          message: LocalizedText(
            english: isBlank
              ? "Field \(field.name) is empty."
              : "Field \(field.name) holds “\(text)”, which is no value.",
            chinese: isBlank
              ? "字段 \(field.name) 为空。" : "字段 \(field.name) 的值“\(text)”视为无值。"))
      }
    }
  }
}
