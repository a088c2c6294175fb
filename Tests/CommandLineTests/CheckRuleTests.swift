import Foundation
import TestSupport
import Testing

/// `townlayout check` with rules by class, levelling and proposals, on layers of a few features.
struct CheckRuleTests {
  private let layers: CheckedLayers

  init() throws { layers = try CheckedLayers() }

  @Test func `a number known from memory warns, the user's own fails`() throws {
    let setback = ["--rule", "setback", "--setback", "road", "--class", "class"]
    let warned = try layers.program.run(
      ["check", layers.towns, "--against", layers.roads] + setback)
    #expect(warned.code == 0, "\(warned.errors)")
    #expect(warned.output.contains("2 in breach (2 of them warnings)"))
    #expect(warned.output.contains("“匝道”") && warned.output.contains("0.2 m wide and 400 m²"))
    let failed = try layers.program.run(
      ["check", layers.towns, "--against", layers.roads, "--class-distance", "national=15 m"]
        + setback)
    #expect(failed.code == 1 && failed.output.contains("2 in breach (1 of them warnings)"))
  }

  @Test func `a grid far from the land is told wherever it measures, and changes no exit code`()
    throws
  {
    let far = layers.scratch.path("far.gpkg")
    let converted = try layers.program.run(["convert", layers.towns, far, "--to", "EPSG:4549"])
    #expect(converted.code == 0, "\(converted.errors)")
    let words = "note: far.gpkg: 3 features reach beyond the zone of EPSG:4549"
    for command in [
      ["check", far, "--against", layers.roads, "--rule", "buffer", "--distance", "1 m"],
      ["check", far, "--against", layers.redLines, "--pairs"],
      ["proximity", far, "--to", layers.roads],
    ] {
      let answer = try layers.program.run(command)
      #expect(answer.code == 0 && answer.errors.contains(words), "\(command): \(answer.errors)")
      let near = try layers.program.run(command.map { $0 == far ? layers.towns : $0 })
      #expect(near.code == 0 && !near.errors.contains("beyond the zone"), "\(near.errors)")
    }
    let listed = try layers.program.run([
      "check", far, "--against", layers.redLines, "--pairs", "--json",
    ])
    #expect(listed.output.contains("crs.outside-zone"))
  }

  @Test func `an activity decides outside the core, and the answer holds what was asked for`()
    throws
  {
    let answer = try layers.check(
      "--against", layers.redLines, "--rule", "conditional", "--activities", "5, 6", "--zone",
      "zone",
      "--activity", "activity", "--official-area", "ha", "--official-area-unit", "ha",
      "--vintage", "2023", "--propose", layers.scratch.path("out.gpkg"), "--json")
    #expect(answer.code == 1, "\(answer.errors)")
    let results = try #require(try layers.object(answer.output)["results"] as? [[String: Any]])
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
    let compliant = try #require(try layers.object(answer.output)["compliant"] as? [[String: Any]])
    #expect(
      compliant.map { $0["outcome"] as? String } == ["unchanged", "proposed", "all-forbidden"])
    #expect(compliant[1]["planar_area_m2"] as? Double == 900_000)
  }

  /// The towns as a GeoJSON text sequence (RFC 8142).
  private func townSequence() throws -> String {
    let layer = try layers.object(String(contentsOfFile: layers.towns, encoding: .utf8))
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
    let layer =
      options.contains("setback") || options.contains("buffer") ? layers.roads : layers.redLines
    let whole = try layers.check(["--against", layer, "--json"] + options)
    let expected = try #require(try layers.object(whole.output)["results"] as? NSArray)
    #expect(expected.count == 3 && whole.code == 1, "\(whole.errors)")
    let stream = try layers.program.run(
      [
        "check", "-", "--layer-crs", "EPSG:4547", "--id", "id", "--against", layer, "--against-id",
        "id",
      ] + options, input: try townSequence(), in: layers.scratch)
    #expect(stream.code == whole.code, "\(stream.errors)")
    let results = stream.objects.dropLast().flatMap { $0["results"] as? [Any] ?? [] }
    #expect(results as NSArray == expected)
  }

  @Test func `a proposal is itself checked and validated without a word`() throws {
    let out = layers.scratch.path("out.geojson")
    _ = try layers.check("--against", layers.redLines, "--propose", out)
    let again = try layers.program.run([
      "check", out, "--id", "town_id", "--against", layers.redLines,
    ])
    #expect(again.output.contains("0 in breach"), "\(again.output)")
    let valid = try layers.program.run([
      "validate", out, "--rules", "ogc", "--id", "town_id", "--json",
    ])
    #expect(valid.code == 0 || valid.output.contains("null-geometry"), "\(valid.output)")
  }

  @Test func `counts are of towns, however many layers they break`() throws {
    let setback = ["--rule", "buffer", "--distance", "20 m"]
    let outcome = try layers.check(["--against", layers.redLines, layers.roads] + setback)
    #expect(
      outcome.output.contains("3 towns checked: 0 clear of every layer, 3 in breach;"),
      "\(outcome.output)")
    let chinese = try layers.check(
      ["--against", layers.redLines, layers.roads, "--language", "zh"] + setback)
    #expect(chinese.output.contains("3 个违规") && chinese.output.contains("侵占"))
    #expect(!chinese.output.contains("encroaches") && !chinese.output.contains("sliver"))
  }

  @Test func `levelled areas and refusals stand in the table`() throws {
    let option = [
      "--against", layers.redLines, "--official-area", "ha", "--official-area-unit", "ha",
    ]
    let outcome = try layers.check(option)
    #expect(outcome.output.contains("levelled ha  rest ha"), "\(outcome.output)")
    #expect(outcome.output.contains("1 town levelled to its official area, 2 not"))
    #expect(outcome.output.contains("B: not levelled: official 90.0000 ha and measured"))
    #expect(outcome.output.contains("C: not levelled: it states no official area"))
    let chinese = try layers.check(option + ["--language", "zh"])
    #expect(chinese.output.contains("调平公顷") && chinese.output.contains("C：未调平"))
  }
}
