import Foundation
import Synchronization

/// A process of this very program that answers lines with lines.
///
/// Started by `posix_spawn` with pipes of its own that no other worker inherits, so that it notices by the end of its
/// input when this process is gone, however it went.
final class WorkerProcess {
  let identifier: pid_t
  private var input: Int32
  private let output: Int32
  private var pending: [UInt8] = []

  /// This program's file; on Linux also where the file was replaced meanwhile.
  private static var program: String {
    let running = "/proc/self/exe"
    return FileManager.default.fileExists(atPath: running)
      ? running : Bundle.main.executablePath ?? CommandLine.arguments[0]
  }

  /// Starts a worker.
  ///
  /// - Parameter arguments: of the program, its name not among them.
  /// - Throws: ``BatchError/noWorker(reason:)``.
  init(arguments: [String]) throws(BatchError) {
    (identifier, input, output) = try Self.starting.withLock { _ throws(BatchError) in
      try Self.start(arguments)
    }
  }

  /// Pipes are kept from being inherited by a second call only, so one worker is started at a time.
  private static let starting = Mutex(())

  private static func start(
    _ arguments: [String]
  ) throws(BatchError) -> (identifier: pid_t, input: Int32, output: Int32) {
    let (toWorker, fromWorker) = (try pipe(), try pipe())
    defer {
      close(toWorker.read)
      close(fromWorker.write)
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, toWorker.read, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, fromWorker.write, STDOUT_FILENO)
    var words = (["townlayout"] + arguments).map { strdup($0) }
    defer { for word in words { free(word) } }
    words.append(nil)
    var identifier: pid_t = 0
    let code = posix_spawn(&identifier, program, &actions, nil, words, environ)
    guard code == 0 else {
      close(toWorker.write)
      close(fromWorker.read)
      throw .noWorker(reason: String(cString: strerror(code)))
    }
    return (identifier, toWorker.write, fromWorker.read)
  }

  deinit {
    if input >= 0 { close(input) }
    close(output)
  }

  private static func pipe() throws(BatchError) -> (read: Int32, write: Int32) {
    var ends: [Int32] = [0, 0]
    guard Foundation.pipe(&ends) == 0 else {
      throw .noWorker(reason: String(cString: strerror(errno)))
    }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  /// Sends a line and waits for the answer; nil where the worker ended instead.
  func answer(to line: String) -> String? {
    let bytes = Array("\(line)\n".utf8)
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return nil }
      sent += count
    }
    return nextLine()
  }

  private func nextLine() -> String? {
    var block = [UInt8](repeating: 0, count: 4096)
    while true {
      if let end = pending.firstIndex(of: UInt8(ascii: "\n")) {
        let line = String(decoding: pending[..<end], as: UTF8.self)
        pending.removeSubrange(...end)
        return line
      }
      let count = block.withUnsafeMutableBytes { read(output, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return nil }
      pending += block[..<count]
    }
  }

  /// Waits for the end and tells how it came, as "signal 9 (Killed)" or "exit code 70".
  func ending() -> String {
    var status: Int32 = 0
    while waitpid(identifier, &status, 0) < 0 {
      guard errno == EINTR else { return "an unknown cause" }
    }
    let signal = status & 0x7F
    return signal == 0
      ? "exit code \(status >> 8 & 0xFF)"
      : "signal \(signal) (\(String(cString: strsignal(signal))))"
  }

  /// Ends its input, by which it ends, and waits for that.
  func dismiss() {
    close(input)
    input = -1
    _ = ending()
  }
}
