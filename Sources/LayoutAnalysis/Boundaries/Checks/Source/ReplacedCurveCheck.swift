import LandModel

/// Features whose arcs the reader replaced by straight edges.
struct ReplacedCurveCheck: LayerCheck {
  let rule = BoundaryRule(
    code: "geometry.curve",
    title: LocalizedText(english: "Curve replaced by chords", chinese: "曲线以折线代替"),
    statement: LocalizedText(
      english:
        "The feature is drawn with arcs, which survey layers forbid; they were replaced by chords "
        + "within the stated distance, so its area and its borders differ by that much.",
      chinese: "要素含圆弧等曲线，勘测数据不允许；已在所述偏差内以折线代替，面积与界线因此略有出入。"),
    severity: .warning)

  func inspect(_ layer: LayerView, into report: inout FindingCollector) {
    for remark in layer.input.source?.remarks ?? [] where remark.kind == .curve {
      for row in remark.rows {
        let isMeasurable = layer.column.range(ofRow: row).allSatisfy {
          NonFiniteOrdinateCheck.isPossible(layer.column.positions[$0])
        }
        report.report(
          rows: [row], place: isMeasurable ? layer.column.geometry(ofRow: row) : .null,
          message: remark.text)
      }
    }
  }
}
