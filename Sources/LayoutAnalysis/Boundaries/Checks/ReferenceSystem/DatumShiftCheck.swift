import LandModel

/// Layers that lie beside a reference layer by one and the same displacement.
struct DatumShiftCheck: LayerCheck {
  let rule = BoundaryRule(
    code: "crs.datum-shift",
    title: LocalizedText(english: "Shifted against the reference", chinese: "相对参考图层整体偏移"),
    statement: LocalizedText(
      english:
        "Boundaries that fit a layer of known position only after a shift come from a web map "
        + "(GCJ-02, BD-09) or from another datum. Size and direction are told, nothing is corrected.",
      chinese: "整体平移后才与已知位置图层吻合的边界，来自网络地图（GCJ-02、BD-09）或其他基准；只报告大小与方向，不作更正。"),
    severity: .error,
    thresholds: [
      RuleThreshold(
        name: "shift", value: 1, unit: .metre,
        source: "own choice: above the noise of survey data, below the shifts between datums"),
      RuleThreshold(
        name: "residual", value: 50, unit: .metre,
        source: "own choice: under a tenth of the web maps' 630 m and more (domain facts §3.1)"),
      RuleThreshold(
        name: "matched-share", value: 0.3, unit: .ratio,
        source: "own choice: enough where a part of the borders is the reference’s, as of townships"
      ),
      RuleThreshold(
        name: "agreement", value: 60, unit: .metre,
        source: "own choice: GCJ-02 itself varies by 43 m and 5° about its mean within the city"),
    ])

  func inspect(_ layer: LayerView, into report: inout FindingCollector) {
    guard let reference = layer.reference, reference.layer.key != layer.layer.key,
      reference.layer.grid == layer.layer.grid
    else { return }
    let search = ShiftSearch(
      fitting: ShiftFitting(
        reference: reference, widestTolerance: report.limit("residual")),
      grid: layer.layer.grid, leastShare: report.limit("matched-share"),
      datumTolerance: report.limit("agreement"))
    let limit = report.limit("shift")
    guard let found = search.diagnosis(of: layer.layer, rows: layer.soundRows),
      found.displacement.size.value >= limit
    else { return }
    let shift = found.displacement
    let origin = XY(found.centre.x - shift.east.value, found.centre.y - shift.north.value)
    report.report(
      rows: [], other: (reference.layer.key, []), value: shift.size.value, limit: limit,
      unit: .metre, place: .line([origin, found.centre]),
      message: Self.message(found, reference: reference.layer.key))
  }

  private static func message(_ found: ShiftDiagnosis, reference: String) -> LocalizedText {
    let shift = found.displacement
    let (size, azimuth) = (
      NumberText.fixed(shift.size.value, 1), NumberText.fixed(shift.azimuth, 1)
    )
    let (east, north) = (
      NumberText.fixed(shift.east.value, 1), NumberText.fixed(shift.north.value, 1)
    )
    let share = NumberText.fixed(100 * found.fit.share, 0)
    let residual = NumberText.short(found.fit.residual)
    let known = Self.explanation(found)
    return LocalizedText(
      english: "The layer lies \(size) m beside layer \(reference), at grid azimuth \(azimuth)° "
        + "(east \(east) m, north \(north) m). Moved back, \(share) % of \(found.fit.count) boundary "
        + "points fit, with a median of \(residual) m. \(known.english)",
      chinese: "该图层相对图层“\(reference)”整体偏移 \(size) 米，坐标方位角 \(azimuth)°（东向 \(east) 米，北向 "
        + "\(north) 米）；移回后 \(found.fit.count) 个界线点中有 \(share)% 吻合，残差中位数 \(residual) 米。"
        + known.chinese)
  }

  private static func explanation(_ found: ShiftDiagnosis) -> LocalizedText {
    guard let datum = found.datum?.rawValue, let expected = found.expected else {
      return LocalizedText(
        english: "No web map displaces positions so here: another datum (such as Xi’an 1980 or "
          + "Beijing 1954) or local system is likely, and its parameters are for the authority to give.",
        chinese: "与网络地图偏移不符，可能来自其他基准（如西安 80、北京 54）或地方坐标系，转换参数须由主管部门提供。")
    }
    let size = NumberText.fixed(expected.size.value, 1)
    let azimuth = NumberText.fixed(expected.azimuth, 1)
    return LocalizedText(
      english:
        "\(datum) displaces positions here by \(size) m at \(azimuth)°: the data come from a "
        + "web map, and the survey original is to be asked for.",
      chinese: "\(datum) 在此处的偏移为 \(size) 米、\(azimuth)°，数据应来自网络地图，请索取测绘原始数据。")
  }
}
