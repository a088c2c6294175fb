import Foundation

/// A program run to its end, with what it printed and what it took.
///
/// Started by `posix_spawn` and waited for by `wait4`, which gives the usage of this child alone.
struct ChildProcess {
  /// A program that could not be started, or ended otherwise than by the codes allowed.
  struct Failure: Error, CustomStringConvertible {
    let program: String
    let status: Int32

    var description: String { "\(program) ended with status \(status)" }
  }

  /// Standard output.
  let output: Data
  /// User and system time, seconds, all threads.
  let cpuSeconds: Double
  let wallSeconds: Double
  let peakMegabytes: Double

  /// Runs a program; its messages go to this process's standard error.
  ///
  /// - Parameter codes: exit codes that are an answer: 1 where `townlayout` has findings.
  init(_ program: URL, _ arguments: [String], codes: ClosedRange<Int32> = 0...1) throws {
    let pipe = Pipe()
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, pipe.fileHandleForWriting.fileDescriptor, 1)
    posix_spawn_file_actions_addclose(&actions, pipe.fileHandleForReading.fileDescriptor)
    var words: [UnsafeMutablePointer<CChar>?] = ([program.path] + arguments).map { strdup($0) }
    defer { words.forEach { free($0) } }
    words.append(nil)
    let start = ContinuousClock.now
    var child: pid_t = 0
    let fault = posix_spawnp(&child, program.path, &actions, nil, words, environ)
    guard fault == 0 else { throw Failure(program: program.path, status: fault) }
    try pipe.fileHandleForWriting.close()
    output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    var (status, usage): (Int32, rusage) = (0, rusage())
    while wait4(child, &status, 0, &usage) < 0 && errno == EINTR {}
    wallSeconds = (ContinuousClock.now - start) / .seconds(1)
    cpuSeconds = ProcessUsage.seconds(usage.ru_utime) + ProcessUsage.seconds(usage.ru_stime)
    peakMegabytes = Double(usage.ru_maxrss) / 1024
    let code = status & 0x7F == 0 ? status >> 8 & 0xFF : -status
    guard codes.contains(code) else { throw Failure(program: program.path, status: code) }
  }

  /// The last line printed, as a value.
  func lastLine<Value: Decodable>(as type: Value.Type) throws -> Value {
    let line = String(decoding: output, as: UTF8.self).split(separator: "\n").last ?? ""
    return try JSONDecoder().decode(type, from: Data(line.utf8))
  }
}
