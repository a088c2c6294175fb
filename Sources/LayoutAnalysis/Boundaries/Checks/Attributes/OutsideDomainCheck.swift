import LandModel

/// Values that are not among those allowed for their field.
struct OutsideDomainCheck: LayerCheck {
  let rule = BoundaryRule(
    code: "attribute.outside-domain",
    title: LocalizedText(english: "Value outside the domain", chinese: "值域不符"),
    statement: LocalizedText(
      english:
        "A coded value must be one of the codes declared for its field, letter for letter.",
      chinese: "代码值必须与声明的值域代码逐字一致。"),
    severity: .error)

  func inspect(_ layer: LayerView, into report: inout FindingCollector) {
    for field in layer.declaredFields where !field.expectation.allowedValues.isEmpty {
      let allowed = field.expectation.allowedValues
      let codes = Set(allowed.map(\.code))
      for row in 0..<layer.layer.count {
        guard let value = field.value(at: row), !codes.contains(value) else { continue }
        let guess = Self.suggestion(for: value, among: allowed)
        let name = guess.map { $0.name.isEmpty ? "" : " (\($0.name))" } ?? ""
        report.report(
          rows: [row], place: layer.column.geometry(ofRow: row),
          message: LocalizedText(
            english: "Field \(field.name) holds “\(value)”, which is none of its "
              + "\(allowed.count.counted("value"))."
              + (guess.map { " The nearest is “\($0.code)”\(name)." } ?? ""),
            chinese: "字段 \(field.name) 的值“\(value)”不在 \(allowed.count) 个允许值之中。"
              + (guess.map { "最接近的是“\($0.code)”\(name)。" } ?? "")))
      }
    }
  }

  /// The value whose name stands in place of its code, else the one that a slip of typing made.
  static func suggestion(for value: String, among allowed: [DomainValue]) -> DomainValue? {
    if let named = allowed.first(where: { !$0.name.isEmpty && $0.name == value }) { return named }
    let nearest = NearestName.of(value, in: allowed.map(\.code))
    return nearest.flatMap { code in allowed.first { $0.code == code } }
  }
}
