import LandModel

/// Rings that run the other way than they should.
struct WindingCheck: FeatureCheck {
  let rule = BoundaryRule(
    code: "geometry.winding",
    title: LocalizedText(english: "Winding", chinese: "环方向"),
    statement: LocalizedText(
      english: "A hole runs the other way than its shell in every format; programs that go by "
        + "winding alone take it for a part otherwise. Which way shells run depends on the format, "
        + "and is looked at only where asked for. Not asked of rings without area.",
      chinese: "任何格式中洞的方向都应与外环相反，否则仅凭方向判断的软件会把洞当作部件；外环方向因格式而异，仅在要求时检查。面积为零的环不检查。"),
    severity: .note,
    thresholds: [
      RuleThreshold(
        name: "shells", value: 0, unit: .count,
        source: "0 either way; 1 anticlockwise (RFC 7946, 3.1.6); 2 clockwise (Esri shapefile "
          + "specification 1998, polygon)")
    ],
    repair: RepairText.winding)

  func inspect(_ feature: FeatureView, into report: inout FindingCollector) {
    guard feature.isMeasurablePolygon, !report.leavesOut(feature.row) else { return }
    let wanted = report.limit("shells")
    guard wanted != 0 || feature.shape.holeCount > 0 else { return }
    let column = feature.column
    for part in column.parts(ofRow: feature.row) {
      let rings = column.rings(ofPart: part)
      guard let shell = rings.first else { continue }
      let shellArea = feature.shape.ring(shell).signedArea
      let shellIsWrong = wanted == 0 ? false : (shellArea > 0) != (wanted == 1)
      if shellIsWrong, shellArea != 0 {
        report.report(
          rows: [feature.row], element: feature.element(ofRing: shell),
          place: feature.outline(ofRing: shell), message: Self.shellMessage(shellArea > 0))
      }
      for ring in rings.dropFirst() {
        let area = feature.shape.ring(ring).signedArea
        // Where shells have a stated way, a hole is judged by it and not by its own shell.
        let isWrong = ((area > 0) == (shellArea > 0)) != shellIsWrong
        guard area != 0, shellArea != 0, isWrong else { continue }
        report.report(
          rows: [feature.row], element: feature.element(ofRing: ring),
          place: feature.outline(ofRing: ring), message: Self.holeMessage(area > 0))
      }
    }
  }

  private static func shellMessage(_ isAnticlockwise: Bool) -> LocalizedText {
    isAnticlockwise
      ? LocalizedText(
        english: "The shell runs anticlockwise; it should run clockwise.",
        chinese: "外环为逆时针方向，应为顺时针。")
      : LocalizedText(
        english: "The shell runs clockwise; it should run anticlockwise.",
        chinese: "外环为顺时针方向，应为逆时针。")
  }

  private static func holeMessage(_ isAnticlockwise: Bool) -> LocalizedText {
    isAnticlockwise
      ? LocalizedText(
        english: "The hole runs anticlockwise; it should run clockwise, against its shell.",
        chinese: "洞为逆时针方向，应与外环相反，为顺时针。")
      : LocalizedText(
        english: "The hole runs clockwise; it should run anticlockwise, against its shell.",
        chinese: "洞为顺时针方向，应与外环相反，为逆时针。")
  }
}
