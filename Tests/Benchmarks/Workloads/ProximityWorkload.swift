import Foundation

/// Nearest features of parcels, and points round them, as a user asks for them.
struct ProximityWorkload: Workload {
  let name: String
  let title: String
  let goal: Double
  /// What parcels are held against.
  let others: SeededLayer
  /// The radius within which points are counted; nil for the nearest alone.
  let radius: String?
  /// Peers that finish.
  let tools: [String]

  static let nearestPoint = ProximityWorkload(
    name: "D1", title: "nearest of 1 000 000 points for 100 000 parcels", goal: 5,
    others: .points, radius: nil, tools: ["shapely"])
  static let pointsNear = ProximityWorkload(
    name: "D2", title: "points within 1 km of 100 000 parcels, counted", goal: 10,
    others: .points, radius: "1 km", tools: ["shapely", "duckdb"])
  static let nearestRedLine = ProximityWorkload(
    name: "D4", title: "nearest of 5 000 red lines for 100 000 parcels", goal: 10,
    others: .redLines, radius: nil, tools: ["shapely"])

  /// Metres in all, and points.
  var figures: [(name: String, tolerance: Double)] {
    radius == nil ? [("distance", 0.01)] : [("count", 0)]
  }

  func program(on files: BenchmarkFiles) throws -> Sample {
    var arguments = ["proximity", try files.path(.parcels), "--id", "id"]
    arguments += [others == .points ? "--points" : "--to", try files.path(others)]
    if let radius { arguments += ["--within", radius] }
    let process = try ChildProcess(
      BenchmarkFiles.program,
      arguments + ["--summary", "--json", "--workers", "\(files.workers)"])
    struct Answer: Decodable {
      struct Target: Decodable {
        struct Circle: Decodable { let count: Int }
        let distance_sum_m: Double
        let within: [Circle]?
      }
      let targets: [Target]
    }
    let target = try JSONDecoder().decode(Answer.self, from: process.output).targets.first
    var sample = Sample(tool: "TownLayout", process: process)
    sample.figures["distance"] = target?.distance_sum_m
    sample.figures["count"] = (target?.within?.last?.count).map { Double($0) }
    return sample
  }

  func peers(on files: BenchmarkFiles) throws -> [PeerScript] {
    try tools.map { tool in
      PeerScript(
        name: tool == "duckdb" ? "DuckDB" : "Shapely", script: "proximity.py",
        arguments: [
          tool, radius == nil ? "nearest" : "within", try files.path(.parcels),
          try files.path(others),
        ])
    }
  }
}
