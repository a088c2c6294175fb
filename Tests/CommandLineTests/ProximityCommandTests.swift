import Foundation
import TestSupport
import Testing

struct ProximityCommandTests {
  private let program = BuiltProgram()
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private static let head =
    #"{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:4547"}},"features":["#

  private func write(_ name: String, _ features: [(geometry: String, properties: String)]) throws
    -> String
  {
    let texts = features.map {
      #"{"type":"Feature","properties":{\#($0.properties)},"geometry":\#($0.geometry)}"#
    }
    return try scratch.write(Self.head + texts.joined(separator: ",") + "]}", to: name)
  }

  private func point(_ x: Int, _ y: Int) -> String {
    #"{"type":"Point","coordinates":[\#(x),\#(y)]}"#
  }

  private func towns() throws -> String {
    let ring =
      "[[500000,2800000],[501000,2800000],[501000,2801000],[500000,2801000],[500000,2800000]]"
    return try write(
      "towns.geojson",
      [
        (#"{"type":"Polygon","coordinates":[\#(ring)]}"#, #""town":"T1""#),
        (point(510_000, 2_800_000), #""town":"T2""#),
      ])
  }

  private func resources(weight: String = "2.5") throws -> String {
    try write(
      "points.geojson",
      [
        (point(500_500, 2_800_500), #""kind":"spring","weight":\#(weight),"name":"P1""#),
        (point(502_000, 2_800_500), #""kind":"spring","weight":4,"name":"P2""#),
        (point(510_000, 2_803_000), #""kind":"mine","weight":1,"name":"P3""#),
      ])
  }

  private func json(_ arguments: [String]) throws -> [String: Any] {
    let outcome = try program.run(["proximity"] + arguments + ["--json"])
    #expect(outcome.code == 0, "\(outcome.errors)")
    return try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  @Test func `distances, counts and weights are printed with the grid's scale`() throws {
    let arguments = [
      try towns(), "--id", "town", "--to-id", "name", "--points", try resources(), "--kind",
      "kind", "--weight", "weight", "--within", "1 km", "--within", "20 km",
    ]
    let answer = try json(arguments + ["--geodesic"])
    let results = try #require(answer["results"] as? [[String: Any]])
    #expect(results.map { $0["town_id"] as? String } == ["T1", "T1", "T2", "T2"])
    #expect(results.map { $0["kind"] as? String } == ["mine", "spring", "mine", "spring"])
    #expect(results.map { $0["feature_id"] as? String } == ["P3", "P1", "P3", "P2"])
    #expect(results.compactMap { $0["distance_m"] as? Double } == [9219.544, 0, 3000, 8015.61])
    let within = try #require(results[1]["within"] as? [[String: Any]])
    #expect(within.map { $0["count"] as? Int } == [2, 2])
    #expect(within.map { $0["weight"] as? Double } == [6.5, 6.5])
    // On the central meridian, where the grid is true: geodesics are as long, to a centimetre.
    let geodesics = results.compactMap { $0["geodesic_m"] as? Double }
    #expect(abs(geodesics[2] - 3000) < 0.01)
    let scale = try #require(answer["scale"] as? [String: Double])
    #expect(scale["least"] == 1)
    #expect(abs((scale["greatest"] ?? 0) - 1.00000123) < 1e-7)
    let summary = try json(arguments + ["--summary"])
    #expect(summary["results"] == nil)
    let table = try program.run(["proximity"] + arguments)
    #expect(table.code == 0 && table.output.contains("EPSG:4547"))
  }

  @Test func `lines to the nearest features are written once and not over a file`() throws {
    let out = scratch.path("near.geojson")
    let arguments = ["proximity", try towns(), "--to", try resources(), "--out", out]
    #expect(try program.run(arguments).code == 0)
    let layer = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: out)))
    let features = try #require((layer as? [String: Any])?["features"] as? [[String: Any]])
    #expect(features.count == 2)
    #expect((features[1]["geometry"] as? [String: Any])?["type"] as? String == "LineString")
    let again = try program.run(arguments)
    #expect(again.code == 73 && again.errors.contains("near.geojson"))
    #expect(try program.run(arguments + ["--overwrite"]).code == 0)
    let package = scratch.path("near.gpkg")
    #expect(try program.run(arguments.dropLast() + [package]).code == 0)
    let input = try program.run(
      ["proximity", try towns(), "--to", try resources(), "--out", try towns(), "--overwrite"])
    #expect(input.code == 64 && input.errors.contains("being read"))
  }

  @Test func `what cannot be measured is told in a sentence`() throws {
    let (towns, points) = (try towns(), try resources())
    let lines = try write(
      "lines.geojson", [(#"{"type":"LineString","coordinates":[[500000,0],[500000,9]]}"#, "")])
    let many = try write(
      "many.geojson",
      [(#"{"type":"MultiPoint","coordinates":[[500000,2800000],[500000,2800009]]}"#, "")])
    let xian = try scratch.write(
      Self.head.replacing("4547", with: "2383")
        + #"{"type":"Feature","properties":{},"geometry":\#(point(500_000, 2_800_000))}]}"#,
      to: "xian.geojson")
    let cases: [(arguments: [String], code: Int32, words: [String])] = [
      ([towns, "--to", scratch.path("no.geojson")], 66, ["no.geojson", "no such file"]),
      ([towns, "--to", try write("empty.geojson", [])], 65, ["empty.geojson", "no feature"]),
      ([towns, "--to", xian], 65, ["EPSG:2383", "Xian 1980"]),
      ([towns, "--points", points, "--kind", "sort"], 65, ["sort", "kind, weight, name"]),
      ([towns, "--points", points, "--id", "code"], 65, ["code", "town"]),
      ([towns, "--points", lines], 65, ["lines.geojson", "point"]),
      ([towns, "--points", many], 65, ["many.geojson", "2 points"]),
      ([towns], 64, ["--to"]),
      ([towns, "--points", points, "--within", "5"], 64, ["'1 km'"]),
      ([towns, "--points", points, "--weight", "weight"], 64, ["--within"]),
    ]
    for (arguments, code, words) in cases {
      let outcome = try program.run(["proximity"] + arguments)
      #expect(outcome.code == code, "\(arguments): \(outcome.errors)")
      for word in words { #expect(outcome.errors.contains(word), "\(outcome.errors)") }
    }
  }

  @Test(arguments: ["-1", "\"many\"", "null", "1e999"])
  func `a weight that is no number of zero or more is refused`(weight: String) throws {
    let outcome = try program.run([
      "proximity", try towns(), "--points", try resources(weight: weight), "--weight", "weight",
      "--within", "1 km",
    ])
    #expect(outcome.code == 65, "\(outcome.errors)")
    #expect(outcome.errors.contains("weight"), "\(outcome.errors)")
  }

  @Test func `a table tells which column is missing, and a longitude of 473° is no place`() throws {
    let town = try scratch.write(
      TownLineSamples.collection([
        TownLineSamples.feature(#""T""#, TownLineSamples.square(113.02, 25.02, 0.02))
      ]), to: "town.geojson")
    let table = try scratch.write("id,lon,lat\nA,113.03,25.03\nB,473.03,25.03\n", to: "p.csv")
    let bare = try scratch.write("id,x1,y1\nA,113.03,25.03\n", to: "bare.csv")
    func measure(_ points: String, _ more: [String] = []) throws -> BuiltProgram.Outcome {
      try program.run(
        ["proximity", town, "--points", points, "--points-crs", "EPSG:4326", "--json"] + more)
    }
    let stray = try measure(table, ["--within", "1 km", "--to-id", "id"])
    #expect(stray.code == 1 && stray.errors.contains("p.csv B: 1 position(s)"), "\(stray.errors)")
    #expect(stray.output.contains(#""count":1"#))
    for (points, more, words) in [
      (table, ["--lon", "lng"], ["“lng” (longitude or easting)", "id, lon, lat"]),
      (table, ["--lon", "lon", "--lat", "Y"], ["“Y” (latitude or northing)", "id, lon, lat"]),
      (bare, [], ["no columns of positions; it has id, x1, y1", "--lon and --lat"]),
    ] {
      let outcome = try measure(points, more)
      #expect(outcome.code == 65, "\(outcome.errors)")
      for word in words { #expect(outcome.errors.contains(word), "\(outcome.errors)") }
    }
    #expect(try measure(bare, ["--lon", "X1", "--lat", "y1"]).code == 0)
    let converted = try program.run(
      [
        "convert", table, scratch.path("p.gpkg"), "--layer-crs", "EPSG:4326", "--to", "EPSG:4547",
      ])
    #expect(converted.code == 65)
    #expect(converted.errors.contains("473.03 25.03 of feature #2"), "\(converted.errors)")
    let validated = try program.run(
      ["validate", table, "--layer-crs", "EPSG:4326", "--id", "id"])
    #expect(validated.code == 1)
    #expect(validated.output.contains("[B]: 1 position(s)"), "\(validated.output)")
  }
}
