import LandModel

/// Features whose name is not the one that belongs to their code.
struct CodeNameMismatchCheck: LayerCheck {
  let rule = BoundaryRule(
    code: "attribute.code-name-mismatch",
    title: LocalizedText(english: "Name does not belong to the code", chinese: "代码与名称不一致"),
    statement: LocalizedText(
      english: "Code and name must say the same, by the field's own domain or by the units of the "
        + "administrative boundary; which of the two is wrong only a person can tell.",
      chinese: "代码与名称应一致，以字段值域或行政界线图层为准；孰误须由人工判断。"),
    severity: .error)

  func inspect(_ layer: LayerView, into report: inout FindingCollector) {
    for field in layer.declaredFields {
      guard let nameField = field.expectation.nameField,
        let names = layer.layer.attributes[nameField]
      else { continue }
      let table = NameTable(of: field, in: layer)
      layer.forEachValue(of: field) { row, code in
        guard let wanted = table.nameOfCode[code] else { return }
        let found = DeclaredField.value(in: names, row)
        guard found != wanted else { return }
        let owner = found.flatMap { table.codeOfName[$0] }
        report.report(
          rows: [row], place: layer.column.geometry(ofRow: row),
          message: LocalizedText(
            english: "\(code) in field \(field.name) is \(wanted), but field \(nameField) "
              + (found.map { "holds “\($0)”" } ?? "is empty")
              + (owner.map { ", whose code is \($0)." } ?? "."),
            chinese: "字段 \(field.name) 的代码 \(code) 对应“\(wanted)”，而字段 \(nameField) "
              + (found.map { "为“\($0)”" } ?? "为空")
              + (owner.map { "，其代码为 \($0)。" } ?? "。")))
      }
    }
  }
}

/// The names of a field's codes.
private struct NameTable {
  private(set) var nameOfCode: [String: String] = [:]
  /// The first code of a name.
  private(set) var codeOfName: [String: String] = [:]

  init(of field: DeclaredField, in layer: LayerView) {
    switch field.expectation.reference {
    case .values:
      for value in field.expectation.allowedValues { add(value.code, value.name) }
    case .administrative:
      guard let boundary = layer.context.administrative,
        let codes = boundary.codeField.flatMap({ boundary.layer.attributes[$0] }),
        let names = boundary.nameField.flatMap({ boundary.layer.attributes[$0] })
      else { return }
      for row in 0..<boundary.layer.count {
        guard let code = DeclaredField.value(in: codes, row),
          let name = DeclaredField.value(in: names, row)
        else { continue }
        add(code, name)
      }
    }
  }

  private mutating func add(_ code: String, _ name: String) {
    guard !name.isEmpty, nameOfCode[code] == nil else { return }
    nameOfCode[code] = name
    if codeOfName[name] == nil { codeOfName[name] = code }
  }
}
