import LandModel

/// Positions that fit another zone.
struct ZoneMismatchCheck: LayerCheck {
  let rule = BoundaryRule(
    code: "crs.zone-mismatch",
    title: LocalizedText(english: "Wrong zone", chinese: "投影带不符"),
    statement: LocalizedText(
      english: "Eastings tell the zone by magnitude alone (domain facts §3.1). The zone is named; "
        + "positions are never re-zoned unasked.",
      chinese: "横坐标量级可判定投影带；仅指出应有的投影带，不擅自换带。"),
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
      guard let used = GaussKrugerGrid(epsg: $0.used.epsg ?? 0) else { return false }
      switch $0.reading {
      case .grid(let epsg, isSwapped: false):
        return GaussKrugerGrid(epsg: epsg)?.centralMeridian != used.centralMeridian
      case .gridOfUnknownZone(isSwapped: false): return true
      default: return false
      }
    }
  }
}
