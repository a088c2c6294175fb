import LandModel

extension BoundaryResult {
  /// The same findings with those marked that a waiver accepts, and a remark on each waiver that
  /// accepts none.
  ///
  /// Of several waivers that cover a finding the first one's reason is given. A waiver is not called
  /// unused where findings of its rule were counted and not kept: it may be meant for one of those.
  ///
  /// - Complexity: O(f + w) where waivers name features; those that name none are tried on each finding
  ///   of their rule.
  func applying(
    _ waivers: [FindingWaiver], on grid: GaussKrugerGrid, parameters: BoundaryParameters
  ) -> BoundaryResult {
    guard !waivers.isEmpty else { return self }
    let index = WaiverIndex(waivers)
    var isUsed = [Bool](repeating: false, count: waivers.count)
    var findings = findings
    for row in findings.indices {
      for number in index.candidates(for: findings[row])
      where waivers[number].covers(findings[row], on: grid) {
        isUsed[number] = true
        if findings[row].waiver == nil { findings[row].waiver = waivers[number].waiver }
      }
    }
    var omitted = omitted
    for row in omitted.indices {
      for number in index.all(of: omitted[row].rule) {
        let waiver = waivers[number]
        if waiver.covers(omitted[row]) { omitted[row].waiver = waiver.waiver }
        if waiver.layer == nil || waiver.layer == omitted[row].layer { isUsed[number] = true }
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

/// Which waivers may speak of a finding: a table of findings given back has one for each.
private struct WaiverIndex {
  private struct Key: Hashable {
    let rule: RuleCode
    let feature: FeatureID
  }

  private var byRule: [RuleCode: [Int]] = [:]
  private var withoutFeatures: [RuleCode: [Int]] = [:]
  private var byFeature: [Key: [Int]] = [:]

  init(_ waivers: [FindingWaiver]) {
    for (number, waiver) in waivers.enumerated() {
      byRule[waiver.rule, default: []].append(number)
      guard let features = waiver.features, !features.isEmpty else {
        withoutFeatures[waiver.rule, default: []].append(number)
        continue
      }
      for feature in Set(features) {
        byFeature[Key(rule: waiver.rule, feature: feature), default: []].append(number)
      }
    }
  }

  /// Numbers of the waivers of a rule, ascending.
  func all(of rule: RuleCode) -> [Int] { byRule[rule] ?? [] }

  /// Numbers of the waivers that name no feature, or the first of the finding's; ascending.
  func candidates(for finding: Finding) -> [Int] {
    let general = withoutFeatures[finding.rule] ?? []
    guard let first = finding.featureIDs.first else { return general }
    return (general + (byFeature[Key(rule: finding.rule, feature: first)] ?? [])).sorted()
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
