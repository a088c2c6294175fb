import LandModel

extension BoundaryResult {
  /// The same findings with those marked that a waiver accepts, and a remark on each waiver that
  /// accepts none.
  ///
  /// Of several waivers that cover a finding the first one's reason is given. A waiver is not called
  /// unused where findings of its rule were counted and not kept: it may be meant for one of those.
  ///
  /// - Complexity: O(f · w) in findings of a rule and waivers of that rule.
  func applying(
    _ waivers: [FindingWaiver], on grid: GaussKrugerGrid, parameters: BoundaryParameters
  ) -> BoundaryResult {
    guard !waivers.isEmpty else { return self }
    let byRule = Dictionary(grouping: waivers.indices) { waivers[$0].rule }
    var isUsed = [Bool](repeating: false, count: waivers.count)
    var findings = findings
    for index in findings.indices {
      for number in byRule[findings[index].rule] ?? []
      where waivers[number].covers(findings[index], on: grid) {
        isUsed[number] = true
        if findings[index].waiver == nil { findings[index].waiver = waivers[number].waiver }
      }
    }
    var omitted = omitted
    for index in omitted.indices {
      for number in byRule[omitted[index].rule] ?? [] {
        let waiver = waivers[number]
        if waiver.covers(omitted[index]) { omitted[index].waiver = waiver.waiver }
        if waiver.layer == nil || waiver.layer == omitted[index].layer { isUsed[number] = true }
      }
    }
    let settings = RuleSettings(UnusedWaiver.rule, parameters: parameters)
    if settings.isEnabled {
      findings += waivers.indices.filter { !isUsed[$0] }.map {
        UnusedWaiver.finding(of: waivers[$0], severity: settings.severity)
      }
    }
    return BoundaryResult(featuresChecked: featuresChecked, findings: findings, omitted: omitted)
  }
}

/// A waiver that accepts nothing: mistyped, or what it accepted was mended.
enum UnusedWaiver {
  static let rule = BoundaryRule(
    code: "waiver.unused", title: LocalizedText(english: "Unused waiver", chinese: "豁免未用"),
    statement: LocalizedText(
      english: "A waiver that matches no finding is mistyped, or what it accepted has been mended.",
      chinese: "未对应任何问题的豁免，或有笔误，或问题已整改，应予删除。"),
    severity: .note)

  static func finding(of waiver: FindingWaiver, severity: Severity) -> Finding {
    let features = waiver.features?.map(\.text).joined(separator: ", ") ?? "*"
    let layer = waiver.layer ?? "*"
    return Finding(
      rule: rule.code, severity: severity, layer: layer, featureIDs: [],
      message: LocalizedText(
        english: "The waiver at \(waiver.origin) for \(waiver.rule.text), layer \(layer), "
          + "features \(features) matches no finding",
        chinese: "\(waiver.origin) 处的豁免（规则 \(waiver.rule.text)，图层 \(layer)，要素 \(features)）"
          + "未对应任何问题"))
  }
}
