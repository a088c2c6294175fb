import ArgumentParser
import Foundation

/// Nearest features and counts within a distance, the whole program beside Shapely and DuckDB.
struct Proximity: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "proximity",
    abstract:
      "Measures nearest points and red lines of parcels, and points round them, beside peers.")

  @Option(help: "Parcels, 30 to 200 vertices each.") var parcels = 100_000
  @Option(help: "Red lines, 40 to 50 000 vertices each.") var redLines = 5000
  @Option(help: "Points.") var points = 1_000_000
  @Option(
    help: "Parcels whose nearest red line the peer looks for; it needs minutes for all of them.")
  var nearestParcels = 10_000
  @Option(help: "A folder with parcels.fgb, red-lines.fgb and points.fgb to take instead.")
  var data: String?
  @Option(help: "A Python interpreter with shapely, pyogrio and, for counts, duckdb.")
  var python: String?
  @Option(help: "Tasks at once; the peers have one.") var workers = 1

  func run() throws {
    let own = FileManager.default.temporaryDirectory.appending(
      path: "townlayout-proximity-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: own) }
    let executable = URL(filePath: CommandLine.arguments[0])
    // In a process of its own: a child's peak memory counts from what its parent holds.
    var writing = ["write-proximity", own.path, "--nearest-parcels", "\(nearestParcels)"]
    writing +=
      data.map { ["--data", $0] }
      ?? ["--parcels", "\(parcels)", "--red-lines", "\(redLines)", "--points", "\(points)"]
    _ = try Measurement.output(executable, writing)
    let folder = data.map { URL(filePath: $0) } ?? own
    func file(_ name: String) -> String { folder.appending(path: "\(name).fgb").path }
    let few = own.appending(path: "few-parcels.fgb").path

    print("whole processes from FlatGeobuf files; CPU seconds, \(workers) worker(s)")
    print(Self.row(["", "CPU s", "peak MB", "sum of distances m", "count"]))
    try compare(
      "nearest point of each parcel", [file("parcels"), "--points", file("points")],
      peers: ["shapely"], task: "nearest", file("parcels"), file("points"))
    try compare(
      "points within 1 km",
      [file("parcels"), "--points", file("points"), "--within", "1 km"],
      peers: ["shapely", "duckdb"], task: "within", file("parcels"), file("points"))
    try compare(
      "points within 1, 3 and 5 km",
      [file("parcels"), "--points", file("points")]
        + ["1 km", "3 km", "5 km"].flatMap { ["--within", $0] },
      peers: [], task: "within", file("parcels"), file("points"))
    try compare(
      "nearest red line, \(nearestParcels) parcels", [few, "--to", file("red-lines")],
      peers: ["shapely"], task: "nearest", few, file("red-lines"))
    try compare(
      "nearest red line, all parcels", [file("parcels"), "--to", file("red-lines")], peers: [],
      task: "nearest", file("parcels"), file("red-lines"))
  }

  private func compare(
    _ name: String, _ arguments: [String], peers: [String], task: String, _ towns: String,
    _ others: String
  ) throws {
    let output = try Measurement.output(
      URL(filePath: CommandLine.arguments[0]),
      ["measure-proximity", "--workers", "\(workers)", "--"] + arguments)
    let mine = try JSONDecoder().decode(MeasureProximity.Answer.self, from: output)
    print(mine.row("TownLayout, \(name)"))
    guard let python else {
      if !peers.isEmpty { print("  peers: not run; give an interpreter with --python") }
      return
    }
    let script = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "peers/proximity.py")
    for peer in peers {
      guard
        let text = try? Measurement.output(
          URL(filePath: python), [script.path, peer, task, towns, others]),
        let other = try? JSONDecoder().decode(MeasureProximity.Answer.self, from: text)
      else {
        print("  \(peer): \(python) cannot run the script; is it installed there?")
        continue
      }
      print(other.row("  \(peer) \(other.note)"))
      let isSame =
        task == "within" ? mine.count == other.count : abs(mine.distance - other.distance) < 0.001
      print(
        "  \(Measurement.text(other.cpu / mine.cpu)) times less CPU, memory "
          + "\(Measurement.text(mine.peakMegabytes / other.peakMegabytes)) of \(peer)'s; results "
          + (isSame ? "equal" : "DIFFER"))
    }
  }

  static func row(_ cells: [String]) -> String {
    zip(cells, [52, 8, 9, 20, 12]).enumerated().map { place, cell in
      let gap = String(repeating: " ", count: max(0, cell.1 - cell.0.count))
      return place == 0 ? cell.0 + gap : gap + cell.0
    }.joined()
  }
}
