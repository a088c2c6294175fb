import LandModel

/// Numbers below or above what is declared for their field.
struct OutOfRangeCheck: LayerCheck {
  let rule = BoundaryRule(
    code: "attribute.out-of-range",
    title: LocalizedText(english: "Number out of range", chinese: "数值超出范围"),
    statement: LocalizedText(
      english: "A number must lie between the smallest and the largest declared for its field, "
        + "both included.",
      chinese: "数值应在声明的最小值与最大值之间（含两端）。"),
    severity: .error)

  func inspect(_ layer: LayerView, into report: inout FindingCollector) {
    for field in layer.declaredFields {
      let (smallest, largest) = (field.expectation.smallest, field.expectation.largest)
      guard smallest != nil || largest != nil else { continue }
      for row in 0..<layer.layer.count {
        guard let number = field.value(at: row).flatMap(FieldReading.number) else { continue }
        let isLow = smallest.map { number < $0 } ?? false
        let isHigh = largest.map { number > $0 } ?? false
        guard isLow || isHigh, let limit = isLow ? smallest : largest else { continue }
        let (found, allowed) = ("\(number)", "\(limit)")
        report.report(
          rows: [row], value: number, limit: limit, place: layer.column.geometry(ofRow: row),
          message: LocalizedText(
            english: "Field \(field.name) holds \(found); it must be at "
              + "\(isLow ? "least" : "most") \(allowed).",
            chinese: "字段 \(field.name) 的值为 \(found)，\(isLow ? "不得小于" : "不得大于") "
              + "\(allowed)。"))
      }
    }
  }
}
