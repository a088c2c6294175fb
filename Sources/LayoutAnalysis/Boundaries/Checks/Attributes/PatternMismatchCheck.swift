import LandModel

/// Values that do not have the form declared for their field.
struct PatternMismatchCheck: LayerCheck {
  let rule = BoundaryRule(
    code: "attribute.pattern-mismatch",
    title: LocalizedText(english: "Value of another form", chinese: "字段值格式不符"),
    statement: LocalizedText(
      english: "The whole value must fit the pattern declared for its field.",
      chinese: "字段值须整体符合声明的格式。"),
    severity: .error)

  func inspect(_ layer: LayerView, into report: inout FindingCollector) {
    for field in layer.declaredFields {
      guard let pattern = field.expectation.pattern else { continue }
      layer.forEachValue(of: field) { row, value in
        guard !pattern.fits(value) else { return }
        report.report(
          rows: [row], place: layer.column.geometry(ofRow: row),
          message: LocalizedText(
            english: "Field \(field.name) holds “\(value)”, which does not fit \(pattern.text).",
            chinese: "字段 \(field.name) 的值“\(value)”不符合格式 \(pattern.text)。"))
      }
    }
  }
}
