package import LandModel

/// What boundary validation found in the layers it was given.
package struct BoundaryResult: Sendable, Equatable {
  /// Features looked at, over all layers.
  package let featuresChecked: Int
  /// All findings, sorted by layer, rule, first feature in layer order, then place.
  package let findings: [Finding]

  package init(featuresChecked: Int, findings: [Finding]) {
    self.featuresChecked = featuresChecked
    self.findings = findings
  }

  /// How many findings each rule has, by rule code in ascending order.
  package var findingsByRule: [(rule: RuleCode, count: Int)] {
    Dictionary(grouping: findings, by: \.rule).map { ($0.key, $0.value.count) }
      .sorted { $0.0 < $1.0 }
  }
}
