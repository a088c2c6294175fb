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
    var candidates: [String] = []
    var places: [String] = []
    for number in 0..<Self.places {
      let (x, y) = (402_000 + 4000 * (number % Self.side), 2_852_000 + 4000 * (number / Self.side))
      candidates.append(
        #"{"type":"Feature","properties":{"id":"T\#(number)","name":"镇\#(number)","county":"A"},"#
          + #""geometry":\#(Self.square(x - 500, y - 500, 1000))}"#)
      places.append(
        #"{"type":"Feature","properties":{"id":"P\#(number)","category":"place","weight":1},"#
          + #""geometry":{"type":"Point","coordinates":[\#(x),\#(y)]}}"#)
    }
    try scratch.write(Self.collection(candidates), to: "candidates.geojson")
    try scratch.write(Self.collection(places), to: "places.geojson")
    let county =
      #"{"type":"Feature","properties":{"code":"A","name":"甲县"},"geometry":"#
      + Self.square(400_000, 2_850_000, 28_000) + "}"
    try scratch.write(Self.collection([county]), to: "counties.geojson")
  }

  private static func square(_ west: Int, _ south: Int, _ side: Int) -> String {
    let (east, north) = (west + side, south + side)
    return #"{"type":"Polygon","coordinates":[[[\#(west),\#(south)],[\#(east),\#(south)],"#
      + #"[\#(east),\#(north)],[\#(west),\#(north)],[\#(west),\#(south)]]]}"#
  }

  private static func collection(_ features: [String]) -> String {
    #"{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"#
      + #""urn:ogc:def:crs:EPSG::4547"}},"features":[\#(features.joined(separator: ","))]}"#
  }

  private func plan(towns: Int, demanding points: Int? = nil) throws -> String {
    let demand = points.map { "\n  at-least: {coverage: \($0) points}" } ?? ""
    return try scratch.write(
      """
      townlayout: 1
      title: {zh: 网格覆盖, en: Covering a grid}
      crs: EPSG:4547
      profile: national-2021
      layers:
        counties: {file: counties.geojson, role: administrative, id: code, name: name}
        candidates: {file: candidates.geojson, role: candidates, id: id, name: name, county: county}
        places: {file: places.geojson, role: resources, id: id, category: category, weight: weight}
      industries:
        any: {title: {zh: 综合, en: Any}, weights: {near: 1}}
      suitability:
        near: {kind: resource, category: place, half-distance: 3 km}
      delimitation:
        cell-size: 150 m
        town-area: {min: 0.9 km2, wanted: 1 km2, max: 1.1 km2}
        construction-area: {min: 0.2 km2, wanted: 0.3 km2, max: 0.5 km2}
      layout:
        towns: {max: \(towns)}
        suitability-weight: 0
        coverage:
          place: {radius: 4800 m}\(demand)
      """, to: "plan.yaml")
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
