import LandModel

/// Features of one layer with the same geometry.
struct DuplicateGeometryCheck: LayerCheck {
  let rule = BoundaryRule(
    code: "layer.duplicate-geometry",
    title: LocalizedText(english: "Duplicate geometry", chinese: "几何重复"),
    statement: LocalizedText(
      english:
        "Two features with the same edges, wherever their rings start and whichever way they "
        + "run, are one feature submitted twice; both stay until someone decides.",
      chinese: "两个要素的边完全相同（不论起点与方向），应为重复上报；在人工判断前均保留。"),
    severity: .error, repair: RepairText.duplicateFeatures)

  func inspect(_ layer: LayerView, into report: inout FindingCollector) {
    let firstRow = layer.twins.firstRow
    for row in layer.soundRows where firstRow[row] != row {
      report.report(
        rows: [firstRow[row], row], place: layer.column.geometry(ofRow: row),
        message: LocalizedText(
          english: "The features have the same geometry.", chinese: "两个要素的几何完全相同。"))
    }
  }
}
