/// Why a solver's worker process gave no answer.
package enum WorkerFailure: Error, Equatable, Sendable {
  /// The process could not be started: the program, and what the system says.
  case notStarted(executable: String, reason: String)
  /// The process ended before its answer: by which signal or exit code, and the last it said on
  /// standard error, empty when it said nothing.
  case ended(cause: String, message: String)
  /// The program is beyond what a frame can hold, or the answer is no answer to it.
  case unreadable(SolverFrameError)
}

/// What is wrong with a frame between a program and its solver worker.
package enum SolverFrameError: Error, Equatable, Sendable {
  /// The bytes begin otherwise than every frame does.
  case foreign
  /// The frame is of another version of the format.
  case version(found: UInt32, expected: UInt32)
  /// The frame is of a kind that has no place here.
  case kind(UInt32)
  /// The frame states more bytes than one may have.
  case oversized(bytes: UInt64, limit: UInt64)
  /// The bytes end within the frame.
  case truncated(bytes: Int, expected: Int)
  /// The frame is whole, but what it states does not fit together: the part that does not.
  case inconsistent(String)
  /// The worker could not read what it was sent: its sentence.
  case refused(String)
  /// Reading or writing failed: what the system says.
  case system(String)
}

extension SolverFrameError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .foreign: "the bytes are no frame of a program or an answer"
    case .version(let found, let expected):
      "the frame is of version \(found), and this program reads version \(expected)"
    case .kind(let kind): "a frame of kind \(kind) has no place here"
    case .oversized(let bytes, let limit):
      "the frame states \(bytes) bytes, and at most \(limit) are read"
    case .truncated(let bytes, let expected):
      "the frame ends after \(bytes) of \(expected) bytes"
    case .inconsistent(let part): "the frame's \(part) does not fit the rest of it"
    case .refused(let sentence): sentence
    case .system(let message): message
    }
  }
}
