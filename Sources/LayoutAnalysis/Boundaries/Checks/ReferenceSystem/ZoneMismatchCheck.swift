import LandModel

/// Positions that fit another zone, or the same zone with or without prefix.
struct ZoneMismatchCheck: LayerCheck {
  let rule = BoundaryRule(
    code: "crs.zone-mismatch",
    title: LocalizedText(english: "Wrong zone", chinese: "投影带或带号不符"),
    statement: LocalizedText(
      english: "Eastings tell the zone and its prefix by magnitude alone (domain facts §3.1). The "
        + "zone is named; positions are never re-zoned unasked.",
      chinese: "横坐标量级可判定投影带及带号；仅指出应有的投影带，不擅自换带。"),
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
      guard case .grid(_, isSwapped: false) = $0.reading else { return false }
      return GaussKrugerGrid(epsg: $0.used.epsg ?? 0) != nil
    }
  }
}
