/// How grave a finding is, from a remark to a reason for rejection.
package enum Severity: String, Sendable, Codable, Comparable, CaseIterable {
  /// Worth knowing; nothing to mend.
  case note
  /// To be looked at; the feature takes part in what follows.
  case warning
  /// To be mended: a rule is broken.
  case error

  /// The severity in words.
  package var title: LocalizedText {
    switch self {
    case .note: LocalizedText(english: "note", chinese: "提示")
    case .warning: LocalizedText(english: "warning", chinese: "警告")
    case .error: LocalizedText(english: "error", chinese: "错误")
    }
  }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }

  package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
}
