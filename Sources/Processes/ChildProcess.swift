package import Foundation
import Synchronization

/// Why a child process does not serve.
package enum ChildProcessError: Error, Equatable, Sendable {
  /// It could not be started: the program, and what the system says.
  case notStarted(executable: String, reason: String)
  /// It ended, or closed its side: how, and the last it said on standard error, empty when it said nothing or that
  /// is not kept.
  case ended(ProcessEnd, message: String)
}

/// How a child process came to its end.
package enum ProcessEnd: Equatable, Sendable, CustomStringConvertible {
  case exitCode(Int32)
  /// By a signal, with its name.
  case signal(Int32, name: String)
  /// It closed its side of the socket and has not ended.
  case socketClosed

  package var description: String {
    switch self {
    case .exitCode(let code): "exit code \(code)"
    case .signal(let number, let name): "signal \(number), \(name)"
    case .socketClosed: "it closed its socket"
    }
  }
}

/// A process that answers over the socket that is its standard input and output.
///
/// No other child inherits the socket, so that the process notices by the end of its input when this one is gone,
/// however it went. Going out of scope kills it and takes its exit status, so that no zombie is left.
package struct ChildProcess: ~Copyable {
  /// What becomes of what it says on standard error.
  package enum StandardError: Sendable {
    /// It goes where this process's goes.
    case inherited
    /// Its beginning is kept for ``ChildProcessError/ended(_:message:)``.
    case kept
  }

  /// Bytes of standard error that are kept for a message.
  private static let longestMessage = 600

  package let identifier: pid_t
  private let socket: Int32
  /// Where its standard error is read; nil where it is not kept.
  private let complaints: Int32?
  /// Whether its exit status is taken, which ``dismiss()`` does: its number may then be another process's.
  private var isGone = false

  /// Descriptors are kept from other children by a second call only, so one child is started at a time.
  private static let starting = Mutex(())

  /// This program's file; on Linux also where the file was replaced meanwhile.
  package static var thisProgram: String {
    let running = "/proc/self/exe"
    return FileManager.default.fileExists(atPath: running)
      ? running : Bundle.main.executablePath ?? CommandLine.arguments[0]
  }

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - arguments: of the program, its name not among them.
  ///   - isShielded: whether the signals of a terminal and of a batch system (interrupt, hang-up, terminate), which
  ///     reach a whole group of processes, are blocked in it.
  /// - Throws: ``ChildProcessError/notStarted(executable:reason:)``.
  package init(
    executable: String, arguments: [String], standardError: StandardError, isShielded: Bool
  ) throws(ChildProcessError) {
    (identifier, socket, complaints) = try Self.starting.withLock { _ throws(ChildProcessError) in
      try Self.start(executable, arguments, standardError, isShielded)
    }
  }

  private static func start(
    _ executable: String, _ arguments: [String], _ standardError: StandardError, _ isShielded: Bool
  ) throws(ChildProcessError) -> (identifier: pid_t, socket: Int32, complaints: Int32?) {
    func failure(_ code: Int32) -> ChildProcessError {
      .notStarted(executable: executable, reason: SystemCalls.message(code))
    }
    guard let channel = SystemCalls.socketPair() else { throw failure(errno) }
    var errors: (reading: Int32, writing: Int32)?
    if standardError == .kept {
      guard let pipe = SystemCalls.pipe() else {
        let code = errno
        close(channel.ours)
        close(channel.theirs)
        throw failure(code)
      }
      // A process that says much must not wait for a reader: what the pipe cannot hold is lost.
      SystemCalls.stopWaiting(on: pipe.writing)
      SystemCalls.stopWaiting(on: pipe.reading)
      errors = pipe
    }
    SystemCalls.stopWaiting(on: channel.ours)
    let outcome = SystemCalls.spawn(
      executable, arguments,
      standard: [channel.theirs, channel.theirs] + (errors.map { [$0.writing] } ?? []),
      isShielded: isShielded)
    close(channel.theirs)
    if let errors { close(errors.writing) }
    guard outcome.code == 0 else {
      close(channel.ours)
      if let errors { close(errors.reading) }
      throw failure(outcome.code)
    }
    return (outcome.process, channel.ours, errors?.reading)
  }

  deinit {
    if !isGone {
      kill(identifier, SIGKILL)
      _ = SystemCalls.wait(for: identifier)
    }
    close(socket)
    if let complaints { close(complaints) }
  }

  /// Sends bytes.
  ///
  /// - Parameter deadline: nil to wait as long as it takes.
  /// - Returns: false at the deadline; the process is then of no further use.
  /// - Throws: ``ChildProcessError/ended(_:message:)``.
  package func send(
    _ bytes: [UInt8], until deadline: ContinuousClock.Instant? = nil
  ) throws(ChildProcessError) -> Bool {
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

  /// Waits for bytes and writes them into an array, from a place in it to its end at most.
  ///
  /// - Parameter deadline: nil to wait as long as it takes.
  /// - Returns: how many, at least one; nil at the deadline.
  /// - Throws: ``ChildProcessError/ended(_:message:)``.
  package func receive(
    into bytes: inout [UInt8], from place: Int, until deadline: ContinuousClock.Instant? = nil
  ) throws(ChildProcessError) -> Int? {
    while true {
      let count = SystemCalls.read(into: &bytes, from: place, of: socket)
      if count > 0 { return count }
      if count == 0 { throw ended() }
      if errno == EAGAIN || errno == EWOULDBLOCK {
        guard SystemCalls.isReady(socket, for: POLLIN, until: deadline) else { return nil }
      } else if errno != EINTR {
        throw ended()
      }
    }
  }

  /// Ends its input and waits for its end, which follows.
  package mutating func dismiss() {
    shutdown(socket, Self.bothDirections)
    guard !isGone else { return }
    _ = SystemCalls.wait(for: identifier)
    isGone = true
  }

  private static var bothDirections: Int32 {
    #if canImport(Glibc)
      Int32(SHUT_RDWR)
    #else
      SHUT_RDWR
    #endif
  }

  /// Why it no longer answers.
  private func ended() -> ChildProcessError {
    // Its exit follows the end of its socket, though not before its memory is written where that is wished.
    let end = isGone ? nil : SystemCalls.end(of: identifier, within: .seconds(5))
    var message: [UInt8] = []
    if let complaints {
      message = [UInt8](repeating: 0, count: Self.longestMessage)
      message.removeLast(
        message.count - max(0, SystemCalls.read(into: &message, from: 0, of: complaints)))
    }
    let text = String(decoding: message, as: UTF8.self)
    return .ended(
      end ?? .socketClosed,
      message: text.trimmingCharacters(in: .whitespacesAndNewlines))
  }
}
