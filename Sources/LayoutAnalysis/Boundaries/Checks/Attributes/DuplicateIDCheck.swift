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
}
