/// Why parts of a run cannot be merged.
package enum MergeError: Error, Equatable {
  /// The file cannot be read: what the system said.
  case notReadable(path: String, reason: String)
  /// The file does not end with a summary: its run was broken off, or it is none of ours.
  case noSummary(path: String)
  /// The run of the part met the end of its input too early.
  case incomplete(path: String)
  /// A line is not the record that must stand there.
  case wrongRecord(path: String, line: Int, expected: Int)
  /// The part holds fewer or more records than its summary says.
  case wrongLength(path: String, records: Int, expected: Int)
  /// The part is of another run: the first member of the description that differs, and both values.
  case otherRun(path: String, first: String, member: String, value: String, firstValue: String)
  /// The parts are not of one division: shards of different counts, or shards among whole runs.
  case otherDivision(path: String, first: String)
  /// Two files hold the same shard.
  case repeated(path: String, first: String, shard: String)
  /// Shards that no file holds.
  case missing(shards: [Int], of: Int)
  /// Shards of one input that do not agree how many records it has.
  case otherInput(path: String, first: String, records: Int, firstRecords: Int)
  /// Runs of separate inputs that name features by their place, which is not their place in the whole.
  case unnamed(path: String, count: Int)
  /// Whole runs of separate inputs, which follow each other only where the user says so.
  case notSharded(path: String)
  /// Shards, where runs that follow each other were announced.
  case sharded(path: String)
}
