import LandModel

/// Features whose id field is empty.
struct MissingIDCheck: LayerCheck {
  let rule = BoundaryRule(
    code: "attribute.missing-id",
    title: LocalizedText(english: "Id missing", chinese: "标识缺失"),
    statement: LocalizedText(
      english:
        "A feature without id cannot be traced from result to source; it goes by its number in "
        + "the file.",
      chinese: "没有标识的要素无法从成果追溯到来源，暂以文件内序号代替。"),
    severity: .error)

  func inspect(_ layer: LayerView, into report: inout FindingCollector) {
    guard let field = layer.input.expectation.idField, let column = layer.layer.attributes[field]
    else {
      return
    }
    for row in 0..<layer.layer.count where Self.isMissing(in: column, row) {
      report.report(
        rows: [row], place: layer.column.geometry(ofRow: row),
        message: LocalizedText(
          english: "Field \(field) is empty.", chinese: "字段 \(field) 为空。"))
    }
  }

  /// An id without surrounding white space; nil where nothing is left, or a text such as `NULL`.
  static func id(in column: AttributeColumn, _ row: Int) -> String? {
    column.text(at: row).flatMap(MissingText.value)
  }

  /// Whether a row has none.
  private static func isMissing(in column: AttributeColumn, _ row: Int) -> Bool {
    // A whole number says something, whatever it is.
    if case .integer(let values) = column { return values[row] == nil }
    return id(in: column, row) == nil
  }
}
