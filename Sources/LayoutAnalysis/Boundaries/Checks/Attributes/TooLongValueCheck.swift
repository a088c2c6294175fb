import LandModel

/// Texts longer than their field may hold.
struct TooLongValueCheck: LayerCheck {
  let rule = BoundaryRule(
    code: "attribute.too-long",
    title: LocalizedText(english: "Value too long", chinese: "字段值超长"),
    statement: LocalizedText(
      english: "A value longer than the receiving database declares would be cut there. Characters "
        + "are counted, a Chinese one as one.",
      chinese: "超过声明长度的值入库时会被截断；按字符计，一个汉字计一个字符。"),
    severity: .error)

  func inspect(_ layer: LayerView, into report: inout FindingCollector) {
    for field in layer.declaredFields {
      guard let longest = field.expectation.longest else { continue }
      layer.forEachValue(of: field) { row, value in
        let length = value.unicodeScalars.count
        guard length > longest else { return }
        report.report(
          rows: [row], value: Double(length), limit: Double(longest), unit: .count,
          place: layer.column.geometry(ofRow: row),
          message: LocalizedText(
            english: "The value of field \(field.name) has \(length) characters, at most "
              + "\(longest) are allowed.",
            chinese: "字段 \(field.name) 的值有 \(length) 个字符，最多允许 \(longest) 个。"))
      }
    }
  }
}
