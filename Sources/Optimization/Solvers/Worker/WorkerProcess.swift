import Foundation

/// A solver worker: a process, the socket that is its standard input and output, and what it says on
/// standard error.
///
/// It is started with the signals of a terminal and of a batch system blocked (interrupt, hang-up,
/// terminate): they reach a whole group of processes, and this one ends when the program that asked does,
/// because its socket then closes. Going out of scope kills it and takes its exit status, so that no zombie
/// is left.
struct WorkerProcess: ~Copyable {
  /// Bytes of standard error that are kept for a message.
  private static let longestMessage = 600

  private let identifier: pid_t
  private let socket: Int32
  private let complaints: Int32
  /// Whether its exit status is taken; its number may then be another process's.
  private var isGone = false

  /// Starts a worker.
  ///
  /// - Throws: ``WorkerFailure/notStarted(executable:reason:)``.
  init(executable: String, arguments: [String]) throws(WorkerFailure) {
    func failure(_ code: Int32) -> WorkerFailure {
      .notStarted(executable: executable, reason: SystemCalls.message(code))
    }
    guard let channel = SystemCalls.socketPair() else { throw failure(errno) }
    guard let errors = SystemCalls.pipe() else {
      let code = errno
      close(channel.ours)
      close(channel.theirs)
      throw failure(code)
    }
    // A worker that says much must not wait for a reader: what the pipe cannot hold is lost.
    SystemCalls.stopWaiting(on: errors.writing)
    SystemCalls.stopWaiting(on: errors.reading)
    SystemCalls.stopWaiting(on: channel.ours)
    let outcome = SystemCalls.spawn(
      executable, arguments, standard: [channel.theirs, channel.theirs, errors.writing])
    close(channel.theirs)
    close(errors.writing)
    guard outcome.code == 0 else {
      close(channel.ours)
      close(errors.reading)
      throw failure(outcome.code)
    }
    identifier = outcome.process
    socket = channel.ours
    complaints = errors.reading
  }

  deinit {
    if !isGone {
      kill(identifier, SIGKILL)
      _ = SystemCalls.wait(for: identifier)
    }
    close(socket)
    close(complaints)
  }

  /// Sends a frame and waits for one.
  ///
  /// - Returns: nil when there is none by the deadline; the worker is then of no further use.
  /// - Throws: ``WorkerFailure``; the worker is then of no further use.
  mutating func answer(
    to frame: SolverFrame, until deadline: ContinuousClock.Instant
  ) throws(WorkerFailure) -> SolverFrame? {
    let bytes: [UInt8]
    do { bytes = try frame.bytes() } catch { throw .unreadable(error) }
    guard try send(bytes, until: deadline) else { return nil }
    guard let head = try receive(SolverFrame.headSize, until: deadline) else { return nil }
    let (kind, bodySize): (SolverFrame.Kind, Int)
    do { (kind, bodySize) = try SolverFrame.head(head) } catch { throw .unreadable(error) }
    guard let body = try receive(bodySize, until: deadline) else { return nil }
    return SolverFrame(kind: kind, body: body)
  }

  private mutating func send(
    _ bytes: [UInt8], until deadline: ContinuousClock.Instant
  ) throws(WorkerFailure) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = SystemCalls.send(bytes[sent...], to: socket)
      if count > 0 {
        sent += count
      } else if errno == EAGAIN || errno == EWOULDBLOCK {
        guard SystemCalls.isReady(socket, for: POLLOUT, until: deadline) else { return false }
      } else if errno != EINTR {
        throw ended()
      }
    }
    return true
  }

  private mutating func receive(
    _ count: Int, until deadline: ContinuousClock.Instant
  ) throws(WorkerFailure) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    var received = 0
    while received < count {
      let more = SystemCalls.read(into: &bytes, from: received, of: socket)
      if more > 0 {
        received += more
      } else if more == 0 {
        throw ended()
      } else if errno == EAGAIN || errno == EWOULDBLOCK {
        guard SystemCalls.isReady(socket, for: POLLIN, until: deadline) else { return nil }
      } else if errno != EINTR {
        throw ended()
      }
    }
    return bytes
  }

  /// Why the worker no longer answers.
  private mutating func ended() -> WorkerFailure {
    // Its exit follows the end of its socket.
    let status = SystemCalls.status(of: identifier, within: .seconds(1))
    isGone = status != nil
    var message = [UInt8](repeating: 0, count: Self.longestMessage)
    let count = max(0, SystemCalls.read(into: &message, from: 0, of: complaints))
    let text = String(decoding: message.prefix(count), as: UTF8.self)
    return .ended(
      cause: status.map(SystemCalls.cause) ?? "it closed its socket",
      message: text.trimmingCharacters(in: .whitespacesAndNewlines))
  }
}
