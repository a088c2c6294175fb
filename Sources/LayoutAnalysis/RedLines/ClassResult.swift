package import LandModel

/// One town against the features of one class of a constraint layer, taken alone.
///
/// Classes of one layer may cover the same land, so their areas need not sum to the layer's: pieces do.
package struct ClassResult: Sendable, Hashable {
  /// Stable name: a class of ``SetbackTable`` or a ``RedLineZone``.
  package let code: String
  package let title: LocalizedText
  /// What the class keeps towns away from; nil where the rule knows no distance.
  package let distance: Metres?
  /// Of the distance, what was assumed between a centreline and the edge of the land.
  package let halfWidth: Metres
  package let confidence: SourceConfidence
  /// Where the number comes from; empty where the user set it.
  package let source: String
  package let situation: Situation
  package let isBreach: Bool
  package let planarArea: SquareMetres
  package let ellipsoidalArea: SquareMetres
  package let width: Metres?
  package let nearestDistance: Metres?
}

/// What is concluded about a town and a layer, as approval texts code it (domain facts §2.1).
package enum Conclusion: String, Sendable, Codable, CaseIterable {
  /// No land in common, or digitising noise of the width and area that are told with it.
  case notInvolved = "not-involved"
  /// Land outside the core is taken by an activity of an allowed class: the province's opinion is needed.
  case limitedActivity = "limited-activity"
  /// Land is taken, and the limit is kept.
  case withinLimit = "within-limit"
  case forbidden
  case tooNear = "too-near"
  case outside
  /// No breach was found, but features that the town may lie on were invalid and not measured.
  case undetermined

  /// The conclusion in words (domain facts §2.1).
  package var title: LocalizedText {
    switch self {
    case .notInvolved: LocalizedText(english: "not involved", chinese: "不涉及")
    case .limitedActivity:
      LocalizedText(
        english: "limited human activity, needs the province's opinion",
        chinese: "涉及有限人为活动，须取得省级认定意见")
    case .withinLimit: LocalizedText(english: "within the limit", chinese: "未超限值")
    case .forbidden: LocalizedText(english: "forbidden", chinese: "不允许占用")
    case .tooNear: LocalizedText(english: "too near", chinese: "退让不足")
    case .outside: LocalizedText(english: "outside", chinese: "超出范围")
    case .undetermined:
      LocalizedText(
        english: "undetermined: features were left out", chinese: "未能判定：有要素未参与检查")
    }
  }
}

extension ConstraintResult {
  /// What is concluded from the rule and the situation.
  package var conclusion: Conclusion {
    guard isBreach else {
      guard unmeasuredIDs.isEmpty else { return .undetermined }
      guard situation == .encroaches else { return .notInvolved }
      if case .conditional = rule { return .limitedActivity }
      return .withinLimit
    }
    return switch rule {
    case .forbid, .limit, .conditional: .forbidden
    case .buffer, .setback: .tooNear
    case .inside: .outside
    }
  }

  /// How grave the breach is; nil where the rule is kept.
  ///
  /// Of a setback by class as grave as its gravest class: a number that no official text confirms warns.
  package var severity: Severity? {
    guard isBreach else { return nil }
    guard case .setback = rule else { return .error }
    return classes.lazy.filter(\.isBreach).map(\.confidence.severity).max() ?? .error
  }
}
