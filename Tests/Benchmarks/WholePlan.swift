import ArgumentParser
import Foundation

/// The main job as a planner runs it: the whole program on the sample city, from files to files.
struct WholePlan: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Times the whole plan of the sample city, reading and writing included.")

  @Option(help: "Plan file.") var plan = "gis-data/chenzhou/plan.yaml"

  /// What a planner may be asked to wait for, and what a laptop has to spare.
  private static let secondsAllowed = 60.0
  private static let megabytesAllowed = 1024.0

  func run() throws {
    let out = FileManager.default.temporaryDirectory.appending(path: "plan-\(UUID())")
    defer { try? FileManager.default.removeItem(at: out) }
    let process = Process()
    process.executableURL = Bundle.main.bundleURL.appending(path: "townlayout")
    process.arguments = ["plan", plan, "--out", out.path]
    process.standardOutput = FileHandle.nullDevice
    let start = ContinuousClock.now
    try process.run()
    process.waitUntilExit()
    let wall = (ContinuousClock.now - start).components
    guard process.terminationStatus == 0 else { throw ExitCode(process.terminationStatus) }
    let usage = ProcessUsage.children
    let seconds = Double(wall.seconds) + Double(wall.attoseconds) / 1e18
    print(
      String(
        format: "whole plan: %.1f s wall (allowed %.0f), %.1f s CPU, %.0f MB peak (allowed %.0f)",
        seconds, Self.secondsAllowed, usage.cpuSeconds, usage.peakMegabytes,
        Self.megabytesAllowed))
  }
}
