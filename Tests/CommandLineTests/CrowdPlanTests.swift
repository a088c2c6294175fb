import Foundation
import TestSupport
import Testing

/// Many candidates in one place, from the plan file to the verified certificate.
///
/// 144 of them are kept by pairs; 529 and 100 more beside them as lists that join, of which nothing is measured.
@Suite struct CrowdPlanTests {
  /// Metres in the county.
  private static let crowd =
    ProcessInfo.processInfo.environment["TOWNLAYOUT_HEAVY_TESTS"] == nil
    ? square(of: 12, at: 12_000) : square(of: 23, at: 12_000) + square(of: 10, at: 14_500)
  private static let lone = [(4000, 4000), (4000, 16_000), (16_000, 4000)]
  private let program = BuiltProgram()
  private let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder()
    try PlanLayers.write(
      (Self.crowd + Self.lone).enumerated().map { number, place in
        (
          #""id":"T\#(number)","name":"镇\#(number)","county":"A""#,
          PlanLayers.square(400_000 + place.0 - 5, 2_850_000 + place.1 - 5, 10)
        )
      }, to: "candidates.geojson", in: scratch)
    try PlanLayers.write(
      [(6000, 6000), (13_000, 12_500), (5000, 15_000)].enumerated().map { number, place in
        (
          #""id":"P\#(number)","category":"place","weight":\#(number + 1)"#,
          PlanLayers.point(400_000 + place.0, 2_850_000 + place.1)
        )
      }, to: "places.geojson", in: scratch)
    try PlanLayers.write(
      [(#""code":"A","name":"甲县""#, PlanLayers.square(400_000, 2_850_000, 20_000))],
      to: "counties.geojson", in: scratch)
    try PlanLayers.writePlan(
      title: "{zh: 同处申报, en: A crowd}", halfDistance: "3 km",
      delimitation: ["cell-size: 200 m"],
      layout: ["towns: {max: 10}", "spacing: 5 km", "coverage: {place: {radius: 4 km}}"],
      in: scratch)
  }

  private static func square(of side: Int, at x: Int) -> [(Int, Int)] {
    (0..<(side * side)).map { (x + 20 * ($0 % side), 12_000 + 20 * ($0 / side)) }
  }

  private func json(_ text: String) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any], "\(text)")
  }

  @Test func `one town of a crowd is chosen, and the certificate proves it the best`() throws {
    let run = scratch.url.appending(path: "run")
    let plan = scratch.path("plan.yaml")
    let outcome = try program.run(["plan", plan, "--out", run.path])
    try #require(outcome.code == 0, "\(outcome.errors)")
    let record = try json(String(contentsOf: run.appending(path: "run.json"), encoding: .utf8))
    #expect(record["status"] as? String == "optimal")
    let crowd = Self.crowd.count
    let towns = try #require(record["chosen"] as? [[String: Any]]).compactMap {
      ($0["town_id"] as? String).flatMap { Int($0.dropFirst()) }
    }
    #expect(towns.count == 1 + Self.lone.count, "\(towns)")
    #expect(towns.count { $0 < crowd } == 1)
    let certificate = try #require(record["certificate"] as? [String: Any])
    let cliques = try #require(certificate["cliques"] as? [String: Any])
    let columns = try #require(cliques["columns"] as? [[Int]])
    #expect(columns.contains { $0.count >= crowd })
    let verified = try program.run(["verify", run.path, "--plan", plan, "--json"])
    #expect(verified.code == 0, "\(verified.output)\(verified.errors)")
    let proof = try #require(try json(verified.output)["proof"] as? [String: Any])
    #expect(proof["outcome"] as? String == "proven", "\(proof)")
  }
}
