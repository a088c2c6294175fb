package import LandModel

/// How often a rule is broken in a layer.
package struct RuleCount: Sendable, Hashable {
  package let layer: String
  package let rule: RuleCode
  /// The gravest of its findings.
  package let severity: Severity
  /// All findings, those included that are accepted or were not kept.
  package let found: Int
  /// Of these, accepted.
  package let waived: Int
  /// Of these, counted and not kept.
  package let omitted: Int
}

extension BoundaryResult {
  /// Counts by layer in the order of the findings, then by rule in ascending order.
  package var counts: [RuleCount] {
    struct Key: Hashable {
      let layer: String
      let rule: RuleCode
    }
    var layers: [String] = []
    var tallies: [Key: RuleCount] = [:]
    func add(
      _ layer: String, _ rule: RuleCode, _ severity: Severity, found: Int, isWaived: Bool,
      omitted: Int
    ) {
      if !layers.contains(layer) { layers.append(layer) }
      let key = Key(layer: layer, rule: rule)
      let old = tallies[key]
      tallies[key] = RuleCount(
        layer: layer, rule: rule, severity: max(old?.severity ?? severity, severity),
        found: (old?.found ?? 0) + found, waived: (old?.waived ?? 0) + (isWaived ? found : 0),
        omitted: (old?.omitted ?? 0) + omitted)
    }
    for finding in findings {
      add(
        finding.layer, finding.rule, finding.severity, found: 1,
        isWaived: finding.waiver != nil, omitted: 0)
    }
    for omission in omitted {
      add(
        omission.layer, omission.rule, omission.severity, found: omission.count,
        isWaived: omission.waiver != nil, omitted: omission.count)
    }
    return layers.flatMap { layer in
      tallies.values.filter { $0.layer == layer }.sorted { $0.rule < $1.rule }
    }
  }
}
