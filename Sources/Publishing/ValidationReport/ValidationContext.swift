import LandModel
import LayoutAnalysis
import Scenarios

/// What every section of a validation's report needs: the run, the language, the findings by rule.
struct ValidationContext: ReportWords {
  /// A finding by its place in the result, and how map and tables call it.
  struct Listed {
    let finding: Finding
    let anchor: String
  }

  /// What stands of one rule, over all layers.
  struct RuleFindings {
    let applied: AppliedRule
    let severity: Severity
    /// All that stand, those included that are not listed.
    let count: Int
    let listed: [Listed]
  }

  let run: ValidationRun
  let language: Language
  /// From the gravest severity, then by code.
  let rules: [RuleFindings]
  let waived: [Listed]
  let pictures: FindingPictures

  /// Rows that a table shows of one rule.
  static let rowLimit = 200
  /// Pictures of one rule.
  static let pictureLimit = 12

  init(run: ValidationRun, language: Language) {
    self.run = run
    self.language = language
    let all = run.result.findings.enumerated().map {
      Listed(finding: $1, anchor: "f\($0)")
    }
    waived = Array(all.filter { $0.finding.waiver != nil }.prefix(Self.rowLimit))
    let applied = Dictionary(
      run.parameters.appliedRules.map { ($0.rule.code, $0) },
      uniquingKeysWith: { first, _ in first })
    let standing = Dictionary(
      grouping: all.filter { $0.finding.waiver == nil }, by: \.finding.rule)
    rules = standing.compactMap { code, listed -> RuleFindings? in
      guard let rule = applied[code] else { return nil }
      let omitted = run.result.omitted.filter { $0.rule == code && $0.waiver == nil }
      return RuleFindings(
        applied: rule, severity: listed.map(\.finding.severity).max() ?? .note,
        count: listed.count + omitted.reduce(0) { $0 + $1.count },
        listed: Array(listed.prefix(Self.rowLimit)))
    }.sorted { ($1.severity, $0.applied.rule.code) < ($0.severity, $1.applied.rule.code) }
    pictures = FindingPictures(run, language: language)
  }

  /// Findings that stand, by severity, those included that were counted only.
  func count(_ severity: Severity) -> Int { run.result.standingCount(severity) }

  /// The layers' names.
  var title: String {
    let names = run.layers.prefix(3).map { say($0.title) }
    let more = run.layers.count > 3 ? " +\(run.layers.count - 3)" : ""
    return names.joined(separator: language == .chinese ? "、" : ", ") + more
  }

  func layerTitle(_ key: String) -> String {
    run.layers.first { $0.key == key }.map { say($0.title) } ?? key
  }
}
