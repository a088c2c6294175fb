import ArgumentParser
import Foundation
import LandModel
import LayoutAnalysis

/// The overlaps inside one layer that should be a coverage, beside Shapely.
struct Overlaps: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "overlaps",
    abstract: "Finds the overlaps inside a seeded near-coverage, beside Shapely with an STRtree.")

  @Option(help: "Cells of the layer, 61 vertices each.")
  var cells = 200_000
  @Option(help: "A folder with cells.xy, cells.rings and cells.rows to take instead.")
  var data: String?
  @Option(help: "A Python interpreter that can import shapely; without, the peer is left out.")
  var python: String?
  @Option(help: "Tasks at once; default one per processor for ours, one for Shapely.")
  var workers: Int?

  func run() throws {
    let own = FileManager.default.temporaryDirectory.appending(
      path: "townlayout-overlaps-\(ProcessInfo.processInfo.processIdentifier)")
    defer { try? FileManager.default.removeItem(at: own) }
    if data == nil {
      try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
      var coverage = SeededCoverage(cells: cells, seed: 15)
      try FlatLayer.write(coverage.column(), "cells", into: own)
    }
    let folder = data.map { URL(filePath: $0) } ?? own

    let executable = URL(filePath: CommandLine.arguments[0])
    func ours(_ mode: MeasureOverlaps.Mode) throws -> Measurement {
      var arguments = ["measure-overlaps", folder.path, "--mode", mode.rawValue]
      if let workers { arguments += ["--workers", "\(workers)"] }
      return try Measurement.run(executable, arguments)
    }
    print("overlaps in one layer; CPU seconds, reading left out")
    print(Measurement.header)
    let areas = try ours(.areas)
    print(areas.row("TownLayout, pairs and areas"))
    let drawn = try ours(.pieces)
    print(drawn.row("TownLayout, with each place drawn"))
    guard let python else {
      print("Shapely: not run; give an interpreter that can import it with --python.")
      return
    }
    let script = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "peers/overlaps.py")
    guard let peer = try? Measurement.run(URL(filePath: python), [script.path, folder.path]) else {
      print("Shapely: \(python) cannot run the script; is shapely installed there?")
      return
    }
    print(peer.row("Shapely \(peer.note)"))
    for (name, mine) in [("pairs and areas", areas), ("with places", drawn)] {
      print(
        "  \(name): \(Measurement.text(peer.cpu / mine.cpu)) times less CPU, "
          + "\(Measurement.text(peer.wall / mine.wall)) times less time, "
          + "memory \(Measurement.text(mine.peakMegabytes / peer.peakMegabytes)) of Shapely's; "
          + "pairs \(mine.pairs == peer.pairs ? "equal" : "differ by \(mine.pairs - peer.pairs)"), "
          + "area differs by \(Measurement.text(abs(mine.area - peer.area))) m²")
    }
  }
}

/// The overlaps of one written layer in a process of its own, so that its memory is its own.
struct MeasureOverlaps: ParsableCommand {
  enum Mode: String, ExpressibleByArgument { case areas, pieces }

  static let configuration = CommandConfiguration(
    commandName: "measure-overlaps",
    abstract: "Finds the overlaps of a written layer and prints what it took.",
    shouldDisplay: false)

  @Argument(help: "Folder with the layer.") var folder: String
  @Option(help: "Areas alone, or the places too.") var mode: Mode
  @Option(help: "Tasks at once.") var workers: Int?

  func run() throws {
    let geometry = try FlatLayer.read("cells", from: URL(filePath: folder), rows: nil)
    let projected = ProjectedLayer(
      key: "cells",
      grid: GaussKrugerGrid(
        crs: CRSIdentifier(epsg: 4547), centralMeridian: 114, falseEasting: Metres(500_000)),
      geometry: geometry, ids: (0..<geometry.count).map { FeatureID("\($0)") },
      attributes: AttributeTable())
    let layer = CheckedLayer(projected, keepingValidRows: Array(0..<geometry.count))
    let (cpu, start) = (ProcessUsage.cpuSeconds, ContinuousClock.now)
    let overlaps = try LayerOverlaps(of: layer, tolerance: .zero, workers: workers)
    var area = overlaps.pairs.reduce(0) { $0 + $1.planarArea }
    if mode == .pieces {
      area = try overlaps.pieces(of: overlaps.pairs).reduce(0) {
        $0 + PlanarMeasure.area(of: $1).value
      }
    }
    let wall = ContinuousClock.now - start
    let measurement = Measurement(
      pairs: overlaps.pairs.count, area: area,
      wall: Double(wall.components.seconds) + Double(wall.components.attoseconds) / 1e18,
      cpu: ProcessUsage.cpuSeconds - cpu, peakMegabytes: ProcessUsage.peakMegabytes)
    print(String(decoding: try JSONEncoder().encode(measurement), as: UTF8.self))
  }
}
