import LandModel

/// A rule as it is applied in one run: its severity and thresholds with the user's changes.
struct RuleSettings: Sendable {
  let rule: BoundaryRule
  let severity: Severity
  let isEnabled: Bool
  private let limits: [Double]

  init(_ rule: BoundaryRule, parameters: BoundaryParameters) {
    let applied = AppliedRule(rule, parameters: parameters)
    self.rule = rule
    severity = applied.severity
    isEnabled = applied.isEnabled
    limits = applied.limits.map(\.value)
  }

  /// The value of a threshold that the rule declares.
  func limit(_ name: String) -> Double {
    guard let index = rule.thresholds.firstIndex(where: { $0.name == name }) else {
      preconditionFailure("Rule \(rule.code.text) declares no threshold \(name).")
    }
    return limits[index]
  }
}
