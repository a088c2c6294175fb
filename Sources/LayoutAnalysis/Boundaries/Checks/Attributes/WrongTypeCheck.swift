import LandModel

/// Values that are not of the type declared for their field.
struct WrongTypeCheck: LayerCheck {
  let rule = BoundaryRule(
    code: "attribute.wrong-type",
    title: LocalizedText(english: "Value of the wrong type", chinese: "字段值类型不符"),
    statement: LocalizedText(
      english:
        "A value must read as the whole number, number or day that its field is declared to hold; "
        + "thousands separators and units are not part of a number.",
      chinese: "字段值应能读作声明的整数、数值或日期；数值中不得带千分位或单位。"),
    severity: .error)

  func inspect(_ layer: LayerView, into report: inout FindingCollector) {
    for field in layer.declaredFields {
      guard let type = field.expectation.type, type != .text else { continue }
      for row in 0..<layer.layer.count {
        guard let value = field.value(at: row), !FieldReading.reads(value, as: type) else {
          continue
        }
        let guess = FieldReading.plainNumber(in: value)
        report.report(
          rows: [row], place: layer.column.geometry(ofRow: row),
          message: LocalizedText(
            english: "Field \(field.name) holds “\(value)”, which is not \(type.title.english)."
              + (guess.map { " Written plainly it would be \($0)." } ?? ""),
            chinese: "字段 \(field.name) 的值“\(value)”不是\(type.title.chinese)。"
              + (guess.map { "规范写法应为 \($0)。" } ?? "")))
      }
    }
  }
}
