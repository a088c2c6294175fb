import Foundation
import TestSupport
import Testing

/// `townlayout validate` as a user runs it: files, waivers, settings, exit codes.
struct ValidateTests {
  private let program = BuiltProgram()
  private let scratch: ScratchFolder
  private let city = Fixtures.folder("plans/two-counties")

  init() throws { scratch = try ScratchFolder() }

  /// Two squares of a kilometre that share 100 m, one of them with a spike far from the other.
  private static let towns = """
    {"type":"FeatureCollection","features":[
    {"type":"Feature","properties":{"id":"A"},"geometry":{"type":"Polygon","coordinates":
    [[[113.0,25.0],[113.01,25.0],[113.01,25.01],[113.0,25.01],[113.0,25.0]]]}},
    {"type":"Feature","properties":{"id":"B"},"geometry":{"type":"Polygon","coordinates":
    [[[113.009,25.0],[113.02,25.0],[113.02,25.01],[113.009,25.01],[113.009,25.0]]]}},
    {"type":"Feature","properties":{"id":"C\\nD"},"geometry":{"type":"Polygon","coordinates":
    [[[113.1,25.0],[113.11,25.01],[113.11,25.0],[113.1,25.01],[113.1,25.0]]]}}
    ]}
    """

  private func layer() throws -> String { try scratch.write(Self.towns, to: "towns.geojson") }

  private func findings(_ arguments: [String]) throws -> [[String: Any]] {
    let outcome = try program.run(["validate"] + arguments + ["--json"])
    try #require([0, 1].contains(outcome.code), "\(outcome.errors)")
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    return try #require((object as? [String: Any])?["findings"] as? [[String: Any]])
  }

  @Test func `a layer far out of the world is a finding`() throws {
    let text = Self.towns.replacing("113.0", with: "1e300")
    let outcome = try program.run(["validate", scratch.write(text, to: "far.geojson")])
    #expect(outcome.code == 1, "\(outcome.errors)")
    #expect(outcome.output.contains("ogc.non-finite-ordinate"))
  }

