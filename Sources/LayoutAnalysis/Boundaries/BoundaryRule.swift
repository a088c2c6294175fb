package import LandModel

/// A number that a rule compares with: its name, unit, default and where the default comes from.
package struct RuleThreshold: Sendable, Hashable {
  /// Stable name in the plan file, such as `angle`.
  package let name: String
  package let value: Double
  package let unit: MeasureUnit
  /// The document or practice that the default is taken from.
  package let source: String
  /// Whether the default, and whatever is beyond it, means that there is no limit.
  package let isOpen: Bool

  package init(
    name: String, value: Double, unit: MeasureUnit, source: String, isOpen: Bool = false
  ) {
    self.name = name
    self.value = value
    self.unit = unit
    self.source = source
    self.isOpen = isOpen
  }

  /// Whether a value of this threshold means that there is no limit.
  func isNoLimit(_ value: Double) -> Bool { isOpen && value >= self.value }
}

/// What a validation rule is: everything about it but the code that looks.
package struct BoundaryRule: Sendable, Hashable {
  /// Stable code, `group.name`.
  package let code: RuleCode
  package let title: LocalizedText
  /// One sentence: what is looked for, and why it matters.
  package let statement: LocalizedText
  /// Severity unless the parameters say otherwise.
  package let severity: Severity
  package let thresholds: [RuleThreshold]
  /// Whether a feature that breaks the rule is left out of the checked layer.
  ///
  /// Such a rule can be given another severity but not be switched off: nothing is left out silently.
  package let leavesFeatureOut: Bool
  /// What repair does about a breach when asked to; nil where only a person can decide.
  package let repair: LocalizedText?
  /// Whether the rule applies unless the parameters say otherwise.
  package let isEnabledByDefault: Bool

  package init(
    code: RuleCode, title: LocalizedText, statement: LocalizedText, severity: Severity,
    thresholds: [RuleThreshold] = [], leavesFeatureOut: Bool = false,
    repair: LocalizedText? = nil, isEnabledByDefault: Bool = true
  ) {
    self.code = code
    self.title = title
    self.statement = statement
    self.severity = severity
    self.thresholds = thresholds
    self.leavesFeatureOut = leavesFeatureOut
    self.repair = repair
    self.isEnabledByDefault = isEnabledByDefault
  }
}
