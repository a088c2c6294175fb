import Foundation

/// The overlaps inside one layer that should be a coverage, each place drawn, as a user runs it.
struct OverlapWorkload: Workload {
  let name = "C"
  let title = "overlaps inside one layer of 200 000 cells, each drawn"
  let goal = 7.0
  /// Each area is printed to a tenth of a square millimetre.
  let figures = [(name: "pairs", tolerance: 0.0), (name: "area", tolerance: 0.1)]

  func program(on files: BenchmarkFiles) throws -> Sample {
    // However narrow, as the peer has no tolerance.
    let settings = files.output("settings.yaml")
    defer { try? FileManager.default.removeItem(atPath: settings) }
    try Data(
      "townlayout: 1\nvalidate:\n  rules:\n    layer.overlap: { thresholds: { width: 0 } }\n".utf8
    ).write(
      to: URL(filePath: settings))
    let process = try ChildProcess(
      BenchmarkFiles.program,
      [
        "validate", try files.path(.cells), "--rules", "layer.overlap", "--settings", settings,
        "--max-findings", "1000000", "--json", "--workers", "\(files.workers)",
      ])
    struct Answer: Decodable {
      struct Finding: Decodable { let value: Double? }

      let findings: [Finding]
    }
    let answer = try JSONDecoder().decode(Answer.self, from: process.output)
    var sample = Sample(tool: "TownLayout", process: process)
    sample.figures = [
      "pairs": Double(answer.findings.count),
      "area": answer.findings.reduce(0) { $0 + ($1.value ?? 0) },
    ]
    return sample
  }

  func peers(on files: BenchmarkFiles) throws -> [PeerScript] {
    [
      PeerScript(
        name: "Shapely", script: "overlaps.py", arguments: [try files.path(.cells)])
    ]
  }
}
