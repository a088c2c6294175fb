import ArgumentParser
import Foundation
import LandModel
import LayerStore

/// A survey's parcels read from GeoJSON, or written to it.
struct GeoJSONWorkload: Workload {
  let task: MeasureGeoJSON.Task

  static let reading = GeoJSONWorkload(task: .read)
  static let writing = GeoJSONWorkload(task: .write)

  var name: String { task == .read ? "F read" : "F write" }
  var title: String {
    task == .read
      ? "GeoJSON of 200 000 parcels with six attributes, read" : "the same, written"
  }
  var goal: Double { task == .read ? 8 : 15 }
  /// The peer counts positions when its task is done, and writing begins with a layer in memory.
  let comparesCompute = true
  let figures = [(name: "positions", tolerance: 0.0)]

  func program(on files: BenchmarkFiles) throws -> Sample {
    let target = files.output("own.geojson")
    defer { try? FileManager.default.removeItem(atPath: target) }
    return try Sample(
      tool: "TownLayout",
      reportOf: ChildProcess(
        BenchmarkFiles.executable,
        ["measure-geojson", try files.path(.survey), "--task", task.rawValue, "--target", target]))
  }

  func peers(on files: BenchmarkFiles) throws -> [PeerScript] {
    [
      PeerScript(
        name: "pyogrio", script: "geojson.py",
        arguments: [task.rawValue, try files.path(.survey), files.output("peer.geojson")])
    ]
  }
}

/// One reading or writing in a process of its own, so that its memory is its own.
struct MeasureGeoJSON: ParsableCommand {
  enum Task: String, ExpressibleByArgument { case read, write }

  static let configuration = CommandConfiguration(
    commandName: "measure-geojson",
    abstract: "Reads a file, writes it as GeoJSON if asked, and prints what it took.",
    shouldDisplay: false)

  @Argument(help: "The file to read.") var file: String
  @Option(help: "Read it, or write what was read.") var task: Task
  @Option(help: "The file to write.") var target: String

  func run() throws {
    var before = 0.0
    let read = try LayerReader.read(LayerAddress(file: file))
    if task == .write {
      before = ProcessUsage.cpuSeconds
      let layer = OutputLayer(
        name: "f", crs: read.crs, geometry: read.geometry, attributes: read.attributes)
      try LayerWriter.write([layer], to: target, replacing: true, precision: .decimals(12))
    }
    try Sample.Report(
      cpu: ProcessUsage.cpuSeconds - before,
      figures: ["positions": Double(read.geometry.positions.count)]
    ).print()
  }
}
