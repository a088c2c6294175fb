package import LandModel

/// A set of choices about rules for one kind of delivery: which ones apply, how grave they are, and
/// their limits with the source of each.
package struct RuleProfile: Sendable, Hashable {
  /// What a profile says about one rule; nil leaves the rule's own value.
  package struct Change: Sendable, Hashable {
    package let rule: RuleCode
    package let isEnabled: Bool?
    package let severity: Severity?
    /// Limits in the rule's unit.
    package let thresholds: [Threshold]
    /// Where the choice and its limits come from: a document, or our own reason.
    package let source: String

    init(
      _ rule: RuleCode, isEnabled: Bool? = nil, severity: Severity? = nil, _ source: String,
      _ thresholds: [Threshold] = []
    ) {
      self.rule = rule
      self.isEnabled = isEnabled
      self.severity = severity
      self.source = source
      self.thresholds = thresholds
    }
  }

  /// A limit that a profile sets.
  package struct Threshold: Sendable, Hashable {
    package let name: String
    package let value: Double

    init(_ name: String, _ value: Double) {
      self.name = name
      self.value = value
    }
  }

  /// Stable name on the command line and in a plan.
  package let key: String
  package let title: LocalizedText
  /// What kind of delivery it is for.
  package let statement: LocalizedText
  /// One for each rule at most, in the order of ``BoundaryRules/all``.
  package let changes: [Change]

  init(key: String, title: LocalizedText, statement: LocalizedText, changes: [Change]) {
    self.key = key
    self.title = title
    self.statement = statement
    let order = Dictionary(
      BoundaryRules.all.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    self.changes = changes.sorted { (order[$0.rule] ?? .max) < (order[$1.rule] ?? .max) }
  }

  /// What the profile says about a rule; nil where it says nothing.
  package func change(of rule: RuleCode) -> Change? { changes.first { $0.rule == rule } }

  /// The profile of a key.
  package static func named(_ key: String) -> RuleProfile? { all.first { $0.key == key } }

  package static let keys = all.map(\.key)

  /// The profiles as Markdown for the documentation: a heading and a table for each.
  package static func markdown(in language: Language) -> String {
    let isChinese = language == .chinese
    let head =
      isChinese
      ? "| 规则 | 名称 | 级别 | 阈值 | 依据 |" : "| rule | name | severity | limits | source |"
    return all.map { profile in
      let lines = profile.changes.map { change in
        let rule = BoundaryRules.rule(change.rule)
        let severity =
          change.isEnabled == false
          ? (isChinese ? "不检查" : "off") : (change.severity ?? rule?.severity)?.rawValue ?? ""
        let limits = change.thresholds.map { threshold in
          let unit = rule?.thresholds.first { $0.name == threshold.name }?.unit.rawValue ?? ""
          return "\(threshold.name) \(threshold.value) \(unit)"
        }
        let cells = [
          "`\(change.rule.text)`", rule?.title.text(in: language) ?? "", severity,
          limits.joined(separator: "; "), change.source,
        ]
        return "| \(cells.joined(separator: " | ")) |"
      }
      return "### \(profile.title.text(in: language)) (`\(profile.key)`)\n\n"
        + profile.statement.text(in: language) + "\n\n"
        + ([head, "|---|---|---|---|---|"] + lines).joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }
}
