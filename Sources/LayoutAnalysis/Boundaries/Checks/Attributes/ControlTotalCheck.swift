import LandModel

/// Sums over a layer, or over its groups, that differ from the total they are controlled by.
struct ControlTotalCheck: LayerCheck {
  let rule = BoundaryRule(
    code: "attribute.control-total",
    title: LocalizedText(english: "Sum differs from its control total", chinese: "汇总值与控制数不符"),
    statement: LocalizedText(
      english: "Numbers or ellipsoidal areas must add up to the total given for the layer, for a "
        + "group, or for an administrative unit; values that cannot be read are counted apart.",
      chinese: "数值或椭球面积之和应与图层、分组或行政单位的控制数一致；无法读取的值另行计数。"),
    severity: .error,
    thresholds: [
      RuleThreshold(
        name: "relative", value: 0.001, unit: .ratio,
        source: "0.1 %, as for a declared area (domain facts §4.2, K)")
    ])

  func inspect(_ layer: LayerView, into report: inout FindingCollector) {
    for control in layer.input.expectation.totals {
      guard let sums = GroupedSums(of: control, in: layer) else { continue }
      switch control.totals {
      case .layer(let total):
        compare(
          sums.whole, with: total, of: control, sums, called: nil, into: &report)
      case .groups(let groups):
        for group in groups {
          compare(
            sums[group.key], with: group.total, of: control, sums, called: group.key,
            into: &report)
        }
        reportStrangers(in: sums, besides: Set(groups.map(\.key)), control, into: &report)
      case .administrative(let field):
        compareUnits(of: layer, field: field, control, sums, into: &report)
      }
    }
  }

  /// Compares the sum of each administrative unit with the number that the unit carries.
  private func compareUnits(
    of layer: LayerView, field: String, _ control: ControlTotal, _ sums: GroupedSums,
    into report: inout FindingCollector
  ) {
    guard let units = layer.context.administrative?.layer,
      let codes = layer.context.administrative?.codeField.flatMap({ units.attributes[$0] }),
      let totals = units.attributes[field]
    else { return }
    var known: Set<String> = []
    for row in 0..<units.count {
      guard let code = DeclaredField.value(in: codes, row), known.insert(code).inserted,
        let total = DeclaredField.value(in: totals, row).flatMap(FieldReading.number)
      else { continue }
      compare(
        sums[code], with: total, of: control, sums, called: code,
        unit: (units.key, units.ids[row], units.geometry.geometry(ofRow: row)), into: &report)
    }
    reportStrangers(in: sums, besides: known, control, into: &report)
  }

  private func compare(
    _ sum: GroupedSums.Sum, with total: Double, of control: ControlTotal, _ sums: GroupedSums,
    called group: String?, unit: (layer: String, id: FeatureID, place: Geometry)? = nil,
    into report: inout FindingCollector
  ) {
    let limit = max(report.limit("relative") * abs(total), control.tolerance)
    let difference = abs(sum.value - total)
    guard difference > limit else { return }
    let area = control.areaUnit
    let scale = area.map { $0.area(1).value } ?? 1
    let (of, ofChinese) = group.map { (" of “\($0)”", "“\($0)”的") } ?? (" of the layer", "全图层")
    let (unitName, unitChinese) = (
      area.map { " \($0.title.english)" } ?? "", area.map(\.title.chinese) ?? ""
    )
    let (found, wanted) = (Self.text(sum.value), Self.text(total))
    report.report(
      rows: [], other: unit.map { ($0.layer, [$0.id]) }, value: difference * scale,
      limit: limit * scale, unit: area == nil ? .none : .squareMetre, place: unit?.place ?? .null,
      message: LocalizedText(
        english: "\(sums.title.english)\(of) add up to \(found)\(unitName) over \(sum.count) "
          + "features, the control total is \(wanted)\(unitName)."
          + (sum.unreadable > 0 ? " \(sum.unreadable) more could not be counted in." : ""),
        chinese: "\(ofChinese)\(sums.title.chinese)共 \(sum.count) 个要素，合计 \(found) \(unitChinese)，"
          + "控制数为 \(wanted) \(unitChinese)。"
          + (sum.unreadable > 0 ? "另有 \(sum.unreadable) 个要素无法计入。" : "")))
  }

  /// Reports the groups that no total is given for.
  private func reportStrangers(
    in sums: GroupedSums, besides known: Set<String>, _ control: ControlTotal,
    into report: inout FindingCollector
  ) {
    for key in sums.keys where !known.contains(key) {
      let found = Self.text(sums[key].value)
      report.report(
        rows: [], place: .null,
        message: LocalizedText(
          english: key.isEmpty
            ? sums[key].count.counted("feature belongs", "features belong")
              + " to no group, with a sum of \(found)."
            : "No control total is given for “\(key)”, which adds up to \(found).",
          chinese: key.isEmpty
            ? "\(sums[key].count) 个要素不属于任何分组，合计 \(found)。"
            : "“\(key)”没有控制数，其合计为 \(found)。"))
    }
  }

  private static func text(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15
      ? "\(Int64(number))" : NumberText.fixed(number, 4)
  }
}
