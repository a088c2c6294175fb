import Foundation
import TestSupport
import Testing

/// A constraint layer that lies elsewhere closes no land: no plan is made beside it.
struct ConstraintPlacementTests {
  private let program = BuiltProgram()
  private let scratch: ScratchFolder
  private let city: URL

  init() throws {
    scratch = try ScratchFolder()
    city = scratch.url.appending(path: "city")
    try FileManager.default.copyItem(at: Fixtures.folder("plans/two-counties"), to: city)
  }

  private func replace(_ text: String, with other: String, in file: String = "plan.yaml") throws {
    let url = city.appending(path: file)
    let content = try String(contentsOf: url, encoding: .utf8)
    try #require(content.contains(text))
    try Data(content.replacing(text, with: other).utf8).write(to: url)
  }

  /// Makes the red line a square, of 1 km, for each corner; the city is 400 000 to 440 000 by 2 850 000 to
  /// 2 870 000.
  private func redLine(
    at corners: [(x: Double, y: Double)], isSwapped: Bool = false, side: Double = 1000
  ) throws {
    let features = corners.enumerated().map { index, corner in
      let ring = [(0.0, 0.0), (side, 0), (side, side), (0, side), (0, 0)].map {
        let (x, y) = (corner.x + $0.0, corner.y + $0.1)
        return isSwapped ? "[\(y), \(x)]" : "[\(x), \(y)]"
      }.joined(separator: ", ")
      return #"{"type": "Feature", "properties": {"id": "R\#(index + 1)", "level": "core"}, "#
        + #""geometry": {"type": "Polygon", "coordinates": [[\#(ring)]]}}"#
    }
    let text =
      #"{"type": "FeatureCollection", "crs": {"type": "name", "#
      + #""properties": {"name": "urn:ogc:def:crs:EPSG::4547"}}, "features": ["#
      + features.joined(separator: ",\n") + "]}"
    try Data(text.utf8).write(to: city.appending(path: "red-line.geojson"))
  }

  /// The three commands that plan on constraint layers, each with what it needs beside the plan.
  private func commands(_ language: String) -> [[String]] {
    let plan = city.appending(path: "plan.yaml").path
    return [
      ["plan", plan, "--out", scratch.path("out-\(UUID())")], ["layout", plan], ["delimit", plan],
    ].map { $0 + ["--language", language] }
  }

