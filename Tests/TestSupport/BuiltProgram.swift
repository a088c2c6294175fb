package import Foundation

/// The program as built beside the tests, run as a user runs it.
package struct BuiltProgram: Sendable {
  /// What a run printed and how it ended.
  package struct Outcome: Sendable {
    package let code: Int32
    package let output: String
    package let errors: String
  }

  private let executable: URL

  /// Finds an executable of the package in the folder that holds the running tests.
  package init(_ name: String = "townlayout") {
    // On Linux the running tests are a file of the products' folder, or lie one level below it.
    let bundle = Bundle.main.bundleURL
    let places = [bundle, bundle.deletingLastPathComponent()].map { $0.appending(path: name) }
    executable =
      places.first { FileManager.default.isExecutableFile(atPath: $0.path) } ?? places[0]
  }

  /// Path of the executable.
  package var path: String { executable.path }

  /// Runs the program to its end.
  package func run(_ arguments: [String], folder: URL? = nil) throws -> Outcome {
    try Self.run(executable, arguments, folder: folder)
  }

  /// Runs the program from a shell with a prefix such as `ulimit -f 16;`.
  package func runInShell(
    prefix: String, _ arguments: [String], folder: URL? = nil
  ) throws -> Outcome {
    let quoted = ([path] + arguments).map { "'" + $0.replacing("'", with: "'\\''") + "'" }
    return try Self.run(
      URL(filePath: "/bin/bash"), ["-c", "\(prefix) exec \(quoted.joined(separator: " "))"],
      folder: folder)
  }

  /// Starts the program, sends it a signal after a delay, and waits for its end.
  package func run(
    _ arguments: [String], signal: Int32, after seconds: Double
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    let errors = Pipe()
    process.standardOutput = FileHandle.nullDevice
    process.standardError = errors
    try process.run()
    Thread.sleep(forTimeInterval: seconds)
    kill(process.processIdentifier, signal)
    let text = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Outcome(
      code: process.terminationStatus, output: "", errors: String(decoding: text, as: UTF8.self))
  }

  private static func run(
    _ executable: URL, _ arguments: [String], folder: URL?
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = FileHandle.nullDevice
    try process.run()
    // Both pipes are drained at once: a full one would stop the program.
    let complaints = Drained(errors.fileHandleForReading)
    let text = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Outcome(
      code: process.terminationStatus, output: String(decoding: text, as: UTF8.self),
      errors: String(decoding: complaints.wait(), as: UTF8.self))
  }
}

/// Reads a pipe on a thread of its own.
private final class Drained: @unchecked Sendable {
  // The data is written once before the semaphore is signalled, and read only after it was waited for.
  private var data = Data()
  private let done = DispatchSemaphore(value: 0)

  init(_ handle: FileHandle) {
    Thread.detachNewThread { [self] in
      data = handle.readDataToEndOfFile()
      done.signal()
    }
  }

  func wait() -> Data {
    done.wait()
    return data
  }
}
