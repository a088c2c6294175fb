import LandModel

/// Features that carry the id of another.
struct DuplicateIDCheck: LayerCheck {
  let rule = BoundaryRule(
    code: "attribute.duplicate-id",
    title: LocalizedText(english: "Id repeated", chinese: "标识重复"),
    statement: LocalizedText(
      english:
        "Ids must tell features apart: of several with one id the first sound one stays, the "
        + "others are left out.",
      chinese: "标识必须唯一；重复时保留第一个几何有效的要素，其余不参与后续分析。"),
    severity: .error, leavesFeatureOut: true)

  func inspect(_ layer: LayerView, into report: inout FindingCollector) {
    guard let field = layer.input.expectation.idField, let column = layer.layer.attributes[field]
    else {
      return
    }
    guard !Self.areDistinct(column) else { return }
    var keeper: [String: Int] = [:]
    for row in layer.soundRows {
      guard let id = MissingIDCheck.id(in: column, row), keeper[id] == nil else { continue }
      keeper[id] = row
    }
    for row in 0..<layer.layer.count {
      guard let id = MissingIDCheck.id(in: column, row) else { continue }
      let kept = keeper[id] ?? row
      keeper[id] = kept
      guard kept != row else { continue }
      report.report(
        rows: [min(kept, row), max(kept, row)], leavingOut: row,
        place: layer.column.geometry(ofRow: row),
        message: LocalizedText(
          english: "Id \(id) is already taken by feature number \(kept + 1) of the layer.",
          chinese: "标识 \(id) 已被图层第 \(kept + 1) 个要素使用。"))
    }
  }

  /// Whether all ids surely differ, as they mostly do, told without keeping any of them.
  private static func areDistinct(_ column: AttributeColumn) -> Bool {
    if case .integer(let values) = column { return areDistinct(values.compactMap { $0 }) }
    // Two ids of one hash are looked at closely by whoever asked.
    return areDistinct(
      (0..<column.count).compactMap { row in
        MissingIDCheck.id(in: column, row).map { Int64($0.hashValue) }
      })
  }

  private static func areDistinct(_ numbers: [Int64]) -> Bool {
    guard let least = numbers.min(), let most = numbers.max() else { return true }
    // Running numbers, in whatever order, need one place each.
    let (span, isHuge) = most.subtractingReportingOverflow(least)
    if !isHuge, span < 8 * numbers.count {
      var isTaken = [Bool](repeating: false, count: Int(span) + 1)
      for number in numbers {
        guard !isTaken[Int(number - least)] else { return false }
        isTaken[Int(number - least)] = true
      }
      return true
    }
    let sorted = numbers.sorted()
    return zip(sorted, sorted.dropFirst()).allSatisfy(<)
  }
}
