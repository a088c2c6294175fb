package import LandModel
import LayoutAnalysis
package import Scenarios

/// The counts over the records of a run or of a part of one, and the run's description: its last line.
///
/// Counts add up: the sum over the parts is that of the whole, to the last digit, because areas are
/// summed as they are printed, in hundredths of a square metre.
package struct RecordSummary: Sendable, Equatable {
  /// What was asked about each record.
  package enum Question: String, Sendable, CaseIterable {
    case check, validate

    /// Names of the counts, in the order written.
    var countNames: [String] {
      switch self {
      case .check:
        [
          "towns_checked", "invalid", "not_polygonal", "unreadable", "unnamed", "overlapping_pairs",
          "breaches", "breach_errors",
        ]
      case .validate: ["features_checked", "unreadable", "unnamed", "waived"]
      }
    }

    /// Names of the sums of areas, in the order written.
    var areaNames: [String] {
      self == .check ? ["overlap_m2", "planar_overlap_m2"] : []
    }
  }

  package let question: Question
  /// Records of the whole input, those of other shards among them.
  package var records = 0
  /// By the question's names.
  var counts: [Int]
  /// By the question's names, in hundredths of a square metre.
  var areas: [Int128]
  /// Findings of records, by rule code.
  var findingsByRule: [String: Int] = [:]
  /// Remarks that belong to no record, as JSON objects.
  var remarks: [[UInt8]] = []
  /// Of a check: what is wrong with the constraint layers, as JSON objects; the same for every part.
  var constraintFindings: [[UInt8]] = []
  package var isComplete = true
  package var shard: Shard?
  /// The run's description as JSON.
  package var run = "{}"

  package init(_ question: Question) {
    self.question = question
    counts = Array(repeating: 0, count: question.countNames.count)
    areas = Array(repeating: 0, count: question.areaNames.count)
  }

  /// A count by its name; zero for a name that the question does not have.
  package func count(_ name: String) -> Int {
    question.countNames.firstIndex(of: name).map { counts[$0] } ?? 0
  }

  /// Records answered: those of the shard.
  package var answered: Int { shard?.share(of: records) ?? records }

  /// Findings of records, of all rules.
  package var findingCount: Int { findingsByRule.values.reduce(0, +) }

  // MARK: Counting

  /// Counts an answer of `townlayout check`.
  package mutating func add(_ record: TownStream.Record) {
    switch record.state {
    case .checked: add(1, to: "towns_checked")
    case .invalid: add(1, to: "invalid")
    case .notPolygonal: add(1, to: "not_polygonal")
    case .unreadable: add(1, to: "unreadable")
    }
    if !record.isNamed { add(1, to: "unnamed") }
    add(record.overlappingPairs, to: "overlapping_pairs")
    for result in record.results {
      if result.isBreach { add(1, to: "breaches") }
      if result.severity == .error { add(1, to: "breach_errors") }
      guard result.rule.isAboutOverlap else { continue }
      areas[0] += Self.hundredths(result.ellipsoidalArea)
      areas[1] += Self.hundredths(result.planarArea)
    }
    add(record.findings)
  }

  /// Counts an answer of `townlayout validate`.
  package mutating func add(_ record: StreamValidation.Record) {
    add(1, to: record.id == nil ? "unreadable" : "features_checked")
    if !record.isNamed { add(1, to: "unnamed") }
    add(record.findings.count { $0.waiver != nil }, to: "waived")
    add(record.findings)
  }

  /// Takes over remarks that belong to no record.
  package mutating func add(remarks: [Finding], in language: Language) {
    for finding in remarks {
      var writer = JSONWriter()
      writer.object { $0.members(of: finding, in: language) }
      self.remarks.append(writer.bytes)
    }
  }

  /// Takes over what is wrong with the constraint layers, as `check --json` tells it.
  package mutating func add(
    constraintFindings findings: [Finding], on grid: GaussKrugerGrid, in language: Language
  ) {
    for finding in findings {
      var writer = JSONWriter()
      writer.object { $0.members(of: finding, on: grid, in: language) }
      constraintFindings.append(writer.bytes)
    }
  }

  private mutating func add(_ findings: [Finding]) {
    for finding in findings { findingsByRule[finding.rule.text, default: 0] += 1 }
  }

  private mutating func add(_ count: Int, to name: String) {
    guard let place = question.countNames.firstIndex(of: name) else { return }
    counts[place] += count
  }

  /// An area as it is printed, in hundredths of a square metre.
  private static func hundredths(_ area: SquareMetres) -> Int128 {
    Int128(exactly: (area.value * 100).rounded()) ?? 0
  }

  // MARK: Writing

  /// The summary's line.
  package var line: [UInt8] {
    var writer = JSONWriter()
    writer.object { object in
      object.object("summary") { summary in
        summary.member("records", records)
        for (name, count) in zip(question.countNames, counts) { summary.member(name, count) }
        for (name, area) in zip(question.areaNames, areas) {
          summary.key(name)
          summary.raw(Self.text(hundredths: area))
        }
        summary.object("findings_by_rule") { rules in
          for (rule, count) in allFindingsByRule { rules.member(rule, count) }
        }
        if question == .validate {
          summary.array("remarks") { list in
            for remark in remarks { list.raw(String(decoding: remark, as: UTF8.self)) }
          }
        }
        if question == .check {
          summary.array("constraint_findings") { list in
            for finding in constraintFindings {
              list.raw(String(decoding: finding, as: UTF8.self))
            }
          }
        }
        summary.member("complete", isComplete)
        summary.key("shard")
        if let shard {
          summary.object { entry in
            entry.member("number", shard.number)
            entry.member("of", shard.count)
          }
        } else {
          summary.null()
        }
        summary.key("run")
        summary.raw(run)
      }
    }
    writer.newline()
    return writer.bytes
  }

  /// The code of the rule that remarks are of.
  static let remarkRule = "waiver.unused"

  /// Findings of records and remarks, by rule code.
  private var allFindingsByRule: [(String, Int)] {
    var all = findingsByRule
    if !remarks.isEmpty { all[Self.remarkRule, default: 0] += remarks.count }
    return all.sorted { $0.key < $1.key }
  }

  /// Square metres with at most two decimals, without trailing zeros, as ``JSONWriter`` writes them.
  private static func text(hundredths: Int128) -> String {
    let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
    if rest == 0 { return "\(whole)" }
    return rest % 10 == 0 ? "\(whole).\(rest / 10)" : "\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}
