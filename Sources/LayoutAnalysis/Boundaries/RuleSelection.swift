package import LandModel

/// A word that names neither a rule nor a group of rules.
package struct UnknownRule: Error, Equatable, Sendable {
  package let name: String
  /// The groups there are, in the order of the rules.
  package let groups: [String]
}

/// Which rules are asked for: groups such as `ogc`, or codes such as `layer.overlap`.
///
/// Rules that leave features out apply in any case and report what they find, because nothing is left
/// out silently; see ``BoundaryRule/leavesFeatureOut``.
package struct RuleSelection: Sendable, Hashable {
  /// Groups and codes as given.
  package let terms: [String]

  /// - Throws: ``UnknownRule`` for the first word that names nothing.
  package init(_ terms: [String]) throws(UnknownRule) {
    let groups = Self.groups
    for term in terms
    where !groups.contains(term) && BoundaryRules.rule(RuleCode(term)) == nil {
      throw UnknownRule(name: term, groups: groups)
    }
    self.terms = terms
  }

  private init(known terms: [String]) { self.terms = terms }

  /// All rules of validity.
  package static let validity = RuleSelection(known: [validityGroup])

  /// The rules whose breach leaves a feature out of a measurement, or makes what is measured doubtful:
  /// validity, position, ids and features given twice.
  ///
  /// Of the layers that a measurement takes, which declare no coverage, fields or totals, no other rule
  /// finds an error; warnings and notes are for validation to tell.
  package static let beforeMeasuring = RuleSelection(
    known: [
      validityGroup, "crs", "attribute.missing-id", "attribute.duplicate-id",
      "layer.duplicate-geometry",
    ])

  /// What distances depend on: validity and position.
  ///
  /// Points at one place are as good as points elsewhere.
  package static let measurable = RuleSelection(known: [validityGroup, "crs"])

  /// The group of validity, whose rules need no reference system.
  package static let validityGroup = "ogc"

  /// The groups that codes begin with, in the order of the rules.
  package static var groups: [String] {
    var groups: [String] = []
    for rule in BoundaryRules.all where !groups.contains(rule.code.group) {
      groups.append(rule.code.group)
    }
    return groups
  }

  /// Whether a rule is asked for, by its group or by its code.
  package func includes(_ rule: RuleCode) -> Bool {
    names(rule) || terms.contains(rule.group)
  }

  /// Whether a rule is asked for by its own code: even one that is off by default.
  func names(_ rule: RuleCode) -> Bool { terms.contains(rule.text) }

  /// Whether nothing but validity is asked for, so that coordinates are judged as stored.
  package var isValidityAlone: Bool {
    !terms.isEmpty && terms.allSatisfy { RuleCode($0).group == Self.validityGroup }
  }
}
