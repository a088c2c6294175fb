import ArgumentParser
import Foundation
import LandModel

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
    let executable = URL(filePath: CommandLine.arguments[0])
    let file = layer ?? folder.appending(path: "polygons.fgb").path
    if layer == nil {
      // In a process of its own: a child's peak memory counts from what its parent holds.
      _ = try Measurement.output(executable, ["write-polygons", file, "--polygons", "\(polygons)"])
    }
    let compute = try Measurement.run(
      executable, ["measure-validity", file, "--workers", "\(workers)"])
    print("\(compute.pairs) polygons invalid; CPU seconds, \(workers) worker(s)")
    // In a process of its own: the peak of children counts all that were waited for.
    let answer = try Measurement.output(
      executable, ["measure-program", file, "--id", id, "--workers", "\(workers)"])
    let whole = try JSONDecoder().decode(MeasureProgram.Answer.self, from: answer)
    print(
      "TownLayout, all defects: compute \(Measurement.text(compute.cpu)), whole process "
        + "\(Measurement.text(whole.cpu)), peak \(Int(whole.peakMegabytes)) MB")
    try comparePeer(file, compute: compute, whole: whole)
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
    _ file: String, compute: Measurement, whole: MeasureProgram.Answer
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
        + "\(Measurement.text(whole.peakMegabytes / peer.peakMegabytes)) of Shapely's; invalid features "
        + (peer.ids == whole.ids ? "equal" : "differ: \(whole.ids.count) and \(peer.invalid)"))
  }
}
