import ArgumentParser
import Foundation
import LandModel

/// The red-line check of many parcels against red lines, beside Shapely.
struct RedLines: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "red-lines",
    abstract: "Checks seeded parcels against seeded red lines, beside Shapely with an STRtree.")

  @Option(help: "Parcels in the largest layer; a tenth of them shows the growth.")
  var parcels = 100_000
  @Option(help: "Red lines; one in eighty is large, up to 50 000 vertices with holes.")
  var redLines = 5000
  @Option(help: "A Python interpreter that can import shapely; without, the peer is left out.")
  var python: String?
  @Option(help: "Tasks at once, for both; default one per processor for ours, one for Shapely too.")
  var workers: Int?

  func run() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "townlayout-benchmark-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let city = SeededCity(seed: 11)
    try city.write(parcels: parcels, redLines: redLines, into: folder)

    let executable = URL(filePath: CommandLine.arguments[0])
    func ours(_ mode: String, parcels: Int, workers: Int?) throws -> Measurement {
      var arguments = ["measure", folder.path, "--parcels", "\(parcels)", "--mode", mode]
      if let workers { arguments += ["--workers", "\(workers)"] }
      return try Measurement.run(executable, arguments)
    }
    print("\(parcels) parcels, \(redLines) red lines; CPU seconds of the check, reading left out")
    print(Measurement.header)
    let areas = try ours("areas", parcels: parcels, workers: workers)
    print(areas.row("TownLayout, areas"))
    let drawn = try ours("pieces", parcels: parcels, workers: workers)
    print(drawn.row("TownLayout, with pieces and widths"))
    try comparePeer(folder, areas: areas, drawn: drawn)
    for (mode, large) in [("areas", areas), ("pieces", drawn)] {
      let small = try ours(mode, parcels: parcels / 10, workers: workers)
      print(small.row("TownLayout, \(mode), a tenth of the parcels"))
      let growth = large.cpu / max(small.cpu, 0.001)
      print(
        "  growth from \(parcels / 10) to \(parcels) parcels: \(Measurement.text(growth)) times")
    }
  }

  private func comparePeer(_ folder: URL, areas: Measurement, drawn: Measurement) throws {
    guard let python else {
      print("Shapely: not run; give an interpreter that can import it with --python.")
      return
    }
    let script = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "peers/red_lines.py")
    guard
      let peer = try? Measurement.run(
        URL(filePath: python), [script.path, folder.path, "\(parcels)"])
    else {
      print("Shapely: \(python) cannot run the script; is shapely installed there?")
      return
    }
    print(peer.row("Shapely \(peer.note)"))
    for (name, mine) in [("areas", areas), ("with pieces", drawn)] {
      print(
        "  \(name): \(Measurement.text(peer.cpu / mine.cpu)) times less CPU, "
          + "\(Measurement.text(peer.wall / mine.wall)) times less time, "
          + "memory \(Measurement.text(mine.peakMegabytes / peer.peakMegabytes)) of Shapely's; "
          + "pairs \(mine.pairs == peer.pairs ? "equal" : "differ by \(mine.pairs - peer.pairs)"), "
          + "area differs by \(Measurement.text(abs(mine.area - peer.area))) m²")
    }
  }
}
