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

  /// Pairs that meet, and pairs that only come near: most towns are near to something.
  enum Closeness: CaseIterable {
    case meets
    case near
  }

  /// By stage; rules from the gravest severity, then by code.
  private let rules: [RunStage: [RuleFindings]]
  private let listedConflicts: [RunStage: [Closeness: [ListedConflict]]]
  private let conflictCounts: [RunStage: [Closeness: Int]]

  init(_ run: RunResult) {
    var rules: [RunStage: [RuleFindings]] = [:]
    var conflicts: [RunStage: [Closeness: [ListedConflict]]] = [:]
    var counts: [RunStage: [Closeness: Int]] = [:]
    for stage in RunStage.allCases {
      rules[stage] = Self.rules(of: stage.validation(of: run).findings, at: stage)
      for closeness in Closeness.allCases {
        let listed = Self.conflicts(of: stage.check(of: run), at: stage, closeness)
        counts[stage, default: [:]][closeness] = listed.count
        conflicts[stage, default: [:]][closeness] = Array(listed.prefix(Self.conflictLimit))
      }
    }
    (self.rules, listedConflicts, conflictCounts) = (rules, conflicts, counts)
  }

  func rules(_ stage: RunStage) -> [RuleFindings] { rules[stage] ?? [] }

  func conflicts(_ stage: RunStage, _ closeness: Closeness) -> [ListedConflict] {
    listedConflicts[stage]?[closeness] ?? []
  }

  func conflictCount(_ stage: RunStage, _ closeness: Closeness) -> Int {
    conflictCounts[stage]?[closeness] ?? 0
  }

  /// Pairs by rank, then in the order of the check; near ones from the nearest.
  private static func conflicts(
    of check: RedLineResult, at stage: RunStage, _ closeness: Closeness
  ) -> [ListedConflict] {
    let results = check.results.filter {
      isListed($0) && (rank($0) == nearRank) == (closeness == .near)
    }
    let order = results.enumerated().map { offset, result in
      (rank(result), closeness == .near ? result.nearestDistance?.value ?? 0 : 0, offset)
    }
    let prefix = stage == .planned ? "p" : "s"
    return order.sorted(by: <).enumerated().map { number, place in
      ListedConflict(result: results[place.2], anchor: "c\(prefix)\(closeness)\(number)")
    }
  }

  private static func isListed(_ result: ConstraintResult) -> Bool {
    result.isBreach || (result.situation != .clear && result.rule != .inside)
  }

  private static let nearRank = 4

  /// Broken rules first, then from the graver situation to the lighter.
  private static func rank(_ result: ConstraintResult) -> Int {
    if result.isBreach { return 0 }
    return switch result.situation {
    case .encroaches: 1
    case .sliver: 2
    case .touches: 3
    case .near: nearRank
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
