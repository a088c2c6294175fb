import LandModel

/// Features whose declared area is missing or is no number.
struct UnreadableAreaCheck: LayerCheck {
  let rule = BoundaryRule(
    code: "attribute.unreadable-area",
    title: LocalizedText(english: "Declared area unreadable", chinese: "填报面积无法读取"),
    statement: LocalizedText(
      english: "A declared area that is missing or no number cannot be compared.",
      chinese: "填报面积为空或不是数字，无法核对。"),
    severity: .warning)

  func inspect(_ layer: LayerView, into report: inout FindingCollector) {
    guard let field = layer.input.expectation.areaField, let column = layer.layer.attributes[field]
    else {
      return
    }
    for row in layer.soundRows where layer.column.kinds[row] == .polygon {
      if let number = column.number(at: row), number.isFinite { continue }
      let text = column.text(at: row)
      report.report(
        rows: [row], place: layer.column.geometry(ofRow: row),
        message: text.map {
          LocalizedText(
            english: "Field \(field) holds “\($0)”, which is no number.",
            chinese: "字段 \(field) 的值“\($0)”不是数字。")
        } ?? LocalizedText(english: "Field \(field) is empty.", chinese: "字段 \(field) 为空。"))
    }
  }
}
