import Foundation
import TestSupport
import Testing

/// A covering problem of the literature from the plan file to the verified certificate.
///
/// 25 places of a square grid, of which each reaches its four neighbours, need 7 towns, and 49 places 12 (Alanko
/// and others 2011, `fixtures/published/README.md`).
@Suite struct CoveringPlanTests {
  private static let isHeavy =
    ProcessInfo.processInfo.environment["TOWNLAYOUT_HEAVY_TESTS"] != nil
  private static let side = isHeavy ? 7 : 5
  private static let fewest = isHeavy ? 12 : 7
  private static let places = side * side
  private let program = BuiltProgram()
  private let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder()
    let places = (0..<Self.places).map {
      (402_000 + 4000 * ($0 % Self.side), 2_852_000 + 4000 * ($0 / Self.side))
    }
    try PlanLayers.write(
      places.enumerated().map { number, place in
        (
          #""id":"T\#(number)","name":"镇\#(number)","county":"A""#,
          PlanLayers.square(place.0 - 500, place.1 - 500, 1000)
        )
      }, to: "candidates.geojson", in: scratch)
    try PlanLayers.write(
      places.enumerated().map { number, place in
        (
          #""id":"P\#(number)","category":"place","weight":1"#,
          PlanLayers.point(place.0, place.1)
        )
      }, to: "places.geojson", in: scratch)
    try PlanLayers.write(
      [(#""code":"A","name":"甲县""#, PlanLayers.square(400_000, 2_850_000, 28_000))],
      to: "counties.geojson", in: scratch)
  }

  private func plan(towns: Int, demanding points: Int? = nil) throws -> String {
    try PlanLayers.writePlan(
      title: "{zh: 网格覆盖, en: Covering a grid}", halfDistance: "3 km",
      delimitation: ["cell-size: 150 m"],
      layout: [
        "towns: {max: \(towns)}", "suitability-weight: 0", "coverage: {place: {radius: 4800 m}}",
      ] + (points.map { ["at-least: {coverage: \($0) points}"] } ?? []), in: scratch)
  }

  private func json(_ text: String) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any], "\(text)")
  }

  /// Runs the plan, and has another program path prove from files that nothing is better.
  private func proven(towns: Int) throws -> [String: Any] {
    let plan = try plan(towns: towns)
    let run = scratch.url.appending(path: "run-\(towns)")
    let outcome = try program.run(["plan", plan, "--out", run.path])
    try #require(outcome.code == 0, "\(outcome.errors)")
    let verified = try program.run(["verify", run.path, "--plan", plan, "--json"])
    #expect(verified.code == 0, "\(verified.output)\(verified.errors)")
    let proof = try #require(try json(verified.output)["proof"] as? [String: Any])
    #expect(proof["outcome"] as? String == "proven", "\(proof)")
    return try json(String(contentsOf: run.appending(path: "run.json"), encoding: .utf8))
  }

  @Test func `as few towns as published reach every place, which the certificate proves`() throws {
    let record = try proven(towns: Self.fewest)
    #expect(record["status"] as? String == "optimal")
    let objective = try #require(record["objective"] as? [String: Any])
    #expect(
      objective["value"] as? Double == Double(Self.places) && objective["gap"] as? Double == 0)
    #expect((record["chosen"] as? [Any])?.count == Self.fewest)
  }

  @Test func `a town less reaches fewer, which the certificate proves too`() throws {
    let record = try proven(towns: Self.fewest - 1)
    #expect(record["status"] as? String == "optimal")
    let objective = try #require(record["objective"] as? [String: Any])
    #expect(try #require(objective["value"] as? Double) < Double(Self.places))
  }

  @Test func `every place demanded of a town less is told as impossible`() throws {
    let outcome = try program.run([
      "layout", try plan(towns: Self.fewest - 1, demanding: Self.places), "--json",
    ])
    #expect(outcome.code == 2, "\(outcome.output)\(outcome.errors)")
    #expect(try json(outcome.output)["status"] as? String == "infeasible")
  }
}