  /// Expects all three to stop with one line that names file, layer, what is wrong and what to do.
  private func expectRefusal(
    naming english: [String], _ chinese: [String],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for (language, words) in [("en", english), ("zh", chinese)] {
      for command in commands(language) {
        let outcome = try program.run(command)
        #expect(
          outcome.code == 65, "\(command[0]): \(outcome.errors)", sourceLocation: sourceLocation)
        #expect(outcome.output.isEmpty, sourceLocation: sourceLocation)
        #expect(
          outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)",
          sourceLocation: sourceLocation)
        for word in words + ["red-line.geojson", "“red-line”", "`crs`"] {
          #expect(
            outcome.errors.contains(word), "\(command[0]): \(outcome.errors)",
            sourceLocation: sourceLocation)
        }
      }
    }
  }

  @Test(arguments: [
    "{rule: forbid}", "{rule: limit, share: 5 %}", "{rule: buffer, distance: 1 km}",
    "{rule: inside}", "{rule: forbid, applies-to: construction}",
  ])
  func `a layer beside the city is refused, whatever its rule`(rule: String) throws {
    try replace("red-line: {rule: forbid}", with: "red-line: \(rule)")
    try redLine(at: [(480_000, 2_855_000), (460_000, 2_855_000)])
    try expectRefusal(
      naming: ["outside the city", "R2 is 20.0 km away", "azimuth 90°", "take the constraint out"],
      ["本市范围之外", "R2 距各区县与候选小镇 20.0 公里", "方位角 90°", "删去该约束"])
  }

  @Test func `a layer with its axes swapped is refused`() throws {
    try redLine(at: [(427_800, 2_857_600), (405_000, 2_852_000)], isSwapped: true)
    try expectRefusal(
      naming: ["northing before easting", "waivers"], ["纵坐标在前", "waivers"])
  }

  @Test func `a layer in another zone than it says is refused`() throws {
    try replace(
      "{file: red-line.geojson,", with: "{file: red-line.geojson, crs: EPSG:4546,")
    try expectRefusal(
      naming: ["EPSG:4546", "EPSG:4547", "outside the working area"],
      ["EPSG:4546", "EPSG:4547", "超出工作区"])
  }

  @Test func `a layer of degrees read as metres is refused`() throws {
    try redLine(at: [(113.2, 25.8)], side: 0.01)
    try expectRefusal(naming: ["degrees"], ["度"])
  }

  // A layer of the whole province, a railway or a river is right beyond the city, so that this is no reason to stop.
  @Test func `one feature far away is warned of until someone accepts it with a reason`() throws {
    try redLine(at: [(427_800, 2_857_600), (600_000, 2_855_000)])
    try expectWarning(
      "1 of 2 features of constraint layer “red-line”", "约束图层“red-line”",
      also: ["R2 among them, has positions outside the working area", "2 个要素中有 1 个（如 R2）"])
    try replace(
      "industries:\n",
      with: """
        validate:
          waivers:
            - {rule: crs.outside-working-area, layer: red-line, features: [R2], reason: 全省图层, author: 张三}
        industries:

        """)
    for command in commands("en") {
      let outcome = try program.run(command)
      #expect(outcome.code == 0, "\(command[0]): \(outcome.errors)")
      #expect(!outcome.errors.contains("constraint layer"), "\(outcome.errors)")
    }
  }

  @Test func `a layer beside the city is refused, however far some of it lies`() throws {
    try redLine(at: [(480_000, 2_855_000), (600_000, 2_855_000)])
    try expectRefusal(
      naming: ["outside the city", "R1 is 40.0 km away"], ["本市范围之外", "R1 距各区县与候选小镇 40.0 公里"])
  }

  /// Expects all three to answer, with a warning, and the record of the run to hold it.
  ///
  /// - Parameter also: what else the warning says, in English and in Chinese.
  private func expectWarning(
    _ english: String, _ chinese: String, also: [String] = ["", ""],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for (language, words) in [("en", "warning: \(english)"), ("zh", "警告：\(chinese)")] {
      for command in commands(language) {
        let outcome = try program.run(command)
        #expect(outcome.code == 0, "\(outcome.errors)", sourceLocation: sourceLocation)
        #expect(outcome.errors.contains(words), "\(outcome.errors)", sourceLocation: sourceLocation)
        let rest = also[language == "en" ? 0 : 1]
        #expect(
          rest.isEmpty || outcome.errors.contains(rest), "\(outcome.errors)",
          sourceLocation: sourceLocation)
        guard command[0] == "plan" else { continue }
        let run = URL(filePath: command[3])
        let record = try #require(
          JSONSerialization.jsonObject(with: Data(contentsOf: run.appending(path: "run.json")))
            as? [String: Any])
        let warnings = try #require(record["warnings"] as? [String])
        #expect(warnings.count == 1, sourceLocation: sourceLocation)
        let text = language == "en" ? english : chinese
        #expect(warnings[0].contains(text), "\(warnings)", sourceLocation: sourceLocation)
        let report = try String(contentsOf: run.appending(path: "report.html"), encoding: .utf8)
        #expect(report.contains(#"class="warnings""#), sourceLocation: sourceLocation)
        let verified = try program.run(["verify", run.path])
        #expect(verified.code == 0, "\(verified.output)", sourceLocation: sourceLocation)
      }
    }
  }

  @Test func `a layer without a feature is warned of`() throws {
    try redLine(at: [])
    try expectWarning("constraint layer “red-line”", "约束图层“red-line”")
  }

  @Test func `a condition that no feature meets is warned of`() throws {
    try redLine(at: [(427_800, 2_857_600)])
    try replace(
      "role: constraint, id: id}", with: "role: constraint, id: id, where: {level: kern}}")
    try expectWarning("no feature of constraint layer “red-line”", "约束图层“red-line”")
  }

  @Test func `a layer in the city that no town can reach is warned of`() throws {
    try redLine(at: [(400_000, 2_869_000)])
    try expectWarning("no feature of constraint layer “red-line”", "约束图层“red-line”")
  }

  @Test func `features without a geometry are not called missing`() throws {
    let text =
      #"{"type": "FeatureCollection", "features": [{"type": "Feature", "#
      + #""properties": {"id": "R1", "level": "core"}, "geometry": null}]}"#
    try Data(text.utf8).write(to: city.appending(path: "red-line.geojson"))
    try expectWarning(
      "constraint layer “red-line”", "约束图层“red-line”",
      also: ["holds no feature with a geometry among the 1 feature", "1 个要素均无几何图形"])
    try replace(
      "role: constraint, id: id}", with: "role: constraint, id: id, where: {level: core}}")
    try expectWarning(
      "constraint layer “red-line”", "约束图层“red-line”",
      also: ["1 feature that its `where` (level: core) leaves", "按 `where` 条件（level: core）选出的"])
  }

  @Test func `a layer out of reach that towns must lie inside lets none be drawn, and says so`()
    throws
  {
    try redLine(at: [(400_000, 2_869_000)])
    try replace("red-line: {rule: forbid}", with: "red-line: {rule: inside}")
    for (language, words) in [
      ("en", "no candidate's town can lie inside it"), ("zh", "任何候选小镇都无法按规则位于其内"),
    ] {
      for command in commands(language) {
        let errors = try program.run(command).errors
        #expect(errors.contains(words), "\(command[0]): \(errors)")
        #expect(!errors.contains("binds no town") && !errors.contains("不起作用"), "\(errors)")
      }
    }
  }

  @Test func `towns cannot lie inside a layer without a feature`() throws {
    try redLine(at: [])
    try replace("red-line: {rule: forbid}", with: "red-line: {rule: inside}")
    for command in commands("en") {
      let outcome = try program.run(command)
      #expect(outcome.code == 65, "\(outcome.errors)")
      #expect(outcome.errors.contains("layer “red-line” holds no feature"))
    }
  }

  @Test func `constraints that lie in place are not warned of`() throws {
    for command in commands("en") {
      let outcome = try program.run(command)
      #expect(outcome.code == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    }
  }

  @Test func `a layer of a file is named once`() throws {
    let package = city.appending(path: "red.gpkg").path
    let converted = try program.run([
      "convert", city.appending(path: "red-line.geojson").path, package,
    ])
    #expect(converted.code == 0, "\(converted.errors)")
    try replace("{file: red-line.geojson,", with: "{file: \"red.gpkg:red\",")
    let out = scratch.path("named")
    let outcome = try program.run([
      "plan", city.appending(path: "plan.yaml").path, "--out", out,
    ])
    #expect(outcome.code == 0, "\(outcome.errors)")
    let record = try #require(
      JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: out + "/run.json")))
        as? [String: Any])
    let inputs = try #require(record["inputs"] as? [[String: Any]])
    let red = try #require(inputs.first { $0["layer"] as? String == "red-line" })
    #expect(red["address"] as? String == "red.gpkg:red")
    #expect(try program.run(["verify", out]).code == 0)
  }
}
