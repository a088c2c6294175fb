package import LandModel

/// A rule as it is applied under some parameters: whether, how grave, with which limits, and why those.
package struct AppliedRule: Sendable, Hashable {
  /// Who set a limit.
  package enum Origin: Sendable, Hashable {
    /// The rule's own default.
    case rule
    /// The profile.
    case profile
    /// The user, in a plan, a settings file or an option.
    case user
  }

  /// A limit in use.
  package struct Limit: Sendable, Hashable {
    package let name: String
    package let value: Double
    package let unit: MeasureUnit
    /// The document or practice that the value is taken from; empty where the user set it.
    package let source: String
    package let origin: Origin
    /// Whether the value is one that limits nothing.
    package let isNoLimit: Bool
  }

  package let rule: BoundaryRule
  package let severity: Severity
  package let isEnabled: Bool
  /// One for each of the rule's thresholds, in that order.
  package let limits: [Limit]

  /// - Parameter parameters: the user's own changes go before the profile's, those before the rule's.
  package init(_ rule: BoundaryRule, parameters: BoundaryParameters) {
    let user = parameters.overrides[rule.code]
    let profile = parameters.profile?.change(of: rule.code)
    self.rule = rule
    severity = user?.severity ?? profile?.severity ?? rule.severity
    let isNamed = parameters.selection?.names(rule.code) == true
    let isWanted =
      user?.isEnabled ?? profile?.isEnabled ?? (rule.isEnabledByDefault || isNamed)
    isEnabled =
      rule.leavesFeatureOut || (isWanted && parameters.selection?.includes(rule.code) != false)
    limits = rule.thresholds.map { threshold in
      if let value = user?.thresholds[threshold.name] {
        return Limit(
          name: threshold.name, value: value, unit: threshold.unit, source: "", origin: .user,
          isNoLimit: threshold.isNoLimit(value))
      }
      if let own = profile?.thresholds.first(where: { $0.name == threshold.name }) {
        return Limit(
          name: threshold.name, value: own.value, unit: threshold.unit,
          source: profile?.source ?? "",
          origin: .profile, isNoLimit: threshold.isNoLimit(own.value))
      }
      return Limit(
        name: threshold.name, value: threshold.value, unit: threshold.unit,
        source: threshold.source, origin: .rule,
        isNoLimit: threshold.isNoLimit(threshold.value))
    }
  }
}

extension BoundaryParameters {
  /// Every rule as these parameters apply it, in the order of ``BoundaryRules/all``.
  package var appliedRules: [AppliedRule] {
    BoundaryRules.all.map { AppliedRule($0, parameters: self) }
  }
}