  @Test func `one run writes every format asked for, and prints counts only`() throws {
    let files = ["f.gpkg", "f.geojson", "f.csv", "f.sarif"].map { scratch.path($0) }
    let arguments = try ["validate", layer(), "--id", "id"] + files.flatMap { ["--out", $0] }
    let outcome = try program.run(arguments)
    #expect(outcome.code == 1)
    #expect(outcome.output.contains("layer.overlap"))
    #expect(!outcome.output.contains("error: towns.geojson"))
    for file in files { #expect(FileManager.default.fileExists(atPath: file)) }
    let again = try program.run(arguments)
    #expect(again.code == 73)
    #expect(again.errors.contains("--overwrite"))
    #expect(try program.run(arguments + ["--overwrite"]).code == 1)
  }

  @Test func `an output in a folder that is not there asks for the folder`() throws {
    let outcome = try program.run([
      "validate", try layer(), "--out", scratch.path("none/findings.csv"),
    ])
    #expect(outcome.code == 73, "\(outcome.errors)")
    #expect(outcome.errors.contains("make the folder first"), "\(outcome.errors)")
  }

  @Test func `findings are never written over a layer that is read`() throws {
    let path = try layer()
    let before = try Data(contentsOf: URL(filePath: path))
    let other = scratch.path("./towns.geojson")
    for arguments in [
      [path, "--out", other],
      [Fixtures.folder("plans/two-counties").path + "/candidates.geojson", "--reference", path]
        + ["--out", path],
    ] {
      let outcome = try program.run(["validate"] + arguments + ["--overwrite"])
      #expect(outcome.code == 64, "\(outcome.errors)")
      #expect(outcome.errors.contains("never replaced"), "\(outcome.errors)")
    }
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
  }

  @Test func `a line break in an id stays out of the terminal's lines`() throws {
    let outcome = try program.run(["validate", layer(), "--id", "id"])
    for line in outcome.output.split(separator: "\n") {
      let pattern = /((error|warning|note): towns.*|\d+ features.*|[a-z.-]+ +[0-9a-z]+)/
      #expect(line.wholeMatch(of: pattern) != nil, "\(line)")
    }
    #expect(outcome.output.contains("C\u{FFFD}D"))
  }

  @Test func `waived findings stay in the output and let the command end well`() throws {
    let waivers = try scratch.write(
      """
      rule,features,reason,author
      layer.overlap,A;B,Agreed by both,Li Na
      ogc.self-intersection,*,Sketch,Li Na
      geometry.multipart,A,Never,Li Na

      """, to: "waivers.csv")
    let outcome = try program.run(["validate", layer(), "--id", "id", "--waivers", waivers])
    #expect(outcome.code == 0, "\(outcome.output)")
    #expect(outcome.output.contains("[waived: Agreed by both (Li Na)]"))
    #expect(outcome.output.contains("waiver.unused"))
    let strict = try program.run([
      "validate", layer(), "--id", "id", "--waivers", waivers, "--fail-on", "note",
    ])
    #expect(strict.code == 1, "the unused waiver is a note")
  }

  @Test func `a wrong waiver is told with its line`() throws {
    let file = try scratch.write("waivers:\n- {rule: layer.gap, features: [A]}\n", to: "w.yaml")
    let outcome = try program.run(["validate", layer(), "--waivers", file])
    #expect(outcome.code == 78)
    #expect(outcome.errors.contains("w.yaml:2:"))
    #expect(outcome.errors.contains("“reason” is missing"))
  }

  @Test func `a bounded report says what it leaves out, in every format`() throws {
    let features = (0..<5).map { number in
      #"{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[["#
        + "[113.\(number),25.0],[113.\(number)1,25.01],[113.\(number)1,25.0],"
        + "[113.\(number),25.01],[113.\(number),25.0]]]}}"
    }
    let many = #"{"type":"FeatureCollection","features":["# + features.joined(separator: ",") + "]}"
    let layer = try scratch.write(many, to: "many.geojson")
    let files = ["m.geojson", "m.csv", "m.sarif"].map { scratch.path($0) }
    let outcome = try program.run(
      ["validate", layer, "--max-findings", "2"] + files.flatMap { ["--out", $0] })
    #expect(outcome.output.contains("3 more findings of ogc.self-intersection"))
    #expect(outcome.output.contains(/ogc.self-intersection +5/))
    for (file, text) in zip(files, ["\"count\":3", "3 more findings", "\"count\": 3"]) {
      let content = try String(contentsOfFile: file, encoding: .utf8)
      #expect(content.contains(text), "\(file)")
    }
  }

  /// The command, with what the plan says in a settings file, and the plan itself.
  @Test func `plan and command find the same in the same layer`() throws {
    // No candidate has ten square kilometres: every one gives a finding, and one is waived.
    let validate = """
      validate:
        rules: {geometry.small-area: {thresholds: {planar-area: 1e7}}}
        waivers:
          - {rule: geometry.small-area, layer: candidates.geojson, features: [T2], reason: r, author: a}

      """
    let settings = try scratch.write(
      validate + """
        townlayout: 1
        crs: EPSG:4547
        administrative: {file: \(city.path)/counties.geojson, id: code, name: name}
        layer:
          role: candidates
          id: town_id
          name: name
          county: county
          declared-area: {attribute: area_ha, unit: ha}

        """, to: "settings.yaml")
    let layer = city.appending(path: "candidates.geojson").path
    let found = try findings([layer, "--settings", settings])
    let out = scratch.path("out")
    let copy = scratch.url.appending(path: "city")
    try FileManager.default.copyItem(at: city, to: copy)
    let plan = copy.appending(path: "plan.yaml")
    let text = try String(contentsOf: plan, encoding: .utf8)
    try Data((text + validate).utf8).write(to: plan)
    let planned = try program.run(["plan", plan.path, "--out", out])
    try #require(planned.code == 0)
    let file = URL(filePath: out).appending(path: "findings.geojson")
    let collection = try #require(
      JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
    let features = try #require(collection["features"] as? [[String: Any]])
    let submitted = features.compactMap { $0["properties"] as? [String: Any] }.filter {
      $0["stage"] as? String == "submitted" && $0["layer"] as? String == "candidates"
    }
    #expect(found.count >= 6)
    #expect(found.count == submitted.count)
    #expect(submitted.count { $0["waived"] as? Bool == true } == 1)
    #expect(found.count { $0["waiver"] is [String: Any] } == 1)
    for (one, other) in zip(found, submitted) {
      for key in ["rule", "severity", "message", "unit"] {
        #expect(one[key] as? String == other[key] as? String)
      }
      #expect(one["feature_ids"] as? [String] == other["feature_ids"] as? [String])
      #expect(one["value"] as? Double == other["value"] as? Double)
      #expect(one["limit"] as? Double == other["limit"] as? Double)
    }
    #expect(collection["omitted"] is [Any])
  }

  @Test(arguments: [
    (["--profile", "best"], 64, "town-plan"), (["--max-findings", "0"], 64, "1 or more"),
    (["--settings", "none.yaml"], 66, "there is no such file"),
    (["--waivers", "none.csv"], 66, "there is no such file"),
    (["--out", "findings.xlsx"], 64, "gpkg"), (["--declared-area-unit", "mu"], 64, "needs"),
    (["--id", "BSM"], 65, "no attribute “BSM”"), (["--crs", "EPSG:3857"], 78, "EPSG:3857"),
  ])
  func `an option that cannot be followed is told in a sentence`(
    arguments: [String], code: Int32, text: String
  ) throws {
    let outcome = try program.run(["validate", layer()] + arguments)
    #expect(outcome.code == code, "\(outcome.errors)")
    #expect(outcome.errors.contains(text), "\(outcome.errors)")
  }
}
