import LandModel

/// A rule as it is applied in one run: its severity and thresholds with the user's changes.
///
/// A class, because one is named for each rule and feature.
final class RuleSettings: Sendable {
  let rule: BoundaryRule
  let severity: Severity
  let isEnabled: Bool
  /// Whether a feature that breaks the rule is left out, in this run.
  let leavesFeatureOut: Bool
  /// Place of the rule in ``BoundaryRules/all``; one past the end for a rule that is not there.
  let place: Int
  private let limits: [Double]

  init(_ rule: BoundaryRule, parameters: BoundaryParameters) {
    let applied = AppliedRule(rule, parameters: parameters)
    self.rule = rule
    severity = applied.severity
    isEnabled = applied.isEnabled
    leavesFeatureOut = rule.leavesFeatureOut
    place = BoundaryRules.place(of: rule.code)
    limits = applied.limits.map(\.value)
  }

  /// A rule of validity where it stands alone, on coordinates as stored.
  ///
  /// - Parameter isNoteOnly: whether a breach is worth telling, but no invalidity.
  init(_ rule: BoundaryRule, of selection: RuleSelection, isNoteOnly: Bool) {
    self.rule = rule
    severity = isNoteOnly ? .note : rule.severity
    isEnabled = selection.includes(rule.code)
    leavesFeatureOut = rule.leavesFeatureOut && !isNoteOnly
    place = BoundaryRules.place(of: rule.code)
    limits = rule.thresholds.map(\.value)
  }

  /// The value of a threshold that the rule declares.
  func limit(_ name: String) -> Double {
    guard let index = rule.thresholds.firstIndex(where: { $0.name == name }) else {
      preconditionFailure("Rule \(rule.code.text) declares no threshold \(name).")
    }
    return limits[index]
  }
}
