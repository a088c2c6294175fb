import ArgumentParser
import Foundation
import LandModel
import LayerStore
import Projections

/// Longitudes and latitudes to a grid; compared is the transformation alone.
struct ProjectionWorkload: Workload {
  let name = "E"
  let title = "20 000 000 positions from degrees to the grid"
  let goal = 1.0
  /// Metres: the mean of all positions is compared, which rounding does not move.
  let figures = [(name: "easting", tolerance: 1e-6), (name: "northing", tolerance: 1e-6)]
  let comparesCompute = true

  func program(on files: BenchmarkFiles) throws -> Sample {
    try Sample(
      tool: "TownLayout",
      reportOf: ChildProcess(
        BenchmarkFiles.executable, ["measure-projection", try files.path(.tracks)]))
  }

  func peers(on files: BenchmarkFiles) throws -> [PeerScript] {
    [
      PeerScript(
        name: "pyproj", script: "projection.py", arguments: [try files.path(.tracks)])
    ]
  }
}

/// One reading and transformation in a process of its own.
struct MeasureProjection: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure-projection",
    abstract: "Reads a layer in degrees, brings it to EPSG:4547, and prints what that took.",
    shouldDisplay: false)

  @Argument(help: "The layer's file.") var file: String

  func run() throws {
    guard let grid = GaussKrugerGrid(epsg: 4547) else { return }
    let source = try LayerReader.read(LayerAddress(file: file), options: ReadOptions(fields: []))
    let before = ProcessUsage.cpuSeconds
    let layer = try LayerProjection(of: source, key: "positions", to: grid).layer
    let cpu = ProcessUsage.cpuSeconds - before
    // From a local origin, or the sum of millions would lose the last digits.
    let origin = XY(500_000, 2_600_000)
    var sum = XY(0, 0)
    for position in layer.geometry.positions {
      sum.x += position.x - origin.x
      sum.y += position.y - origin.y
    }
    let count = Double(max(1, layer.geometry.positions.count))
    try Sample.Report(
      cpu: cpu,
      figures: ["easting": origin.x + sum.x / count, "northing": origin.y + sum.y / count]
    ).print()
  }
}
