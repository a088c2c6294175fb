import LandModel

/// Layers in which some features have their axes swapped and others have not.
struct MixedAxesCheck: LayerCheck {
  let rule = BoundaryRule(
    code: "crs.mixed-axes",
    title: LocalizedText(english: "Axis orders mixed", chinese: "坐标轴顺序混杂"),
    statement: LocalizedText(
      english:
        "Where only some features store northing first, no order is right for the layer: it was "
        + "put together from several sources, and swapping all would spoil the others.",
      chinese: "仅部分要素纵坐标在前时，整层没有统一顺序，说明数据拼合自不同来源，整体交换会破坏其余要素。"),
    severity: .error)

  func inspect(_ layer: LayerView, into report: inout FindingCollector) {
    let (count, total) = (layer.placement.swappedCount, layer.placement.rowCount)
    guard count > 0, count < total else { return }
    report.report(
      rows: [], value: Double(count), limit: 0, unit: .count, place: .null,
      message: LocalizedText(
        english: "\(count) of \(total) features have their axes swapped, the others have not.",
        chinese: "\(total) 个要素中有 \(count) 个坐标轴颠倒，其余正常。"))
  }
}
