import ArgumentParser
import Foundation

/// The program as a user runs it, from a layer's file to the answer, with what the process took.
struct MeasureProgram: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure-program",
    abstract: "Validates a file by the program and prints the cost.",
    shouldDisplay: false)

  /// What the program answered, and what it took.
  struct Answer: Codable {
    let cpu: Double
    let peakMegabytes: Double
    /// Ids of the invalid features, sorted as texts.
    let ids: [String]
  }

  @Argument(help: "The layer's file.") var file: String
  @Option(help: "Its field of ids.") var id: String
  @Option(help: "Tasks at once.") var workers: Int

  func run() throws {
    let pipe = Pipe()
    let process = Process()
    process.executableURL = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "townlayout")
    process.arguments = [
      "validate", file, "--rules", "ogc", "--id", id, "--json", "--workers", "\(workers)",
    ]
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus <= 1 else { throw ExitCode(process.terminationStatus) }
    let usage = ProcessUsage.children
    let object = try JSONSerialization.jsonObject(with: output)
    let ids = ((object as? [String: Any])?["invalid"] as? [String]) ?? []
    let answer = Answer(
      cpu: usage.cpuSeconds, peakMegabytes: usage.peakMegabytes, ids: ids.sorted())
    print(String(decoding: try JSONEncoder().encode(answer), as: UTF8.self))
  }
}
