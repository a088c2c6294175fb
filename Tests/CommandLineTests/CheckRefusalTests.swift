import Foundation
import TestSupport
import Testing

/// What `townlayout check` refuses, or leaves open instead of clearing.
struct CheckRefusalTests {
  private let layers: CheckedLayers

  init() throws { layers = try CheckedLayers() }

  @Test func `no file is overwritten unasked, and no input ever`() throws {
    let out = layers.scratch.path("kept.geojson")
    try Data("kept".utf8).write(to: URL(filePath: out))
    #expect(try layers.check("--against", layers.redLines, "--propose", out).code != 0)
    #expect(try String(contentsOfFile: out, encoding: .utf8) == "kept")
    #expect(
      try layers.check("--against", layers.redLines, "--propose", layers.redLines, "--overwrite")
        .code != 0)
    #expect(
      try layers.check("--against", layers.redLines, "--propose", out, "--overwrite").code == 1)
    #expect(try String(contentsOfFile: out, encoding: .utf8).contains("all-forbidden"))
  }

  @Test func `an attribute that is not there is named with those that are`() throws {
    let zone = try layers.check(
      "--against", layers.redLines, "--rule", "conditional", "--activities", "5", "--zone", "分区")
    #expect(zone.code == 65 && zone.errors.contains("“分区”") && zone.errors.contains("zone"))
    let field = try layers.check(
      "--against", layers.roads, "--rule", "setback", "--setback", "road", "--class", "grade")
    #expect(field.code == 65 && field.errors.contains("“grade”") && field.errors.contains("class"))
    let area = try layers.check("--against", layers.roads, "--official-area", "mu")
    #expect(area.code == 65 && area.errors.contains("“mu”"))
  }

  @Test(arguments: [
    ["--rule", "setback", "--class", "class"], ["--rule", "setback", "--setback", "road"],
    ["--rule", "setback", "--setback", "road", "--class", "class", "--class-distance", "x=5 m"],
    ["--rule", "setback", "--setback", "road", "--class", "class", "--half-width", "county=5"],
    ["--rule", "setback", "--setback", "road", "--class", "class", "--surroundings", "urban"],
    ["--rule", "setback", "--setback", "railway", "--class", "class", "--new-town"],
    ["--rule", "conditional", "--zone", "zone"], ["--rule", "conditional", "--activities", "5"],
    ["--rule", "conditional", "--activities", "11", "--zone", "zone"], ["--overwrite"],
    ["--official-area-unit", "ha"], ["--neck-width", "2 km"],
    ["--rule", "buffer", "--distance", "0 m"],
    [
      "--rule", "setback", "--setback", "road", "--class", "class", "--class-distance",
      "national=0 m",
    ],
  ])
  func `options that contradict each other are refused before anything is read`(
    _ options: [String]
  ) throws {
    let outcome = try layers.program.run(
      ["check", "missing.geojson", "--against", "none.shp"] + options)
    #expect(outcome.code == 64, "\(outcome.errors)")
  }

  @Test(arguments: [
    (["--distance", "5 m"], ["--distance", "buffer", "forbid"]),
    (["--rule", "inside", "--share", "5 %"], ["--share", "limit", "inside"]),
    (["--zone", "zone"], ["--zone", "conditional", "forbid"]),
    (["--rule", "buffer", "--distance", "5 m", "--core", "A"], ["--core", "conditional"]),
    (["--new-town"], ["--new-town", "setback", "forbid"]),
    (["--half-width", "national=5 m"], ["--half-width", "setback", "forbid"]),
    (["--pairs", "--rule", "forbid"], ["--rule", "--pairs"]),
    (["--pairs", "--near", "5 m"], ["--near", "--pairs"]),
    (["--pairs", "--propose", "out.gpkg"], ["--propose", "--pairs"]),
    (["--pairs", "--official-area", "ha"], ["--official-area", "--pairs"]),
    (["--pairs", "--source", "a text"], ["--source", "--pairs"]),
    (["--pairs", "--vintage", "2023"], ["--vintage", "--pairs"]),
    (["--activity", "kind"], ["--activity", "conditional"]),
    (["--rule", "inside", "--lines", "--activity", "kind"], ["--activity", "conditional"]),
  ])
  func `an option that the rule does not read is refused by name`(
    _ options: [String], _ names: [String]
  ) throws {
    let outcome = try layers.program.run(
      ["check", "missing.geojson", "--against", "none.shp"] + options)
    #expect(outcome.code == 64)
    #expect(names.allSatisfy(outcome.errors.contains), "\(outcome.errors)")
  }

  @Test(arguments: [[], ["--pairs"], ["--lines"], ["--shard", "1/2"], ["--rule", "inside"]])
  func `a layer that cannot be judged is refused, not cleared`(_ options: [String]) throws {
    let lines = try layers.check(["--against", layers.roads] + options)
    #expect(lines.code == 65 && lines.errors.contains("feature R1"), "\(lines.errors)")
    #expect(lines.errors.contains("is a line"))
    let none = try CheckedLayers.layer(layers.scratch, "none.geojson", [])
    let empty = try layers.check(["--against", none] + options)
    #expect(empty.code == 65 && empty.errors.contains("holds no feature"), "\(empty.errors)")
    let broken = try CheckedLayers.layer(
      layers.scratch, "broken.geojson",
      [
        (#""id":"N""#, "null"),
        (
          #""id":"X""#,
          #"{"type":"Polygon","coordinates":[[[400000,2850000],[400100,2850100],"#
            + #"[400100,2850000],[400000,2850100],[400000,2850000]]]}"#
        ),
      ])
    let invalid = try layers.check(["--against", broken] + options)
    #expect(invalid.code == 65 && invalid.errors.contains("is valid"), "\(invalid.errors)")
  }

  @Test func `a feature without geometry is no reason to refuse a layer`() throws {
    let layer = try CheckedLayers.layer(
      layers.scratch, "with-null.geojson",
      [
        (#""id":"N""#, "null"),
        (
          #""id":"X""#,
          #"{"type":"Polygon","coordinates":[[[400000,2850000],[400100,2850000],"#
            + #"[400100,2850100],[400000,2850000]]]}"#
        ),
      ])
    let outcome = try layers.check(["--against", layer])
    #expect(outcome.code == 1 && outcome.output.contains("1 in breach"), "\(outcome.errors)")
  }

  /// Two red lines: one far off, and one that crosses itself over town A.
  private func brokenOverA() throws -> String {
    try CheckedLayers.layer(
      layers.scratch, "broken-over-a.geojson",
      [
        (
          #""id":"X""#,
          #"{"type":"Polygon","coordinates":[[[400000,2850000],[400500,2850500],"#
            + #"[400500,2850000],[400000,2850500],[400000,2850000]]]}"#
        ),
        (
          #""id":"F""#,
          #"{"type":"Polygon","coordinates":[[[430000,2850000],[430100,2850000],"#
            + #"[430100,2850100],[430000,2850000]]]}"#
        ),
      ])
  }

  @Test func `a town on a red line that was left out is not cleared`() throws {
    let layer = try brokenOverA()
    let table = try layers.check("--against", layer)
    #expect(table.code == 1)
    #expect(
      table.output.contains("3 towns checked: 2 clear of every layer, 0 in breach, 1 undetermined"),
      "\(table.output)")
    let chinese = try layers.check("--against", layer, "--language", "zh")
    #expect(chinese.output.contains("未能判定") && !chinese.output.contains("undetermined"))
    let results = try #require(
      try layers.object(layers.check("--against", layer, "--json").output)["results"]
        as? [[String: Any]])
    #expect(
      results.map { $0["conclusion"] as? String }
        == ["undetermined", "not-involved", "not-involved"])
    #expect(results.map { $0["unmeasured_ids"] as? [String] } == [["X"], [], []])
    let proposed = try layers.check(
      "--against", layer, "--propose", layers.scratch.path("p.geojson"), "--json")
    let compliant = try #require(
      try layers.object(proposed.output)["compliant"] as? [[String: Any]])
    #expect(compliant.map { ($0["remarks"] as? [Any])?.count } == [1, 0, 0])
    // A distance to keep reaches farther than the features.
    let buffer = try layers.object(
      layers.check("--against", layer, "--rule", "buffer", "--distance", "4 km", "--json").output)
    let kept = try #require(buffer["results"] as? [[String: Any]])
    #expect(kept.map { ($0["unmeasured_ids"] as? [String])?.count } == [1, 1, 0])
  }

  @Test(arguments: [["--lines"], ["--shard", "1/1"]])
  func `lines and shards say what was left out of a constraint layer`(_ option: [String]) throws {
    let outcome = try layers.check(["--against", try brokenOverA()] + option)
    #expect(outcome.code == 1)
    #expect(outcome.errors.contains("1 error in the constraint layers"), "\(outcome.errors)")
    let first = try #require(outcome.objects.first?["results"] as? [[String: Any]])
    #expect(first[0]["conclusion"] as? String == "undetermined")
    let found = try #require(outcome.summary["constraint_findings"] as? [[String: Any]])
    #expect(found.map { $0["rule"] as? String } == ["ogc.self-intersection"])
    #expect(found[0]["feature_ids"] as? [String] == ["X"])
  }
}
