import Foundation

/// Validity with every defect, of a million polygons of which one in a hundred is invalid.
struct ValidityWorkload: Workload {
  let name = "B"
  let title = "validity of 1 000 000 polygons, every defect"
  let goal = 4.0
  let figures = [(name: "invalid", tolerance: 0.0), (name: "ids", tolerance: 0.0)]

  func program(on files: BenchmarkFiles) throws -> Sample {
    let process = try ChildProcess(
      BenchmarkFiles.program,
      [
        "validate", try files.path(.polygons), "--rules", "ogc", "--id", "id", "--json",
        "--workers", "\(files.workers)",
      ])
    struct Answer: Decodable { let invalid: [String] }
    let ids = try JSONDecoder().decode(Answer.self, from: process.output).invalid
    var sample = Sample(tool: "TownLayout", process: process)
    sample.figures = [
      "invalid": Double(ids.count), "ids": ids.reduce(0) { $0 + (Double($1) ?? 0) },
    ]
    return sample
  }

  func peers(on files: BenchmarkFiles) throws -> [PeerScript] {
    [
      PeerScript(
        name: "Shapely", script: "validity.py", arguments: [try files.path(.polygons)])
    ]
  }
}
