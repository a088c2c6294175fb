import Foundation
import TestSupport
import Testing

/// Options of `townlayout check` over lines: attributes, rules, names of layers.
struct CheckStreamOptionTests {
  typealias S = TownLineSamples

  private let program = BuiltProgram()
  private let samples: TownLineSamples

  init() throws { samples = try TownLineSamples() }

  @Test func `an attribute that no feature of a file has is refused as in a file run`() throws {
    let lines = S.towns(3)
    let collection = try samples.scratch.write(S.collection(lines), to: "towns.geojson")
    let sequence = try samples.scratch.write(
      lines.joined(separator: "\n") + "\n{\n", to: "towns.geojsonl")
    for file in [collection, sequence] {
      let check = ["check", file, "--against", samples.redLines, "--lines"]
      for (arguments, name) in [
        (check + ["--id", "nope"], "“nope” for its ids; it has id"),
        (["validate", file, "--lines", "--id", "nope"], "“nope” for its ids; it has id"),
      ] {
        let outcome = try program.run(arguments)
        #expect(outcome.code == 65 && outcome.output.isEmpty, "\(outcome.errors)")
        #expect(outcome.errors.contains(name), "\(outcome.errors)")
      }
    }
    let area = try program.run([
      "check", collection, "--against", samples.redLines, "--lines", "--official-area", "ha",
    ])
    #expect(area.code == 65 && area.errors.contains("“ha”"), "\(area.errors)")
    let some = try samples.scratch.write(
      S.collection([S.feature("null", S.bowTie)] + lines).replacing(#"{"id":null}"#, with: "{}"),
      to: "some.geojson")
    let outcome = try program.run([
      "check", some, "--against", samples.redLines, "--lines", "--id", "id",
    ])
    #expect(outcome.summary["records"] as? Int == 4, "\(outcome.errors)")
  }

  @Test func `a rule stands in the run as a plan would write it`() throws {
    let roads = try samples.scratch.write(
      S.collection([
        #"{"type":"Feature","properties":{"class":"国道"},"geometry":"#
          + #"{"type":"LineString","coordinates":[[113,25],[113.1,25.1]]}}"#
      ]), to: "roads.geojson")
    func rule(_ layer: String, _ options: [String]) throws -> [String: Any] {
      let outcome = try program.run(
        ["check", "-", "--against", layer] + options, input: S.towns(2).joined(separator: "\n"),
        in: samples.scratch)
      let run = try #require(outcome.summary["run"] as? [String: Any], "\(outcome.errors)")
      let constraints = try #require(run["constraints"] as? [[String: Any]])
      return try #require(constraints.first?["rule"] as? [String: Any])
    }
    let limit = try rule(samples.redLines, ["--rule", "limit", "--share", "5 %"])
    #expect(limit["rule"] as? String == "limit" && limit["share"] as? Double == 0.05)
    #expect(try rule(samples.redLines, [])["rule"] as? String == "forbid")
    let buffer = try rule(samples.redLines, ["--rule", "buffer", "--distance", "50 m"])
    #expect(buffer["distance_m"] as? Double == 50)
    let setback = try rule(
      roads,
      [
        "--rule", "setback", "--setback", "road", "--class", "class", "--class-distance",
        "national=25 m", "--class-distance", "county=12 m", "--half-width", "national=9 m",
      ])
    #expect(setback["by"] as? String == "road" && setback["attribute"] as? String == "class")
    #expect(setback["distances_m"] as? [String: Double] == ["county": 12, "national": 25])
    #expect(setback["half_widths_m"] as? [String: Double] == ["national": 9])
  }

  @Test(arguments: [[], ["--lines"]])
  func `layers of one name are told apart by their folders, and one layer is named once`(
    _ option: [String]
  ) throws {
    let towns = try samples.scratch.write(S.collection(S.towns(2)), to: "towns.geojson")
    for folder in ["old", "new"] {
      try FileManager.default.createDirectory(
        atPath: samples.scratch.path(folder), withIntermediateDirectories: false)
      try FileManager.default.copyItem(
        atPath: samples.redLines, toPath: samples.scratch.path("\(folder)/red.geojson"))
    }
    let check = ["check", towns, "--against"]
    let outcome = try program.run(
      check + ["old/red.geojson", "new/red.geojson", "--json"] + option,
      folder: samples.scratch.url)
    let results = outcome.objects.flatMap { $0["results"] as? [[String: Any]] ?? [] }
    #expect(
      results.map { $0["constraint"] as? String }
        == ["old/red.geojson", "new/red.geojson", "old/red.geojson", "new/red.geojson"])
    let twice = try program.run(check + [samples.redLines, samples.redLines] + option)
    #expect(twice.code == 64 && twice.errors.contains("twice"), "\(twice.errors)")
  }
}
