import ArgumentParser
import Foundation
import LandModel
import LayerStore

/// Validity with every defect, of a million polygons in a FlatGeobuf file, beside Shapely.
struct Validity: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validity",
    abstract: "Finds every defect of seeded polygons, beside Shapely's first reason of each.")

  @Option(help: "Polygons; one in a hundred is invalid.") var polygons = 1_000_000
  @Option(help: "A file to take instead of seeded polygons.") var layer: String?
  @Option(help: "Its field of ids.") var id = "id"
  @Option(help: "A Python interpreter with shapely and pyogrio; without, the peer is left out.")
  var python: String?
  @Option(help: "Tasks at once; Shapely has one.") var workers = 1

  func run() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "townlayout-benchmark-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = try layer ?? write(into: folder)

    let executable = URL(filePath: CommandLine.arguments[0])
    let compute = try Measurement.run(
      executable, ["measure-validity", file, "--workers", "\(workers)"])
    print("\(compute.pairs) polygons invalid; CPU seconds, \(workers) worker(s)")
    let whole = try wholeProcess(file, folder)
    print(
      "TownLayout, all defects: compute \(Measurement.text(compute.cpu)), whole process "
        + "\(Measurement.text(whole.cpu)), peak \(Int(whole.peak)) MB")
    try comparePeer(file, compute: compute, whole: whole)
  }

  private func write(into folder: URL) throws -> String {
    let file = folder.appending(path: "polygons.fgb").path
    var generator = SeededPolygons(seed: 14)
    let geometry = generator.column(polygons)
    let ids = AttributeColumn.integer((0..<polygons).map { Int64($0) })
    _ = try LayerWriter.write(
      [
        OutputLayer(
          name: "polygons", crs: CRSIdentifier(epsg: 4547), geometry: geometry,
          attributes: AttributeTable(names: ["id"], columns: [ids]))
      ], to: file)
    return file
  }

  /// The program as a user runs it, from file to answer.
  private func wholeProcess(
    _ file: String, _ folder: URL
  ) throws -> (cpu: Double, peak: Double, ids: [String]) {
    let answer = folder.appending(path: "answer.json")
    try Data().write(to: answer)
    let process = Process()
    process.executableURL = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "townlayout")
    process.arguments = [
      "validate", file, "--rules", "ogc", "--id", id, "--json", "--workers", "\(workers)",
    ]
    process.standardOutput = try FileHandle(forWritingTo: answer)
    let before = ProcessUsage.children.cpuSeconds
    try process.run()
    process.waitUntilExit()
    let usage = ProcessUsage.children
    guard process.terminationStatus <= 1 else { throw ExitCode(process.terminationStatus) }
    let object = try JSONSerialization.jsonObject(with: Data(contentsOf: answer))
    let ids = ((object as? [String: Any])?["invalid"] as? [String]) ?? []
    return (usage.cpuSeconds - before, usage.peakMegabytes, ids.sorted())
  }

  /// What the peer's script prints.
  private struct Peer: Decodable {
    let invalid: Int
    let ids: [String]
    let cpu: Double
    let wholeCPU: Double
    let peakMegabytes: Double
    let note: String
  }

  private func comparePeer(
    _ file: String, compute: Measurement, whole: (cpu: Double, peak: Double, ids: [String])
  ) throws {
    guard let python else {
      print("Shapely: not run; give an interpreter that can import it with --python.")
      return
    }
    let script = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "peers/validity.py")
    guard let text = try? Measurement.output(URL(filePath: python), [script.path, file, id]),
      let peer = try? JSONDecoder().decode(Peer.self, from: text)
    else {
      print("Shapely: \(python) cannot run the script; are shapely and pyogrio installed there?")
      return
    }
    print(
      "Shapely \(peer.note), first defects: compute \(Measurement.text(peer.cpu)), whole process "
        + "\(Measurement.text(peer.wholeCPU)), peak \(Int(peer.peakMegabytes)) MB")
    print(
      "  compute \(Measurement.text(peer.cpu / compute.cpu)) times less, whole process "
        + "\(Measurement.text(peer.wholeCPU / whole.cpu)) times less, memory "
        + "\(Measurement.text(whole.peak / peer.peakMegabytes)) of Shapely's; invalid features "
        + (peer.ids == whole.ids ? "equal" : "differ: \(whole.ids.count) and \(peer.invalid)"))
  }
}
