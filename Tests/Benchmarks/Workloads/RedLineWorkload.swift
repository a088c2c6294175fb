import Foundation

/// The red-line check pair by pair, as a user runs it: parcels, small ones or not, against red lines.
struct RedLineWorkload: Workload {
  let parcels: SeededLayer
  let name: String
  let title: String
  let goal: Double

  static let large = RedLineWorkload(
    parcels: .parcels, name: "A1", title: "red-line check, 100 000 parcels × 5 000 red lines",
    goal: 20)
  static let small = RedLineWorkload(
    parcels: .smallParcels, name: "A2", title: "the same, 1 000 000 small parcels", goal: 15)

  /// Square metres in all; a pair that counts for one tool alone has 1e-6 m² at most.
  let figures = [(name: "pairs", tolerance: 2.0), (name: "area", tolerance: 0.01)]

  func program(on files: BenchmarkFiles) throws -> Sample {
    let process = try ChildProcess(
      BenchmarkFiles.program,
      [
        "check", try files.path(parcels), "--id", "id", "--against", try files.path(.redLines),
        "--pairs", "--summary", "--json", "--workers", "\(files.workers)",
      ])
    struct Answer: Decodable {
      let overlapping_pairs: Int
      let pair_overlap_planar_m2: Double
    }
    let answer = try JSONDecoder().decode(Answer.self, from: process.output)
    var sample = Sample(tool: "TownLayout", process: process)
    sample.figures = [
      "pairs": Double(answer.overlapping_pairs), "area": answer.pair_overlap_planar_m2,
    ]
    return sample
  }

  func peers(on files: BenchmarkFiles) throws -> [PeerScript] {
    [
      PeerScript(
        name: "Shapely", script: "red_lines.py",
        arguments: [try files.path(parcels), try files.path(.redLines)])
    ]
  }
}
