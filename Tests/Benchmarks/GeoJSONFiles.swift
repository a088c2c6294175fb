import ArgumentParser
import Foundation
import LandModel
import LayerStore

/// Reading and writing of a large GeoJSON file, beside GDAL.
struct GeoJSONFiles: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "geojson",
    abstract: "Reads and writes seeded GeoJSON, beside pyogrio and ogr2ogr; CPU of whole processes."
  )

  @Option(help: "Features of the file: polygons of 61 vertices with six attributes.")
  var features = 200_000
  @Option(help: "A Python interpreter that can import pyogrio; without, ogr2ogr is the only peer.")
  var python: String?

  func run() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "townlayout-geojson-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let text = folder.appending(path: "f.geojson").path
    let table = folder.appending(path: "f.fgb").path
    let executable = URL(filePath: CommandLine.arguments[0])
    // A process of its own: the system counts the memory of the one that starts another to the other.
    for path in [text, table] {
      _ = try Measurement.run(
        executable, ["measure-geojson", "\(features)", "--task", "make", "--target", path])
    }
    let size = try FileManager.default.attributesOfItem(atPath: text)[.size] as? Int ?? 0
    print(
      "\(features) features, \(size / 1_000_000) MB of GeoJSON; CPU seconds of whole processes, but of "
        + "writing from FlatGeobuf without its reading")
    print(Self.row("", "CPU s", "wall s", "peak MB", "positions"))

    let target = folder.appending(path: "written.geojson").path
    for (task, input) in [("read", text), ("write", table), ("convert", text)] {
      let mine = try Measurement.run(
        executable, ["measure-geojson", input, "--task", task, "--target", target])
      print(Self.row("TownLayout, \(task)", mine))
      for (name, peer) in try peers(task, input: input, target: target) {
        print(Self.row(name, peer))
        let memory =
          peer.peakMegabytes > 0
          ? ", memory \(Measurement.text(mine.peakMegabytes / peer.peakMegabytes)) of the peer's"
          : ""
        print("  \(Measurement.text(peer.cpu / mine.cpu)) times less CPU\(memory)")
      }
    }
  }

  /// What the peers take for a task; those that are not installed are left out.
  private func peers(
    _ task: String, input: String, target: String
  ) throws -> [(String, Measurement)] {
    var found: [(String, Measurement)] = []
    if let python {
      let script = URL(filePath: #filePath).deletingLastPathComponent().appending(
        path: "peers/geojson.py")
      let arguments = [script.path, task, input, target]
      if let peer = try? Measurement.run(URL(filePath: python), arguments) {
        found.append(("pyogrio \(peer.note), \(task)", peer))
      } else {
        print("pyogrio: \(python) cannot run the script; is pyogrio installed there?")
      }
    }
    if let peer = try ogr2ogr(task, input: input, target: target) {
      found.append(("ogr2ogr, \(task)\(task == "convert" ? "" : ", with FlatGeobuf")", peer))
    }
    return found
  }

  /// GDAL's own program: it reads one file and writes another, FlatGeobuf where that is not the task.
  private func ogr2ogr(_ task: String, input: String, target: String) throws -> Measurement? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      task == "read"
      ? ["ogr2ogr", "-f", "FlatGeobuf", "-lco", "SPATIAL_INDEX=NO", target + ".fgb", input]
      : ["ogr2ogr", "-f", "GeoJSON", "-lco", "COORDINATE_PRECISION=12", target + ".\(task)", input]
    let (before, start) = (ProcessUsage.children.cpuSeconds, ContinuousClock.now)
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { return nil }
    let wall = ContinuousClock.now - start
    return Measurement(
      wall: Double(wall.components.seconds) + Double(wall.components.attoseconds) / 1e18,
      cpu: ProcessUsage.children.cpuSeconds - before)
  }

  private static func row(_ name: String, _ measured: Measurement) -> String {
    row(
      name, Measurement.text(measured.cpu), Measurement.text(measured.wall),
      measured.peakMegabytes > 0 ? String(format: "%.0f", measured.peakMegabytes) : "–",
      measured.pairs > 0 ? "\(measured.pairs)" : "–")
  }

  private static func row(_ cells: String...) -> String {
    zip(cells, [46, 8, 8, 9, 11]).enumerated().map { place, cell in
      let gap = String(repeating: " ", count: max(0, cell.1 - cell.0.count))
      return place == 0 ? cell.0 + gap : gap + cell.0
    }.joined()
  }
}

/// One reading or writing in a process of its own, so that its memory is its own.
struct MeasureGeoJSON: ParsableCommand {
  enum Task: String, ExpressibleByArgument { case make, read, write, convert }

  static let configuration = CommandConfiguration(
    commandName: "measure-geojson",
    abstract: "Reads a file, writes it as GeoJSON if asked, and prints what it took.",
    shouldDisplay: false)

  @Argument(help: "The file to read, or the number of features to make.") var file: String
  @Option(help: "Make a file, read one, or write what was read.") var task: Task
  @Option(help: "The file to write.") var target: String

  func run() throws {
    var (before, start) = (0.0, ContinuousClock.now)
    let layer: OutputLayer
    if task == .make {
      layer = SeededParcels(features: Int(file) ?? 0, seed: 19).layer()
    } else {
      let read = try LayerReader.read(LayerAddress(file: file))
      layer = OutputLayer(
        name: "f", crs: read.crs, geometry: read.geometry, attributes: read.attributes)
    }
    if task == .write { (before, start) = (ProcessUsage.cpuSeconds, ContinuousClock.now) }
    if task != .read {
      try LayerWriter.write([layer], to: target, replacing: true, precision: .decimals(12))
    }
    let wall = ContinuousClock.now - start
    let measurement = Measurement(
      pairs: layer.geometry.positions.count,
      wall: Double(wall.components.seconds) + Double(wall.components.attoseconds) / 1e18,
      cpu: ProcessUsage.cpuSeconds - before, peakMegabytes: ProcessUsage.peakMegabytes)
    print(String(decoding: try JSONEncoder().encode(measurement), as: UTF8.self))
  }
}
