import ArgumentParser
import Foundation

/// The program as a user runs it on files, with what the process took.
struct MeasureProximity: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure-proximity",
    abstract: "Runs the program's proximity question and prints the cost.", shouldDisplay: false)

  /// What was answered, and what it took.
  struct Answer: Codable {
    var cpu = 0.0
    var peakMegabytes = 0.0
    /// Distances of all towns to the nearest feature, metres.
    var distance = 0.0
    /// Points within the greatest radius, all towns together.
    var count = 0
    var note = ""

    func row(_ name: String) -> String {
      Proximity.row([
        name, Measurement.text(cpu), String(format: "%.0f", peakMegabytes),
        String(format: "%.3f", distance), "\(count)",
      ])
    }
  }

  @Option(help: "Tasks at once.") var workers: Int
  @Argument(parsing: .postTerminator, help: "What the program is asked.") var arguments: [String]

  func run() throws {
    let pipe = Pipe()
    let process = Process()
    process.executableURL = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "townlayout")
    process.arguments =
      ["proximity"] + arguments + ["--summary", "--json", "--workers", "\(workers)"]
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus <= 1 else { throw ExitCode(process.terminationStatus) }
    let usage = ProcessUsage.children
    let object = try JSONSerialization.jsonObject(with: output) as? [String: Any]
    let target = (object?["targets"] as? [[String: Any]])?.first
    let within = (target?["within"] as? [[String: Any]])?.last
    let answer = Answer(
      cpu: usage.cpuSeconds, peakMegabytes: usage.peakMegabytes,
      distance: target?["distance_sum_m"] as? Double ?? 0,
      count: within?["count"] as? Int ?? 0)
    print(String(decoding: try JSONEncoder().encode(answer), as: UTF8.self))
  }
}
