import LandModel

/// Layers for which nobody declares a reference system.
struct MissingReferenceSystemCheck: LayerCheck {
  let rule = BoundaryRule(
    code: "crs.missing",
    title: LocalizedText(english: "Reference system missing", chinese: "缺少坐标系"),
    statement: LocalizedText(
      english: "Neither the file nor the user says which reference system positions are in. Where "
        + "magnitudes leave one only, the layer is judged in it and the finding says which; a plan "
        + "is never made on it.",
      chinese: "文件与用户均未声明坐标系；若量级只符合一种坐标系，则据此检查并写明，但不用于规划计算。"),
    severity: .error)

  func inspect(_ layer: LayerView, into report: inout FindingCollector) {
    guard let source = layer.input.source, source.isGuessed else { return }
    let used = source.usedCRS
    let reading =
      used.epsg.flatMap { GaussKrugerGrid(epsg: $0) == nil ? nil : $0 }
      .map { CoordinateReading.grid(epsg: $0, isSwapped: false) } ?? .degrees(isSwapped: false)
    let title = reading.title
    report.report(
      rows: [], place: .null,
      message: LocalizedText(
        english: "No reference system is declared. By their magnitudes the positions are "
          + "\(title.english), and were judged so; ask the source, then declare \(used.text) for the "
          + "layer.",
        chinese: "未声明坐标系。按量级判断坐标为\(title.chinese)，本次据此检查；请向数据来源核实后为图层声明 \(used.text)。"))
  }
}
