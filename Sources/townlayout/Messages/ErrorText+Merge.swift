import LandModel
import Publishing

extension ErrorText {
  init(merge error: MergeError) {
    self.init(Self.sentence(error), Self.cause(error))
  }

  private static func cause(_ error: MergeError) -> ExitCause {
    switch error {
    case .notReadable: .missingInput
    case .notSharded, .sharded: .usage
    default: .badData
    }
  }

  private static func sentence(_ error: MergeError) -> String {
    switch error {
    case .notReadable(let path, let reason): "\(path): the part cannot be read: \(reason)"
    case .noSummary(let path):
      "\(path): does not end with a summary: it was broken off, or is no part; run it again"
    case .incomplete(let path):
      "\(path): the input of this part broke off; mend the input and run the part again"
    case .wrongRecord(let path, let line, let expected):
      "\(path): line \(line) is not record \(expected); the part is damaged, run it again"
    case .wrongLength(let path, _, let expected):
      "\(path): holds more than its \(expected.counted("record")) and their summary; the part is damaged, "
        + "run it again"
    case .otherRun(let path, let first, let member, let value, let firstValue):
      "\(path): is of another run than \(first): “\(member)” is \(shortened(value)) here and "
        + "\(shortened(firstValue)) there; make all parts with the same program, options and layers"
    case .otherDivision(let path, let first):
      "\(path): is no shard of the same division as \(first); make all parts with one N"
    case .repeated(let path, let first, let shard):
      "\(path): is shard \(shard), and so is \(first); give each shard once"
    case .missing(let shards, let count):
      "of \(count) shards these are missing: \(list(shards.map { "\($0)" })); run them, then merge again"
    case .otherInput(let path, let first, let records, let firstRecords):
      "\(path): counted \(records.counted("record")) of the input, \(first) counted \(firstRecords); "
        + "the shards did not read the same input"
    case .unnamed(let path, let count):
      "\(path): names \(count.counted("feature by its", "features by their")) place in its own input; "
        + "give --id, so that every name is kept in the whole"
    case .notSharded(let path):
      "\(path): is a whole run and no shard; give --sequence where whole runs follow each other"
    case .sharded(let path):
      "\(path): is a shard of one input; leave --sequence out to put shards together"
    }
  }

  private static func shortened(_ text: String) -> String {
    text.count > 120 ? "\(text.prefix(117))…" : text
  }
}
