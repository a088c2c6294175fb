import LandModel
import LayoutAnalysis
import Scenarios

/// What the report lists one by one and shows on its map; the files hold all of it.
struct ReportLists {
  /// A finding that is listed, by its place in the list.
  struct ListedFinding {
    let stage: RunStage
    let finding: Finding
    /// How the map and the table call it.
    let anchor: String
  }

  /// A town and a constraint that meet or come near.
  struct ListedConflict {
    let result: ConstraintResult
    let anchor: String
  }

  /// Findings of one rule, the first ones only, and how many there are.
  struct RuleFindings {
    let rule: RuleCode
    let severity: Severity
    let count: Int
    let listed: [ListedFinding]
  }

  /// Rows that a table shows of one rule or one stage.
  static let limit = 100
  static let conflictLimit = 300

  /// By stage; rules from the gravest severity, then by code.
  private let rules: [RunStage: [RuleFindings]]
  private let listedConflicts: [RunStage: [ListedConflict]]
  private let conflictCounts: [RunStage: Int]

  init(_ run: RunResult) {
    var rules: [RunStage: [RuleFindings]] = [:]
    var conflicts: [RunStage: [ListedConflict]] = [:]
    var counts: [RunStage: Int] = [:]
    for stage in RunStage.allCases {
      rules[stage] = Self.rules(of: stage.validation(of: run).findings, at: stage)
      let results = stage.check(of: run).results.filter(Self.isListed)
      let sorted = results.enumerated().sorted {
        (Self.rank($0.element), $0.offset) < (Self.rank($1.element), $1.offset)
      }
      counts[stage] = sorted.count
      conflicts[stage] = sorted.prefix(Self.conflictLimit).enumerated().map { number, entry in
        ListedConflict(result: entry.element, anchor: "c\(stage == .planned ? "p" : "s")\(number)")
      }
    }
    (self.rules, listedConflicts, conflictCounts) = (rules, conflicts, counts)
  }

  func rules(_ stage: RunStage) -> [RuleFindings] { rules[stage] ?? [] }
  func conflicts(_ stage: RunStage) -> [ListedConflict] { listedConflicts[stage] ?? [] }
  func conflictCount(_ stage: RunStage) -> Int { conflictCounts[stage] ?? 0 }

  private static func isListed(_ result: ConstraintResult) -> Bool {
    result.isBreach || (result.situation != .clear && result.rule != .inside)
  }

  /// Broken rules first, then from the graver situation to the lighter.
  private static func rank(_ result: ConstraintResult) -> Int {
    if result.isBreach { return 0 }
    return switch result.situation {
    case .encroaches: 1
    case .sliver: 2
    case .touches: 3
    case .near: 4
    case .clear: 5
    }
  }

  private static func rules(of findings: [Finding], at stage: RunStage) -> [RuleFindings] {
    let groups = Dictionary(grouping: findings.indices) { findings[$0].rule }
    return groups.map { rule, rows in
      RuleFindings(
        rule: rule, severity: rows.map { findings[$0].severity }.max() ?? .note, count: rows.count,
        listed: rows.prefix(limit).map { row in
          ListedFinding(
            stage: stage, finding: findings[row],
            anchor: "f\(stage == .planned ? "p" : "s")\(row)")
        })
    }
    .sorted { ($1.severity, $0.rule) < ($0.severity, $1.rule) }
  }
}
