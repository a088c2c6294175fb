import LandModel

/// Positions with northing before easting, or latitude before longitude.
struct SwappedAxesCheck: LayerCheck {
  let rule = BoundaryRule(
    code: "crs.swapped-axes",
    title: LocalizedText(english: "Axes swapped", chinese: "坐标轴颠倒"),
    statement: LocalizedText(
      english:
        "Files store easting first; the authority's order, northing first, is a common slip. "
        + "It is named and never corrected unasked.",
      chinese: "文件应先存横坐标；按权威定义先存纵坐标是常见错误；仅指出，不擅自更正。"),
    severity: .error)

  func inspect(_ layer: LayerView, into report: inout FindingCollector) {
    report.report(
      layer,
      message: {
        LocalizedText(
          english: "Read as \($0.used.text), but the positions fit \($0.reading.title.english).",
          chinese: "按 \($0.used.text) 读取，但坐标值符合 \($0.reading.title.chinese)。")
      }
    ) { $0.reading.isSwapped }
  }
}
