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
  /// Choices for a kind of delivery; nil for the rules as they are.
  package var profile: RuleProfile?
  /// Changes by rule code, which go before the profile's; codes and threshold names are those of
  /// ``BoundaryRules/all``.
  package var overrides: [RuleCode: RuleOverride]
  /// The rules asked for; nil for all that are on.
  package var selection: RuleSelection?
  /// Longitudes and latitudes in degrees that positions must lie in; nil for the box of the
  /// administrative boundary and 0.1° round it, or the area of use of CGCS2000 where there is none.
  package var workingArea: BoundingBox?
  /// Findings of one rule in one layer that are kept in full; further ones are only counted.
  package var findingsKeptPerRule: Int
  /// Findings that are accepted as they are, in the order of their file.
  package var waivers: [FindingWaiver]

  package init(
    profile: RuleProfile? = nil, overrides: [RuleCode: RuleOverride] = [:],
    selection: RuleSelection? = nil, workingArea: BoundingBox? = nil,
    findingsKeptPerRule: Int = 10_000, waivers: [FindingWaiver] = []
  ) {
    self.profile = profile
    self.waivers = waivers
    self.overrides = overrides
    self.selection = selection
    self.workingArea = workingArea
    self.findingsKeptPerRule = findingsKeptPerRule
  }
}
