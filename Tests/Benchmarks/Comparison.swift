import ArgumentParser
import Foundation

/// The workloads one after the other, each beside its peers, as one table in Markdown.
struct Comparison: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Measures the program on seeded workloads, beside peers on the same files.",
    discussion: """
      CPU seconds of whole processes, one worker; the peer is the quickest of those that ran. Results are \
      compared, and what differs is printed in place of “equal”.
      """)

  /// All workloads, in the order of the table.
  static let workloads: [any Workload] = [
    RedLineWorkload.large, RedLineWorkload.small, ValidityWorkload(), OverlapWorkload(),
    ProximityWorkload.nearestPoint, ProximityWorkload.pointsNear, ProximityWorkload.nearestRedLine,
    ProjectionWorkload(), GeoJSONWorkload.reading, GeoJSONWorkload.writing,
  ]

  @Option(help: "Share of the full number of features.") var scale = 1.0
  @Option(help: "Workloads to run, by name, with commas between; default all.") var only: String?
  @Option(help: "A folder with a1.fgb, red.fgb and so on, to take instead of seeded layers.")
  var data: String?
  @Option(help: "A Python interpreter that can import the peers; without, they are left out.")
  var python: String?
  @Option(help: "Tasks at once; the peers have one.") var workers = 1
  @Flag(inversion: .prefixedNo, help: "Also how the time grows with the number of parcels.")
  var growth = true

  func validate() throws {
    guard (1e-4...1).contains(scale) else {
      throw ValidationError("--scale is a share: 0.1 takes a tenth of the features.")
    }
    _ = try chosen
  }

  func run() throws {
    let own = FileManager.default.temporaryDirectory.appending(
      path: "townlayout-benchmark-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: own) }
    let files = BenchmarkFiles(
      folder: data.map { URL(filePath: $0) } ?? own, scale: scale, isGiven: data != nil,
      workers: workers)
    if scale < 1, data == nil { print("Features: \(scale) of what the titles say.\n") }
    print(ComparisonTable.head)
    for workload in try chosen {
      let sample = try workload.program(on: files)
      let peers = try workload.samples(of: files, python: python)
      print(ComparisonTable.row(workload, sample, peers: peers))
    }
    if growth, data == nil { try printGrowth(own) }
  }

  private var chosen: [any Workload] {
    get throws {
      guard let only else { return Self.workloads }
      return try only.split(separator: ",").flatMap { name in
        let found = Self.workloads.filter {
          $0.name == name || $0.name.hasPrefix("\(name) ")
        }
        guard !found.isEmpty else {
          let names = Self.workloads.map(\.name).joined(separator: ", ")
          throw ValidationError("--only: there is no workload “\(name)”; there are \(names).")
        }
        return found
      }
    }
  }

  /// The check of small parcels at a hundredth, a tenth and all of their number.
  private func printGrowth(_ folder: URL) throws {
    print("\n| small parcels checked | CPU s | µs a parcel | peak MB |\n|--:|--:|--:|--:|")
    for share in [0.01, 0.1, 1] {
      let part = folder.appending(path: "\(share)")
      try FileManager.default.createDirectory(at: part, withIntermediateDirectories: true)
      let files = BenchmarkFiles(
        folder: part, scale: scale * share, isGiven: false, workers: workers)
      // The same red lines beside each.
      let redLines = BenchmarkFiles(
        folder: folder, scale: scale, isGiven: false, workers: workers)
      try FileManager.default.createSymbolicLink(
        atPath: part.appending(path: SeededLayer.redLines.fileName).path,
        withDestinationPath: try redLines.path(.redLines))
      let sample = try RedLineWorkload.small.program(on: files)
      let count = Double(SeededLayer.smallParcels.count) * scale * share
      print(
        "| \(Int(count)) | \(ComparisonTable.number(sample.cpu)) | "
          + "\(ComparisonTable.number(sample.cpu / count * 1e6)) | \(Int(sample.peakMegabytes)) |")
    }
  }
}
