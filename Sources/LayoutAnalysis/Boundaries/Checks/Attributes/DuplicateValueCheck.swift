import LandModel

/// Features that share a value which must tell them apart.
struct DuplicateValueCheck: LayerCheck {
  let rule = BoundaryRule(
    code: "attribute.duplicate-value",
    title: LocalizedText(english: "Value repeated", chinese: "字段值重复"),
    statement: LocalizedText(
      english:
        "A field declared unique has each value once; features stay, unlike those that repeat "
        + "an id.",
      chinese: "声明为唯一的字段不得有重复值；要素保留（标识字段重复另有规则）。"),
    severity: .error)

  func inspect(_ layer: LayerView, into report: inout FindingCollector) {
    for field in layer.declaredFields where field.expectation.isUnique {
      var first: [String: Int] = [:]
      layer.forEachValue(of: field) { row, value in
        guard let earlier = first[value] else {
          first[value] = row
          return
        }
        report.report(
          rows: [earlier, row], place: layer.column.geometry(ofRow: row),
          message: LocalizedText(
            english: "Field \(field.name) holds “\(value)”, as feature "
              + "\(layer.layer.ids[earlier].text) does.",
            chinese: "字段 \(field.name) 的值“\(value)”与要素 \(layer.layer.ids[earlier].text) 重复。"))
      }
    }
  }
}
