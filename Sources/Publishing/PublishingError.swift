/// Why an output could not be written.
package enum PublishingError: Error, Equatable {
  /// A file could not be written: its path, and what the system said.
  case fileNotWritten(path: String, reason: String)
  /// A folder that is to be replaced holds something else than an earlier run.
  case notARun(path: String)
}
