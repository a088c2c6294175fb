import Foundation
import TestSupport
import Testing

/// The whole program on a small city: what it writes, and that it writes it again alike.
struct PlanOutputTests {
  private let program = BuiltProgram()
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private static let files = [
    "candidates.geojson", "compliant.geojson", "conflicts.geojson", "findings.geojson", "plan.gpkg",
    "proposals.geojson", "proposals.gpkg", "report.html",
    "run.json", "service-areas.geojson", "towns.geojson",
  ]

  private func run(_ arguments: [String] = [], into name: String) throws -> URL {
    let plan = Fixtures.folder("plans/two-counties").appending(path: "plan.yaml").path
    let out = scratch.path(name)
    let outcome = try program.run(["plan", plan, "--out", out] + arguments)
    try #require(outcome.code == 0, "\(outcome.errors)")
    return URL(filePath: out)
  }

  /// A file's bytes; of the run record everything but the times.
  private func content(_ file: String, in folder: URL) throws -> Data {
    let data = try Data(contentsOf: folder.appending(path: file))
    guard file == "run.json" else { return data }
    var record = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(record.removeValue(forKey: "timings") != nil)
    return try JSONSerialization.data(withJSONObject: record, options: .sortedKeys)
  }

  private func features(_ file: String, in folder: URL) throws -> [[String: Any]] {
    let data = try Data(contentsOf: folder.appending(path: file))
    let object = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    return try #require(object["features"] as? [[String: Any]]).map {
      $0["properties"] as? [String: Any] ?? [:]
    }
  }

  @Test func `a run writes its files and nothing else`() throws {
    let folder = try run(into: "files")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(names == Self.files)
  }

  @Test func `a second run, with any number of workers, gives the same bytes`() throws {
    let first = try run(into: "first")
    for (index, workers) in ["1", "2", "7"].enumerated() {
      let other = try run(["--workers", workers], into: "other-\(index)")
      for file in Self.files {
        #expect(try content(file, in: first) == content(file, in: other), "\(file), \(workers)")
      }
    }
  }

  @Test func `towns carry the properties that are documented`() throws {
    let towns = try features("towns.geojson", in: try run(into: "towns"))
    #expect(!towns.isEmpty)
    for town in towns {
      for key in [
        "town_id", "name", "county", "industry", "area_m2", "planar_area_m2",
        "construction_area_m2", "score", "size_class_m2",
      ] {
        #expect(town[key] != nil, "\(key)")
      }
      let area = try #require(town["area_m2"] as? Double)
      #expect((1e6...3e6).contains(area))
      let construction = try #require(town["construction_area_m2"] as? Double)
      #expect((0.5e6...1e6).contains(construction))
    }
  }

  @Test func `the candidate in the red line is told why it is none`() throws {
    let candidates = try features("candidates.geojson", in: try run(into: "candidates"))
    let closed = try #require(candidates.first { $0["town_id"] as? String == "T6" })
    #expect(closed["chosen"] as? Bool == false)
    #expect(closed["reason"] as? String == "no-boundary")
  }

  @Test func `the run record states parameters that the plan leaves to their defaults`() throws {
    let data = try Data(contentsOf: run(into: "record").appending(path: "run.json"))
    let record = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    let parameters = try #require(record["effective_parameters"] as? [String: String])
    #expect(parameters["delimitation.cellSize"] == "150.0 m")
    #expect(parameters["delimitation.seedTolerance"] == "500.0 m")
    #expect(parameters["layout.timeLimit"] == "60.0 s")
    #expect(parameters["check.sliverArea"] == "400.0 m2")
  }

  @Test func `other tools open what was written`() throws {
    let folder = try run(into: "opened")
    for file in ["towns.geojson", "plan.gpkg"] {
      let listing = CommandLineTool.output(
        ["ogrinfo", "-so", "-al", folder.appending(path: file).path])
      #expect(listing?.contains("Feature Count: 4") == true, "\(listing ?? "not opened")")
    }
  }

  @Test func `results for machines are one object each`() throws {
    let layer = Fixtures.folder("plans/two-counties").appending(path: "candidates.geojson").path
    let line = Fixtures.folder("plans/two-counties").appending(path: "red-line.geojson").path
    let validated = try program.run(["validate", layer, "--id", "town_id", "--json"])
    let validation = try #require(
      JSONSerialization.jsonObject(with: Data(validated.output.utf8)) as? [String: Any])
    #expect(validation["features_checked"] as? Int == 6)
    #expect(validation["findings_by_rule"] is [String: Any])
    #expect(validation["findings"] is [Any])

    let checked = try program.run([
      "check", layer, "--id", "town_id", "--against", line, "--against-id", "id", "--json",
    ])
    #expect(checked.code == 1)
    let check = try #require(
      JSONSerialization.jsonObject(with: Data(checked.output.utf8)) as? [String: Any])
    #expect(check["towns_checked"] as? Int == 6)
    // T6 lies wholly in R1: 1 600 m square, and the planar sum says so to the square centimetre.
    #expect(check["overlapping_pairs"] as? Int == 1)
    let planar = try #require(check["planar_overlap_m2"] as? Double)
    #expect(abs(planar - 2_560_000) < 1e-4)
  }

  @Test func `a converted layer lies where ogr2ogr puts it`() throws {
    let source = Fixtures.folder("plans/two-counties").appending(path: "roads.geojson").path
    let ours = scratch.path("ours.gpkg")
    let outcome = try program.run(["convert", source, ours, "--to", "EPSG:4526", "--json"])
    let report = try #require(
      JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(report["features"] as? Int == 1)
    #expect(report["to"] as? String == "EPSG:4526")

    let theirs = scratch.path("theirs.gpkg")
    #expect(CommandLineTool.output(["ogr2ogr", "-t_srs", "EPSG:4526", theirs, source]) != nil)
    let places = try [ours, theirs].map { file in
      let text = try #require(CommandLineTool.output(["ogrinfo", "-al", file]))
      let line = try #require(text.split(separator: "\n").first { $0.contains("LINESTRING") })
      return line.split { !"0123456789.".contains($0) }.compactMap { Double($0) }
    }
    #expect(places[0].count == 6)
    #expect(zip(places[0], places[1]).allSatisfy { abs($0 - $1) < 0.001 })
  }
}
