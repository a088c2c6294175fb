package import LandModel

/// Why a batch could not be begun, continued or put together; what is done stays done.
package enum BatchError: Error, Equatable {
  /// The folder exists and neither resuming nor replacing was asked for.
  case folderExists(path: String)
  /// The folder holds something else than a batch.
  case notABatch(path: String)
  /// Another process works in the folder.
  case locked(path: String)
  /// A file of the batch is damaged.
  case damaged(path: String, reason: Damage)
  /// The batch was begun with something else: what, as it is now and as it was.
  case changed(path: String, ManifestDifference)
  /// The folder is a part of a batch where a whole one is wanted, or the other way round.
  case otherShard(path: String, now: String, before: String)
  /// The plan or the scenarios were changed while workers were started.
  case changedMeanwhile(file: String)
  /// Workers ended again and again before they finished anything: how the last one ended.
  case workersEnd(ending: LocalizedText, times: Int)
  /// A worker could not be started: the system's reason.
  case noWorker(reason: LocalizedText)
  /// A worker met an error that no other scenario would be spared: the sentence and the exit code.
  case stopped(sentence: LocalizedText, code: Int32)
  /// Of a merge: a part that is no part.
  case notAPart(path: String)
  /// The whole is to be written where one of its parts is.
  case intoPart(path: String)
  /// A part that has no record of some of its scenarios.
  case incomplete(path: String, missing: [String])
  /// Two parts do not belong together: what differs.
  case otherBatch(path: String, first: String, ManifestDifference)
  /// The same shard twice.
  case repeated(path: String, first: String, shard: String)
  /// Shards that no part is of.
  case missingShards([Int], count: Int)
  /// The base plans of two parts differ though all they were made from is the same: a time limit stopped one.
  case otherBase(path: String, first: String)

  /// What is wrong with a file of a batch.
  package enum Damage: Sendable, Equatable {
    /// The file that makes a folder a batch is no record of one.
    case notABatch
    /// The file cannot be read: what the system says.
    case unreadable(String)
    /// Its first line, which holds the checksum, is broken off.
    case headless
    /// Its content is not what was written, or belongs to another batch.
    case checksum
    /// It is whole but not of this version's form: what the decoder says.
    case form(String)
  }
}
