import Foundation
import TestSupport
import Testing

/// A small city with a batch of scenarios, and the program to run it.
final class BatchSample {
  /// Layout-only scenarios, two that redraw boundaries, one without a plan and one that fails.
  static let scenarios = """
    townlayout-scenarios: 1
    scenarios:
      dense: {set: {layout.spacing: 1 km, layout.county.max: 3}}
      contradiction: {set: {layout.towns.min: 5, layout.towns.max: 6}}
      absent: {set: {layout.locked-in: [{site: T99}]}}
      quotas: {grid: {layout.spacing: [2 km, 6 km], layout.county.max: [1, 2, ~]}}
      weights:
        sample:
          count: 4
          values: {layout.coverage-weight: {from: 0.5, to: 50, distribution: log-uniform}}
      land: {grid: {delimitation.town-area.wanted: [1.5 km2, 2.2 km2]}}

    """
  static let scenarioCount = 15
  /// What must not depend on how a batch came to its end.
  static let results = [
    "scenarios.csv", "scenarios.gpkg", "comparison.html", "summary.json", "batch.json",
  ]

  let program = BuiltProgram()
  let scratch: ScratchFolder
  let plan: String
  let file: String

  init(scenarios: String = BatchSample.scenarios) throws {
    scratch = try ScratchFolder()
    let folder = scratch.url.appending(path: "city")
    try FileManager.default.copyItem(at: Fixtures.folder("plans/two-counties"), to: folder)
    let text = try String(
      contentsOf: folder.appending(path: "plan.yaml"), encoding: .utf8)
    plan = try scratch.write(
      text.replacing("cell-size: 150 m", with: "cell-size: 350 m"), to: "city/plan.yaml")
    file = try scratch.write(scenarios, to: "scenarios.yaml")
  }

  func arguments(_ out: String, _ more: [String] = []) -> [String] {
    ["batch", plan, "--scenarios", file, "--out", scratch.path(out)] + more
  }

  /// Runs a batch to its end.
  @discardableResult
  func run(_ out: String, _ more: [String] = []) throws -> BuiltProgram.Outcome {
    try program.run(arguments(out, more))
  }

  /// Starts a batch and leaves it running.
  func start(_ out: String, _ more: [String] = []) throws -> Process {
    let process = Process()
    process.executableURL = URL(filePath: program.path)
    process.arguments = arguments(out, more)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  /// Records in a batch's folder that are whole.
  func records(_ out: String) -> [String] {
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: scratch.path("\(out)/records")))
    return (names ?? []).filter { $0.hasPrefix("scenario-") }
  }

  func data(_ out: String, _ name: String) throws -> Data {
    try Data(contentsOf: scratch.url.appending(path: "\(out)/\(name)"))
  }

  /// Makes sure that two folders hold the same results, byte for byte.
  func expectSame(_ out: String, _ other: String, _ note: String = "") throws {
    for name in Self.results {
      #expect(try data(out, name) == data(other, name), "\(name) \(note)")
    }
  }

  /// The rows of the table, by scenario, each by column.
  func rows(_ out: String) throws -> [String: [String: String]] {
    let text = String(decoding: try data(out, "scenarios.csv").dropFirst(3), as: UTF8.self)
    let lines = text.split(separator: "\r\n").map { Self.cells(String($0)) }
    let names = try #require(lines.first)
    return Dictionary(
      lines.dropFirst().map { cells in
        (cells[0], Dictionary(zip(names, cells), uniquingKeysWith: { first, _ in first }))
      }, uniquingKeysWith: { first, _ in first })
  }

  private static func cells(_ line: String) -> [String] {
    var (cells, isQuoted) = ([""], false)
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(character)
      }
    }
    return cells
  }
}
