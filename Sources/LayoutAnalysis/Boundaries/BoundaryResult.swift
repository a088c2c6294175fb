package import LandModel

/// Findings that were counted but not kept, because a rule broke too often in a layer.
package struct OmittedFindings: Sendable, Hashable, Codable {
  package let layer: String
  package let rule: RuleCode
  package let severity: Severity
  package let count: Int
  /// Set where all findings of the rule are accepted.
  package var waiver: Waiver?

  package init(
    layer: String, rule: RuleCode, severity: Severity, count: Int, waiver: Waiver? = nil
  ) {
    self.layer = layer
    self.rule = rule
    self.severity = severity
    self.count = count
    self.waiver = waiver
  }
}

/// What boundary validation found in the layers it was given.
package struct BoundaryResult: Sendable, Equatable {
  /// Features looked at, over all layers.
  package let featuresChecked: Int
  /// The findings kept, sorted by layer, rule, first feature in layer order, then place.
  package let findings: [Finding]
  /// By layer in the order given, then by rule; only rules with more findings than were kept.
  package let omitted: [OmittedFindings]

  package init(featuresChecked: Int, findings: [Finding], omitted: [OmittedFindings] = []) {
    self.featuresChecked = featuresChecked
    self.findings = findings
    self.omitted = omitted
  }

  /// All findings, omitted ones included.
  package var findingCount: Int { findings.count + omitted.reduce(0) { $0 + $1.count } }

  /// Findings kept that a waiver accepts.
  package var waivedCount: Int { findings.count { $0.waiver != nil } }

  /// Findings of a severity that nobody accepted, omitted ones included.
  package func standingCount(_ severity: Severity) -> Int {
    findings.count { $0.severity == severity && $0.waiver == nil }
      + omitted.filter { $0.severity == severity && $0.waiver == nil }.reduce(0) { $0 + $1.count }
  }

  /// Whether a finding that nobody accepted is this grave or graver, omitted ones included.
  package func stands(atLeast severity: Severity) -> Bool {
    findings.contains { $0.waiver == nil && $0.severity >= severity }
      || omitted.contains { $0.waiver == nil && $0.severity >= severity }
  }

  /// How many findings each rule has, omitted ones included, by rule code in ascending order.
  package var findingsByRule: [(rule: RuleCode, count: Int)] {
    var counts: [RuleCode: Int] = [:]
    for finding in findings { counts[finding.rule, default: 0] += 1 }
    for omission in omitted { counts[omission.rule, default: 0] += omission.count }
    return counts.map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 }
  }
}
