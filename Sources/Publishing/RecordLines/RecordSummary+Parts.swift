import Scenarios

/// Reading summaries back, and adding them up.
extension RecordSummary {
  /// How a summary's line begins.
  static let opening = #"{"summary":"#

  /// Reads the line of a summary, without its line break; nil where it is none, or damaged.
  init?(line: [UInt8]) {
    guard let outer = RawJSON.members(of: line), outer.count == 1, outer[0].name == "summary",
      let members = RawJSON.members(of: outer[0].value)
    else { return nil }
    let values = Dictionary(members.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
    guard let run = values["run"], let described = RawJSON.members(of: run),
      let command = described.first(where: { $0.name == "command" })?.value,
      let question = Question.allCases.first(where: { Array("\"\($0.rawValue)\"".utf8) == command })
    else { return nil }
    self.init(question)
    self.run = String(decoding: run, as: UTF8.self)
    guard let records = Self.integer(values["records"]),
      let complete = values["complete"], let shard = values["shard"],
      let rules = values["findings_by_rule"].flatMap(RawJSON.members)
    else { return nil }
    self.records = records
    isComplete = complete == Array("true".utf8)
    for (place, name) in question.countNames.enumerated() {
      guard let count = Self.integer(values[name]) else { return nil }
      counts[place] = count
    }
    for (place, name) in question.areaNames.enumerated() {
      guard let area = values[name].flatMap(Self.hundredths) else { return nil }
      areas[place] = area
    }
    for (rule, count) in rules {
      guard let count = Self.integer(count) else { return nil }
      findingsByRule[rule] = count
    }
    if question == .validate {
      guard let remarks = values["remarks"].flatMap(RawJSON.elements) else { return nil }
      self.remarks = remarks
      let others = findingsByRule[Self.remarkRule, default: 0] - remarks.count
      findingsByRule[Self.remarkRule] = others > 0 ? others : nil
    }
    if question == .check {
      guard let found = values["constraint_findings"].flatMap(RawJSON.elements) else { return nil }
      constraintFindings = found
    }
    guard shard != Array("null".utf8) else { return }
    let entries = Dictionary(
      (RawJSON.members(of: shard) ?? []).map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
    guard let number = Self.integer(entries["number"]), let count = Self.integer(entries["of"]),
      let read = Shard(number: number, of: count)
    else { return nil }
    self.shard = read
  }

  /// Adds the counts of another part; records and shard stay.
  ///
  /// A remark says that something never came up; it stays only where it did not in the other part either.
  mutating func add(_ other: RecordSummary) {
    for place in counts.indices { counts[place] += other.counts[place] }
    for place in areas.indices { areas[place] += other.areas[place] }
    findingsByRule.merge(other.findingsByRule, uniquingKeysWith: +)
    remarks = remarks.filter(other.remarks.contains)
    isComplete = isComplete && other.isComplete
  }

  private static func integer(_ text: [UInt8]?) -> Int? {
    text.flatMap { Int(String(decoding: $0, as: UTF8.self)) }.flatMap { $0 >= 0 ? $0 : nil }
  }

  /// Reads square metres with at most two decimals.
  private static func hundredths(_ text: [UInt8]) -> Int128? {
    let parts = String(decoding: text, as: UTF8.self).split(
      separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first.flatMap({ Int128($0) }), parts.count <= 2 else { return nil }
    let decimals = parts.count == 2 ? String(parts[1]) : "0"
    guard (1...2).contains(decimals.count), let rest = Int128(decimals), rest >= 0 else {
      return nil
    }
    return 100 * whole + (decimals.count == 1 ? 10 * rest : rest)
  }
}
