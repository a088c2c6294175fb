package import LandModel

/// What a user changes about one rule; nil leaves the rule's own value.
package struct RuleOverride: Sendable, Hashable {
  package var isEnabled: Bool?
  package var severity: Severity?
  /// New values by threshold name, in the threshold's unit.
  package var thresholds: [String: Double]

  package init(
    isEnabled: Bool? = nil, severity: Severity? = nil, thresholds: [String: Double] = [:]
  ) {
    self.isEnabled = isEnabled
    self.severity = severity
    self.thresholds = thresholds
  }
}

/// How boundary validation judges: changes to rules, the working area, and how much it keeps.
package struct BoundaryParameters: Sendable, Hashable {
  /// Changes by rule code; codes and threshold names are those of ``BoundaryRules/all``.
  package var overrides: [RuleCode: RuleOverride]
  /// Longitudes and latitudes in degrees that positions must lie in; nil for the box of the
  /// administrative boundary and 0.1° round it, or the area of use of CGCS2000 where there is none.
  package var workingArea: BoundingBox?
  /// Findings of one rule in one layer that are kept in full; further ones are only counted.
  package var findingsKeptPerRule: Int

  package init(
    overrides: [RuleCode: RuleOverride] = [:], workingArea: BoundingBox? = nil,
    findingsKeptPerRule: Int = 10_000
  ) {
    self.overrides = overrides
    self.workingArea = workingArea
    self.findingsKeptPerRule = findingsKeptPerRule
  }
}
