import LandModel

/// Fields that the plan declares and the layer does not have.
struct MissingFieldCheck: LayerCheck {
  let rule = BoundaryRule(
    code: "attribute.missing-field",
    title: LocalizedText(english: "Field missing", chinese: "字段缺失"),
    statement: LocalizedText(
      english: "A declared field that the layer lacks leaves the rules about it without effect.",
      chinese: "声明的字段在图层中不存在，相关规则无法执行。"),
    severity: .error)

  func inspect(_ layer: LayerView, into report: inout FindingCollector) {
    let expectation = layer.input.expectation
    var fields = [expectation.idField, expectation.areaField, expectation.countyField]
    for field in expectation.fields { fields += [field.name, field.nameField] }
    for control in expectation.totals {
      if case .field(let name) = control.summand { fields.append(name) }
      fields.append(control.groupField)
    }
    var seen: Set<String> = []
    for field in fields.compactMap(\.self)
    where layer.layer.attributes[field] == nil && seen.insert(field).inserted {
      let known = layer.layer.attributes.names
      report.report(
        rows: [], place: .null,
        message: LocalizedText(
          english: "The layer has no field \(field); it has \(known.joined(separator: ", ")).",
          chinese: "图层没有字段 \(field)，现有字段：\(known.joined(separator: "、"))。"))
    }
  }
}
