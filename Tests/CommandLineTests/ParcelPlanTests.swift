import Foundation
import TestSupport
import Testing

/// A whole run with towns of parcels: planned, verified, and told what is wrong with its units.
struct ParcelPlanTests {
  private let program = BuiltProgram()
  private let scratch: ScratchFolder
  private let city: EditedCity
  private var plan: URL { city.plan }

  init() throws {
    scratch = try ScratchFolder()
    city = try EditedCity(in: scratch, adding: "parcels.geojson", Self.parcels)
    try city.replace(
      "  roads: {file",
      with: "  dltb: {file: parcels.geojson, role: parcels, id: id}\n  roads: {file")
    try city.replace(
      "  cell-size: 150 m", with: "  units: {layer: dltb, area-tolerance: 8 %}\n  cell-size: 150 m")
  }

  /// Bricks of 190 × 170 m within 2 km of the candidates, every second row shifted by half a brick.
  private static let parcels: String = {
    let seeds = [
      (404_000.0, 2_854_000.0), (406_500, 2_854_500), (414_000, 2_864_000), (426_000, 2_855_000),
      (434_000, 2_864_000), (430_000, 2_859_800),
    ]
    var features: [String] = []
    for row in 0..<117 {
      for column in 0..<210 {
        let x = 400_000 + 190 * Double(column) + (row % 2 == 0 ? 0 : 95)
        let y = 2_850_000 + 170 * Double(row)
        guard seeds.contains(where: { hypot(x + 95 - $0.0, y + 85 - $0.1) < 2000 }) else {
          continue
        }
        let ring = [(x, y), (x + 190, y), (x + 190, y + 170), (x, y + 170), (x, y)]
          .map { "[\($0.0), \($0.1)]" }.joined(separator: ", ")
        features.append(
          #"{"type": "Feature", "properties": {"id": "p\#(row)-\#(column)"}, "#
            + #""geometry": {"type": "Polygon", "coordinates": [[\#(ring)]]}}"#)
      }
    }
    return #"{"type": "FeatureCollection", "synthetic": true, "crs": {"type": "name", "#
      + #""properties": {"name": "urn:ogc:def:crs:EPSG::4547"}}, "features": ["#
      + features.joined(separator: ",\n") + "]}"
  }()

  private func planned(into name: String, _ arguments: [String] = []) throws -> URL {
    let out = scratch.path(name)
    let outcome = try program.run(["plan", plan.path, "--out", out] + arguments)
    try #require(outcome.code == 0, "\(outcome.errors)")
    return URL(filePath: out)
  }

  @Test func `towns are whole parcels, verified, and the same for any number of workers`() throws {
    let run = try planned(into: "run")
    let record = try #require(
      JSONSerialization.jsonObject(with: Data(contentsOf: run.appending(path: "run.json")))
        as? [String: Any])
    let towns = try #require(record["chosen"] as? [[String: Any]])
    #expect(towns.count >= 2)
    for town in towns {
      let parcels = try #require(town["planar_area_m2"] as? Double) / (190 * 170)
      #expect(abs(parcels - parcels.rounded()) < 1e-6)
      let area = try #require(town["area_m2"] as? Double)
      #expect((1.84e6...2.16e6).contains(area))
      let boundary = try #require(town["boundary"] as? [String: Any])
      #expect(boundary["star_bound"] is Double && boundary["elongation"] is Double)
    }
    let verified = try program.run(["verify", run.path, "--plan", plan.path])
    #expect(verified.code == 0, "\(verified.output)\(verified.errors)")
    #expect(verified.output.contains("by their seeds, reach and building slope and parcels"))
    let other = try planned(into: "other", ["--workers", "1"])
    for file in ["towns.geojson", "report.html", "candidates.geojson"] {
      #expect(
        try Data(contentsOf: run.appending(path: file))
          == Data(contentsOf: other.appending(path: file)), "\(file)")
    }
  }

  /// Changes the northing of a row of parcels' northern side, and nothing else.
  private func lowerRow(_ row: Int, by metres: Double) throws {
    let file = plan.deletingLastPathComponent().appending(path: "parcels.geojson")
    let y = 2_850_000 + 170 * Double(row)
    let text = try String(contentsOf: file, encoding: .utf8)
    let lines = text.components(separatedBy: "\n").map { line in
      line.contains("\"p\(row)-")
        ? line.replacing(", \(y + 170)]", with: ", \(y + 170 - metres)]") : line
    }
    try Data(lines.joined(separator: "\n").utf8).write(to: file)
  }

  @Test func `a red line in a gap that the drawing closes is kept out of`() throws {
    // Six metres are left open 400 m north of T1, with a red line of three metres in them.
    try lowerRow(25, by: 6)
    let red = plan.deletingLastPathComponent().appending(path: "red-line.geojson")
    let strip =
      "[[[400000, 2854415], [412000, 2854415], [412000, 2854418], [400000, 2854418], [400000, 2854415]]]"
    let text = try String(contentsOf: red, encoding: .utf8)
    try Data(
      text.replacing(
        "\"features\": [",
        with: "\"features\": [{\"type\": \"Feature\", \"properties\": {\"id\": \"R9\"}, "
          + "\"geometry\": {\"type\": \"Polygon\", \"coordinates\": \(strip)}},", maxReplacements: 1
      ).utf8
    ).write(to: red)
    try city.replace("area-tolerance: 8 %}", with: "area-tolerance: 8 %, gap: 8 m}")
    let outcome = try program.run(["delimit", plan.path, "--json"])
    try #require(outcome.code == 0, "\(outcome.errors)")
    let answer = try #require(
      JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let towns = try #require(answer["proposals"] as? [[String: Any]]).filter {
      $0["town_id"] as? String == "T1"
    }
    #expect(!towns.isEmpty)
    let run = try planned(into: "gap")
    let verified = try program.run(["verify", run.path, "--plan", plan.path])
    #expect(verified.code == 0, "\(verified.output)")
  }

  @Test(arguments: ["en", "zh"])
  func `parcels that overlap are named with the land in common`(language: String) throws {
    // The row's northern side goes 20 m into the next row: 40 or so pairs of half a brick each.
    try lowerRow(24, by: -20)
    for command in [
      ["plan", plan.path, "--out", scratch.path("overlap")], ["delimit", plan.path],
      ["layout", plan.path],
    ] {
      let outcome = try program.run(command + ["--language", language])
      #expect(outcome.code == 65 && outcome.output.isEmpty, "\(outcome.errors)")
      for word in [
        "parcels.geojson", "“dltb”", "p24-", "p25-", "1900.0", "`delimitation: units: gap`",
      ] {
        #expect(outcome.errors.contains(word), "\(outcome.errors)")
      }
    }
  }

  @Test func `units need a layer of their role, and go without a boundary of cells`() throws {
    try city.replace("units: {layer: dltb", with: "units: {layer: roads")
    let wrong = try program.run(["plan", plan.path, "--out", scratch.path("wrong")])
    #expect(wrong.code != 0)
    #expect(wrong.errors.contains("roads") && wrong.errors.contains("layer of role parcels"))
    try city.replace("units: {layer: roads", with: "boundary: cells\n  units: {layer: dltb")
    let both = try program.run(["plan", plan.path, "--out", scratch.path("both")])
    #expect(both.code != 0 && both.errors.contains("leave it out"))
  }
}
