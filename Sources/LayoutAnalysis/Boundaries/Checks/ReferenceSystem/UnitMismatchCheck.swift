import LandModel

/// Degrees in a layer read as metres, or metres in a layer read as degrees.
struct UnitMismatchCheck: LayerCheck {
  let rule = BoundaryRule(
    code: "crs.unit-mismatch",
    title: LocalizedText(english: "Degrees and metres confused", chinese: "度与米混淆"),
    statement: LocalizedText(
      english: "A reference system in metres was given for positions in degrees, or the other way "
        + "round.",
      chinese: "坐标为度却声明了以米为单位的坐标系，或相反。"),
    severity: .error)

  func inspect(_ layer: LayerView, into report: inout FindingCollector) {
    report.report(
      layer,
      message: {
        LocalizedText(
          english: "Read as \($0.used.text), but the positions are \($0.reading.title.english).",
          chinese: "按 \($0.used.text) 读取，但坐标值实为 \($0.reading.title.chinese)。")
      }
    ) {
      let isUsedGrid = GaussKrugerGrid(epsg: $0.used.epsg ?? 0) != nil
      switch $0.reading {
      case .degrees(isSwapped: false): return isUsedGrid
      case .grid(_, isSwapped: false), .gridOfUnknownZone(isSwapped: false): return !isUsedGrid
      default: return false
      }
    }
  }
}
