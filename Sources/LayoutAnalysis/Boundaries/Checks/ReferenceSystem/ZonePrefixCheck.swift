import LandModel

/// Eastings with a zone prefix that their system has not, or without one that it has.
struct ZonePrefixCheck: LayerCheck {
  let rule = BoundaryRule(
    code: "crs.zone-prefix",
    title: LocalizedText(english: "Zone prefix differs", chinese: "带号前缀不符"),
    statement: LocalizedText(
      english:
        "The zone is right, but eastings carry a prefix that the declared system has not, or "
        + "lack the one it has; it is named and never added or cut off unasked.",
      chinese: "投影带正确，但横坐标多出或缺少声明坐标系的带号；仅指出，不擅自增删。"),
    severity: .error)

  func inspect(_ layer: LayerView, into report: inout FindingCollector) {
    report.report(
      layer,
      message: {
        LocalizedText(
          english: "Read as \($0.used.text), but the positions fit \($0.reading.title.english).",
          chinese: "按 \($0.used.text) 读取，但坐标值符合 \($0.reading.title.chinese)。")
      }
    ) {
      guard case .grid(let epsg, isSwapped: false) = $0.reading,
        let fit = GaussKrugerGrid(epsg: epsg),
        let used = GaussKrugerGrid(epsg: $0.used.epsg ?? 0)
      else { return false }
      return fit.centralMeridian == used.centralMeridian
    }
  }
}
