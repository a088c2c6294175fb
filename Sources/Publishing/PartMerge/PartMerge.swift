import LayerStore
import Scenarios

/// Puts the parts of a run together to the bytes that one run over the whole input writes.
///
/// Shards of one input are taken in turn, record by record, so their files may be given in any order.
/// Runs of inputs that follow each other, as an engine's partitions do, are put behind each other in the
/// order given, and their records numbered anew.
package struct PartMerge {
  /// How the parts divide the input.
  package enum Division: Sendable {
    /// By ``Scenarios/Shard``: every N-th record of one input.
    case shards
    /// One input after the other.
    case sequence
  }

  private let parts: [(path: String, summary: RecordSummary)]
  private let division: Division

  /// Reads the summaries of the parts, and refuses parts that do not make a whole.
  ///
  /// - Throws: ``MergeError``, the first cause in the order of the files.
  package init(_ paths: [String], as division: Division) throws(MergeError) {
    precondition(!paths.isEmpty, "There is a part at least.")
    self.division = division
    var parts: [(path: String, summary: RecordSummary)] = []
    for path in paths {
      guard let line = try LineReader.lastLine(of: path), let summary = RecordSummary(line: line)
      else { throw .noSummary(path: path) }
      guard summary.isComplete else { throw .incomplete(path: path) }
      parts.append((path, summary))
    }
    for part in parts { try Self.check(part, against: parts[0]) }
    switch division {
    case .shards: self.parts = try Self.ordered(parts)
    case .sequence:
      for part in parts {
        guard part.summary.shard == nil else { throw .sharded(path: part.path) }
        let unnamed = part.summary.count("unnamed")
        guard unnamed == 0 else { throw .unnamed(path: part.path, count: unnamed) }
      }
      self.parts = parts
    }
  }

  /// Writes the whole; the file appears when complete or not at all.
  ///
  /// - Parameter isStaged: told where the file is made, for clearing it away on an interruption.
  /// - Returns: the summary of the whole.
  /// - Throws: ``MergeError`` where the records of a part are not those that its summary speaks of;
  ///   ``LayerStoreError`` where the file cannot be written.
  /// - Complexity: O(n) in bytes, in the memory of a block of each part.
  package func write(
    to path: String, replacing: Bool, isStaged: (String) -> Void = { _ in }
  ) throws -> RecordSummary {
    var summary = parts[0].summary
    for part in parts.dropFirst() { summary.add(part.summary) }
    summary.shard = nil
    if division == .sequence { summary.records = parts.reduce(0) { $0 + $1.summary.records } }
    var file = try LineFile(path, replacing: replacing)
    isStaged(file.stagingPath)
    switch division {
    case .shards: try interleave(records: summary.records, into: &file)
    case .sequence: try concatenate(into: &file)
    }
    try file.write(summary.line)
    try file.commit()
    return summary
  }

  // MARK: Refusals

  private static func check(
    _ part: (path: String, summary: RecordSummary),
    against first: (path: String, summary: RecordSummary)
  ) throws(MergeError) {
    guard part.summary.run != first.summary.run else { return }
    let (own, others) = (
      RawJSON.members(of: Array(part.summary.run.utf8)) ?? [],
      RawJSON.members(of: Array(first.summary.run.utf8)) ?? []
    )
    let place = zip(own, others).enumerated().first {
      $1.0.name != $1.1.name || $1.0.value != $1.1.value
    }
    func text(_ value: [UInt8]?) -> String { String(decoding: value ?? [], as: UTF8.self) }
    throw .otherRun(
      path: part.path, first: first.path, member: place?.element.0.name ?? "run",
      value: text(place?.element.0.value), firstValue: text(place?.element.1.value))
  }

  /// The shards by number: each one there, and once.
  private static func ordered(
    _ parts: [(path: String, summary: RecordSummary)]
  ) throws(MergeError) -> [(path: String, summary: RecordSummary)] {
    let first = parts[0]
    guard let count = first.summary.shard?.count else { throw .notSharded(path: first.path) }
    var byNumber: [Int: (path: String, summary: RecordSummary)] = [:]
    for part in parts {
      guard let shard = part.summary.shard, shard.count == count else {
        throw .otherDivision(path: part.path, first: first.path)
      }
      if let known = byNumber[shard.number] {
        throw .repeated(path: part.path, first: known.path, shard: shard.text)
      }
      guard part.summary.records == first.summary.records else {
        throw .otherInput(
          path: part.path, first: first.path, records: part.summary.records,
          firstRecords: first.summary.records)
      }
      byNumber[shard.number] = part
    }
    let missing = (1...count).filter { byNumber[$0] == nil }
    guard missing.isEmpty else { throw .missing(shards: missing, of: count) }
    return (1...count).compactMap { byNumber[$0] }
  }

  // MARK: Writing

  /// Takes the shards' records in turn.
  private func interleave(records: Int, into file: inout LineFile) throws {
    OpenFiles.allow(parts.count + Self.otherFiles)
    var readers = try parts.map { part throws(MergeError) in try LineReader(part.path) }
    defer { for reader in readers { reader.close() } }
    var lines = OutputLines()
    for number in 0..<records {
      let shard = number % readers.count
      let line = try Self.record(
        number + 1, line: number / readers.count + 1, from: &readers[shard])
      lines.append(line)
      try lines.hand(to: &file, all: false)
    }
    try lines.hand(to: &file, all: true)
    for place in readers.indices {
      let share = parts[place].summary.shard?.share(of: records) ?? 0
      try Self.expectEnd(of: &readers[place], behind: share)
    }
  }

  /// Puts one part behind the other, records numbered on.
  private func concatenate(into file: inout LineFile) throws {
    var lines = OutputLines()
    var before = 0
    for part in parts {
      var reader = try LineReader(part.path)
      defer { reader.close() }
      for number in 1..<(part.summary.records + 1) {
        let line = try Self.record(number, line: number, from: &reader)
        lines.append(line, numbered: before + number, insteadOf: number)
        try lines.hand(to: &file, all: false)
      }
      try Self.expectEnd(of: &reader, behind: part.summary.records)
      before += part.summary.records
    }
    try lines.hand(to: &file, all: true)
  }

  /// Files that are open beside the parts, with room to spare.
  private static let otherFiles = 32

  /// The next line, which must be the record of a number.
  private static func record(
    _ number: Int, line: Int, from reader: inout LineReader
  ) throws(MergeError) -> ArraySlice<UInt8> {
    let opening = Array("\(RecordJSON.opening)\(number),".utf8)
    guard let text = try reader.next(), text.starts(with: opening),
      text.last == UInt8(ascii: "}")
    else { throw .wrongRecord(path: reader.path, line: line, expected: number) }
    return text
  }

  /// Behind its records a part holds its summary and nothing more.
  private static func expectEnd(
    of reader: inout LineReader, behind records: Int
  ) throws(MergeError) {
    let summary = try reader.next()
    guard summary?.starts(with: RecordSummary.opening.utf8) == true, try reader.next() == nil else {
      throw .wrongLength(path: reader.path, records: records + 1, expected: records)
    }
  }
}

/// Lines gathered to blocks before they are written.
private struct OutputLines {
  private static let block = 1 << 20
  private var bytes: [UInt8] = []

  mutating func append(_ line: ArraySlice<UInt8>) {
    bytes.append(contentsOf: line)
    bytes.append(0x0A)
  }

  /// Adds a record's line under another number.
  mutating func append(_ line: ArraySlice<UInt8>, numbered number: Int, insteadOf old: Int) {
    bytes.append(contentsOf: "\(RecordJSON.opening)\(number)".utf8)
    append(line.dropFirst(RecordJSON.opening.utf8.count + "\(old)".utf8.count))
  }

  mutating func hand(to file: inout LineFile, all: Bool) throws(LayerStoreError) {
    guard all || bytes.count >= Self.block else { return }
    try file.write(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}
