import Foundation
import TestSupport
import Testing

/// `townlayout check` with rules by class, levelling and proposals, on layers of a few features.
struct CheckRuleTests {
  private let program = BuiltProgram()
  private let scratch: ScratchFolder
  private let towns: String
  private let roads: String
  private let redLines: String

  init() throws {
    scratch = try ScratchFolder()
    func box(_ x: Int, _ y: Int, _ width: Int, _ height: Int) -> String {
      let (west, south) = (400_000 + x, 2_850_000 + y)
      let (east, north) = (west + width, south + height)
      return #"{"type":"Polygon","coordinates":[[[\#(west),\#(south)],[\#(east),\#(south)],"#
        + #"[\#(east),\#(north)],[\#(west),\#(north)],[\#(west),\#(south)]]]}"#
    }
    towns = try Self.layer(
      scratch, "towns.geojson",
      [
        (#""id":"A","activity":"5","ha":100.0"#, box(0, 0, 1000, 1000)),
        (#""id":"B","activity":null,"ha":90.0"#, box(5000, 0, 1000, 1000)),
        (#""id":"C","activity":"5","ha":null"#, box(10_000, 0, 100, 100)),
      ])
    roads = try Self.layer(
      scratch, "roads.geojson",
      [
        (
          #""id":"R1","class":"国道""#,
          #"{"type":"LineString","coordinates":[[401010,2849000],[401010,2852000]]}"#
        ),
        (
          #""id":"R2","class":"匝道""#,
          #"{"type":"LineString","coordinates":[[406010,2849000],[406010,2852000]]}"#
        ),
      ])
    redLines = try Self.layer(
      scratch, "red-lines.geojson",
      [
        (#""id":"L1","zone":"一般控制区""#, box(900, 0, 300, 1000)),
        (#""id":"L2","zone":"一般控制区""#, box(5900, 0, 300, 1000)),
        (#""id":"L3","zone":"核心保护区""#, box(9900, -100, 300, 300)),
      ])
  }

  /// Writes features on EPSG:4547 from their properties and geometries.
  private static func layer(
    _ scratch: ScratchFolder, _ name: String, _ features: [(properties: String, geometry: String)]
  ) throws -> String {
    let rows = features.map {
      #"{"type":"Feature","properties":{\#($0.properties)},"geometry":\#($0.geometry)}"#
    }
    let text =
      #"{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"#
      + #""urn:ogc:def:crs:EPSG::4547"}},"features":[\#(rows.joined(separator: ","))]}"#
    let path = scratch.path(name)
    try Data(text.utf8).write(to: URL(filePath: path))
    return path
  }

  private func check(_ arguments: String...) throws -> BuiltProgram.Outcome {
    try check(arguments)
  }

  private func check(_ arguments: [String]) throws -> BuiltProgram.Outcome {
    try program.run(["check", towns, "--id", "id", "--against-id", "id"] + arguments)
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func `a number known from memory warns, the user's own fails`() throws {
    let setback = ["--rule", "setback", "--setback", "road", "--class", "class"]
    let warned = try program.run(["check", towns, "--against", roads] + setback)
    #expect(warned.code == 0, "\(warned.errors)")
    #expect(warned.output.contains("2 in breach (2 of them warnings)"))
    #expect(warned.output.contains("“匝道”") && warned.output.contains("0.2 m wide and 400 m²"))
    let failed = try program.run(
      ["check", towns, "--against", roads, "--class-distance", "national=15 m"] + setback)
    #expect(failed.code == 1 && failed.output.contains("2 in breach (1 of them warnings)"))
  }

  @Test func `a grid far from the land is told wherever it measures, and changes no exit code`()
    throws
  {
    let far = scratch.path("far.gpkg")
    let converted = try program.run(["convert", towns, far, "--to", "EPSG:4549"])
    #expect(converted.code == 0, "\(converted.errors)")
    let words = "note: far.gpkg: 3 features reach beyond the zone of EPSG:4549"
    for command in [
      ["check", far, "--against", roads, "--rule", "buffer", "--distance", "1 m"],
      ["check", far, "--against", redLines, "--pairs"], ["proximity", far, "--to", roads],
    ] {
      let answer = try program.run(command)
      #expect(answer.code == 0 && answer.errors.contains(words), "\(command): \(answer.errors)")
      let near = try program.run(command.map { $0 == far ? towns : $0 })
      #expect(near.code == 0 && !near.errors.contains("beyond the zone"), "\(near.errors)")
    }
    let listed = try program.run(["check", far, "--against", redLines, "--pairs", "--json"])
    #expect(listed.output.contains("crs.outside-zone"))
  }

  @Test func `an activity decides outside the core, and the answer holds what was asked for`()
    throws
  {
    let answer = try check(
      "--against", redLines, "--rule", "conditional", "--activities", "5, 6", "--zone", "zone",
      "--activity", "activity", "--official-area", "ha", "--official-area-unit", "ha",
      "--vintage", "2023", "--propose", scratch.path("out.gpkg"), "--json")
    #expect(answer.code == 1, "\(answer.errors)")
    let results = try #require(try object(answer.output)["results"] as? [[String: Any]])
    #expect(
      results.map { $0["conclusion"] as? String } == ["limited-activity", "forbidden", "forbidden"])
    #expect(
      results.map { $0["activity_reading"] as? String } == ["known", "missing", "known"])
    #expect(results.allSatisfy { $0["vintage"] as? String == "2023" })
    let levelled = results.map { $0["levelled"] as? [String: Any] }
    let pieces = try #require(levelled[0]?["pieces_m2"] as? [Double])
    let rest = try #require(levelled[0]?["rest_m2"] as? Double)
    #expect(((pieces[0] + rest) * 100).rounded() == 100_000_000)
    #expect(levelled[1]?["refused"] as? String == "differs")
    #expect(levelled[2]?["refused"] as? String == "no-official-area")
    let compliant = try #require(try object(answer.output)["compliant"] as? [[String: Any]])
    #expect(
      compliant.map { $0["outcome"] as? String } == ["unchanged", "proposed", "all-forbidden"])
    #expect(compliant[1]["planar_area_m2"] as? Double == 900_000)
  }

  /// The towns as a GeoJSON text sequence (RFC 8142).
  private func townSequence() throws -> String {
    let layer = try object(String(contentsOfFile: towns, encoding: .utf8))
    let features = try #require(layer["features"] as? [Any])
    return try features.map { feature in
      let text = try JSONSerialization.data(withJSONObject: feature)
      return "\u{1E}\(String(decoding: text, as: UTF8.self))\n"
    }.joined()
  }

  @Test(arguments: [
    [
      "--rule", "setback", "--setback", "road", "--class", "class", "--class-distance",
      "national=15 m",
    ],
    ["--rule", "buffer", "--distance", "12 m"],
    [
      "--rule", "conditional", "--activities", "5, 6", "--zone", "zone", "--activity", "activity",
      "--official-area", "ha", "--official-area-unit", "ha", "--vintage", "2023",
    ],
    ["--rule", "limit", "--share", "5 %", "--official-area", "ha", "--official-area-unit", "ha"],
  ])
  func `a stream of towns gives the results of the file run under any rule`(
    _ options: [String]
  ) throws {
    let layer = options.contains("setback") || options.contains("buffer") ? roads : redLines
    let whole = try check(["--against", layer, "--json"] + options)
    let expected = try #require(try object(whole.output)["results"] as? NSArray)
    #expect(expected.count == 3 && whole.code == 1, "\(whole.errors)")
    let stream = try program.run(
      [
        "check", "-", "--layer-crs", "EPSG:4547", "--id", "id", "--against", layer, "--against-id",
        "id",
      ] + options, input: try townSequence(), in: scratch)
    #expect(stream.code == whole.code, "\(stream.errors)")
    let results = stream.objects.dropLast().flatMap { $0["results"] as? [Any] ?? [] }
    #expect(results as NSArray == expected)
  }

  @Test func `a proposal is itself checked and validated without a word`() throws {
    let out = scratch.path("out.geojson")
    _ = try check("--against", redLines, "--propose", out)
    let again = try program.run(["check", out, "--id", "town_id", "--against", redLines])
    #expect(again.output.contains("0 in breach"), "\(again.output)")
    let valid = try program.run(["validate", out, "--rules", "ogc", "--id", "town_id", "--json"])
    #expect(valid.code == 0 || valid.output.contains("null-geometry"), "\(valid.output)")
  }

  @Test func `no file is overwritten unasked, and no input ever`() throws {
    let out = scratch.path("kept.geojson")
    try Data("kept".utf8).write(to: URL(filePath: out))
    #expect(try check("--against", redLines, "--propose", out).code != 0)
    #expect(try String(contentsOfFile: out, encoding: .utf8) == "kept")
    #expect(try check("--against", redLines, "--propose", redLines, "--overwrite").code != 0)
    #expect(try check("--against", redLines, "--propose", out, "--overwrite").code == 1)
    #expect(try String(contentsOfFile: out, encoding: .utf8).contains("all-forbidden"))
  }

  @Test func `an attribute that is not there is named with those that are`() throws {
    let zone = try check(
      "--against", redLines, "--rule", "conditional", "--activities", "5", "--zone", "分区")
    #expect(zone.code == 65 && zone.errors.contains("“分区”") && zone.errors.contains("zone"))
    let field = try check(
      "--against", roads, "--rule", "setback", "--setback", "road", "--class", "grade")
    #expect(field.code == 65 && field.errors.contains("“grade”") && field.errors.contains("class"))
    let area = try check("--against", roads, "--official-area", "mu")
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
    let outcome = try program.run(["check", "missing.geojson", "--against", "none.shp"] + options)
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
    let outcome = try program.run(["check", "missing.geojson", "--against", "none.shp"] + options)
    #expect(outcome.code == 64)
    #expect(names.allSatisfy(outcome.errors.contains), "\(outcome.errors)")
  }

  @Test(arguments: [[], ["--pairs"], ["--lines"], ["--shard", "1/2"], ["--rule", "inside"]])
  func `a layer that cannot be judged is refused, not cleared`(_ options: [String]) throws {
    let lines = try check(["--against", roads] + options)
    #expect(lines.code == 65 && lines.errors.contains("feature R1"), "\(lines.errors)")
    #expect(lines.errors.contains("is a line"))
    let none = try Self.layer(scratch, "none.geojson", [])
    let empty = try check(["--against", none] + options)
    #expect(empty.code == 65 && empty.errors.contains("holds no feature"), "\(empty.errors)")
    let broken = try Self.layer(
      scratch, "broken.geojson",
      [
        (#""id":"N""#, "null"),
        (
          #""id":"X""#,
          #"{"type":"Polygon","coordinates":[[[400000,2850000],[400100,2850100],"#
            + #"[400100,2850000],[400000,2850100],[400000,2850000]]]}"#
        ),
      ])
    let invalid = try check(["--against", broken] + options)
    #expect(invalid.code == 65 && invalid.errors.contains("is valid"), "\(invalid.errors)")
  }

  @Test func `a feature without geometry is no reason to refuse a layer`() throws {
    let layer = try Self.layer(
      scratch, "with-null.geojson",
      [
        (#""id":"N""#, "null"),
        (
          #""id":"X""#,
          #"{"type":"Polygon","coordinates":[[[400000,2850000],[400100,2850000],"#
            + #"[400100,2850100],[400000,2850000]]]}"#
        ),
      ])
    let outcome = try check(["--against", layer])
    #expect(outcome.code == 1 && outcome.output.contains("1 in breach"), "\(outcome.errors)")
  }

  /// Two red lines: one far off, and one that crosses itself over town A.
  private func brokenOverA() throws -> String {
    try Self.layer(
      scratch, "broken-over-a.geojson",
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
    let table = try check("--against", layer)
    #expect(table.code == 1)
    #expect(
      table.output.contains("3 towns checked: 2 clear of every layer, 0 in breach, 1 undetermined"),
      "\(table.output)")
    let chinese = try check("--against", layer, "--language", "zh")
    #expect(chinese.output.contains("未能判定") && !chinese.output.contains("undetermined"))
    let results = try #require(
      try object(check("--against", layer, "--json").output)["results"] as? [[String: Any]])
    #expect(
      results.map { $0["conclusion"] as? String }
        == ["undetermined", "not-involved", "not-involved"])
    #expect(results.map { $0["unmeasured_ids"] as? [String] } == [["X"], [], []])
    let proposed = try check("--against", layer, "--propose", scratch.path("p.geojson"), "--json")
    let compliant = try #require(try object(proposed.output)["compliant"] as? [[String: Any]])
    #expect(compliant.map { ($0["remarks"] as? [Any])?.count } == [1, 0, 0])
    // A distance to keep reaches farther than the features.
    let buffer = try object(
      check("--against", layer, "--rule", "buffer", "--distance", "4 km", "--json").output)
    let kept = try #require(buffer["results"] as? [[String: Any]])
    #expect(kept.map { ($0["unmeasured_ids"] as? [String])?.count } == [1, 1, 0])
  }

  @Test(arguments: [["--lines"], ["--shard", "1/1"]])
  func `lines and shards say what was left out of a constraint layer`(_ option: [String]) throws {
    let outcome = try check(["--against", try brokenOverA()] + option)
    #expect(outcome.code == 1)
    #expect(outcome.errors.contains("1 error in the constraint layers"), "\(outcome.errors)")
    let first = try #require(outcome.objects.first?["results"] as? [[String: Any]])
    #expect(first[0]["conclusion"] as? String == "undetermined")
    let found = try #require(outcome.summary["constraint_findings"] as? [[String: Any]])
    #expect(found.map { $0["rule"] as? String } == ["ogc.self-intersection"])
    #expect(found[0]["feature_ids"] as? [String] == ["X"])
  }

  @Test func `counts are of towns, however many layers they break`() throws {
    let setback = ["--rule", "buffer", "--distance", "20 m"]
    let outcome = try check(["--against", redLines, roads] + setback)
    #expect(
      outcome.output.contains("3 towns checked: 0 clear of every layer, 3 in breach;"),
      "\(outcome.output)")
    let chinese = try check(["--against", redLines, roads, "--language", "zh"] + setback)
    #expect(chinese.output.contains("3 个违规") && chinese.output.contains("侵占"))
    #expect(!chinese.output.contains("encroaches") && !chinese.output.contains("sliver"))
  }

  @Test func `levelled areas and refusals stand in the table`() throws {
    let option = ["--against", redLines, "--official-area", "ha", "--official-area-unit", "ha"]
    let outcome = try check(option)
    #expect(outcome.output.contains("levelled ha  rest ha"), "\(outcome.output)")
    #expect(outcome.output.contains("1 town levelled to its official area, 2 not"))
    #expect(outcome.output.contains("B: not levelled: official 90.0000 ha and measured"))
    #expect(outcome.output.contains("C: not levelled: it states no official area"))
    let chinese = try check(option + ["--language", "zh"])
    #expect(chinese.output.contains("调平公顷") && chinese.output.contains("C：未调平"))
  }
}
