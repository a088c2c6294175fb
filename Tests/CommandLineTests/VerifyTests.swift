import Foundation
import TestSupport
import Testing

/// A written run against its inputs: what was changed afterwards is found and named.
struct VerifyTests {
  private let program = BuiltProgram()
  private let scratch: ScratchFolder
  /// A copy of a run that holds, and of the plan's folder; tests change one thing each.
  private let run: URL
  private let city: URL

  init() throws {
    scratch = try ScratchFolder()
    run = scratch.url.appending(path: "run")
    city = scratch.url.appending(path: "city")
    let sound = try SoundRun.shared()
    try FileManager.default.copyItem(at: sound.run, to: run)
    try FileManager.default.copyItem(at: sound.city, to: city)
  }

  private func verified(_ arguments: [String] = []) throws -> BuiltProgram.Outcome {
    try program.run(
      ["verify", run.path, "--plan", city.appending(path: "plan.yaml").path] + arguments)
  }

  /// Texts of what does not hold, by check.
  private func faults() throws -> [String: [String]] {
    let outcome = try verified(["--json"])
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any],
      "\(outcome.errors)")
    let checks = try #require(object["checks"] as? [[String: Any]])
    var faults: [String: [String]] = [:]
    for check in checks where check["result"] as? String == "broken" {
      let list = try #require(check["faults"] as? [[String: Any]])
      faults[check["check"] as? String ?? ""] = list.map { $0["text"] as? String ?? "" }
    }
    #expect(outcome.code == (faults.isEmpty ? 0 : 1), "\(outcome.errors)")
    #expect(object["holds"] as? Bool == faults.isEmpty)
    // What is broken anywhere proves nothing, however well the bound holds.
    let proof = try #require(object["proof"] as? [String: Any])
    #expect(proof["outcome"] as? String == (faults.isEmpty ? "proven" : "refuted"), "\(faults)")
    return faults
  }

  private func change(
    _ file: String, in folder: URL, _ body: (inout [String: Any]) throws -> Void
  ) throws {
    let url = folder.appending(path: file)
    var object = try #require(
      JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any])
    try body(&object)
    try JSONSerialization.data(withJSONObject: object).write(to: url)
  }

  /// Changes one town of `towns.geojson`.
  private func changeTown(_ row: Int, _ body: (inout [String: Any]) throws -> Void) throws {
    try change("towns.geojson", in: run) { collection in
      var features = try #require(collection["features"] as? [[String: Any]])
      try body(&features[row])
      collection["features"] = features
    }
  }

  private func replace(_ text: String, with other: String, in url: URL) throws {
    let content = try String(contentsOf: url, encoding: .utf8)
    try #require(content.contains(text), "\(url.lastPathComponent)")
    try Data(content.replacing(text, with: other, maxReplacements: 1).utf8).write(to: url)
  }

  /// Moves a town of `towns.geojson` by degrees.
  private func move(_ row: Int, east: Double, north: Double) throws {
    try changeTown(row) { town in
      var geometry = try #require(town["geometry"] as? [String: Any])
      let rings = try #require(geometry["coordinates"] as? [[[Double]]])
      geometry["coordinates"] = rings.map { $0.map { [$0[0] + east, $0[1] + north] } }
      town["geometry"] = geometry
    }
  }

  private func outline(_ row: Int) throws -> [[Double]] {
    let data = try Data(contentsOf: run.appending(path: "towns.geojson"))
    let object = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    let features = try #require(object["features"] as? [[String: Any]])
    let geometry = try #require(features[row]["geometry"] as? [String: Any])
    return try #require((geometry["coordinates"] as? [[[Double]]])?.first)
  }

  @Test func `a run that was not touched holds`() throws {
    #expect(try faults() == [:])
    let english = try verified()
    #expect(english.code == 0)
    #expect(english.output.contains("holds"))
    #expect(english.output.contains("it is proven without the solver that no plan is better"))
    let chinese = try verified(["--language", "zh"])
    #expect(chinese.output.contains("各项检查均成立；不依赖求解器即已证明无更优方案"))
  }

  @Test func `the answer for machines has the members of its schema`() throws {
    let outcome = try verified(["--json"])
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let text = try program.run(["schema", "verify"]).output
    let schema = try #require(
      JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(Set(object.keys) == Set(schema["required"] as? [String] ?? []))
    let definitions = try #require(schema["$defs"] as? [String: [String: Any]])
    let properties = try #require(definitions["check"]?["properties"] as? [String: [String: Any]])
    let checks = try #require(object["checks"] as? [[String: Any]])
    let codes = checks.compactMap { $0["check"] as? String }
    // What the plan does not ask for is not looked at.
    let known = try #require(properties["check"]?["enum"] as? [String])
    #expect(codes == known.filter { !["budget", "equity", "minimums"].contains($0) })
    for check in checks { #expect(Set(check.keys) == Set(properties.keys)) }
  }

  @Test(arguments: [1999, 1999.95])
  func `a town moved to 1 m, or 5 cm, inside the spacing is found`(goal: Double) throws {
    // Along the line between the nearest corners of two towns, in metres at 25.8° north.
    let (metresEast, metresNorth) = (100_290.0, 110_785.0)
    let outlines = try (0..<4).map(outline)
    var nearest = (distance: Double.infinity, row: 0, east: 0.0, north: 0.0)
    for right in 1..<4 {
      for left in 0..<right {
        for one in outlines[left] {
          for other in outlines[right] {
            let east = (one[0] - other[0]) * metresEast
            let north = (one[1] - other[1]) * metresNorth
            let distance = (east * east + north * north).squareRoot()
            if distance < nearest.distance { nearest = (distance, right, east, north) }
          }
        }
      }
    }
    // What is left to go is told by the check itself, and gets less with each step.
    for _ in 0..<3 {
      let share = (try nearestDistance() - goal) / nearest.distance
      try move(
        nearest.row, east: nearest.east * share / metresEast,
        north: nearest.north * share / metresNorth)
    }
    #expect(abs(try nearestDistance() - goal) < 0.005)
    let found = try faults()
    #expect(found["spacing"]?.count == 1)
    #expect(found["spacing"]?.first?.contains("m apart, less than 2000.0 m") == true)
    #expect(found["files"]?.count == 1)
  }

  /// The least distance between two towns, as the check of spacing tells it.
  private func nearestDistance() throws -> Double {
    let outcome = try verified()
    let line = try #require(outcome.output.split(separator: "\n").first { $0.hasPrefix("spacing") })
    let words = line.split(separator: " ")
    let place = try #require(words.firstIndex(of: "nearest"))
    return try #require(Double(words[place + 1]))
  }

  @Test func `a town on the red line is found`() throws {
    // The first town onto R1, whose corner is at 427 800, 2 857 600 on the grid.
    let corner = try outline(0)[0]
    try move(0, east: 113.2963 - corner[0], north: 25.8400 - corner[1])
    let found = try faults()
    #expect(found["constraints"]?.first?.contains("of forbidden land, in R1") == true, "\(found)")
  }

  @Test func `a stated area wrong by 1 m² is found`() throws {
    var id = ""
    try changeTown(2) { town in
      var properties = try #require(town["properties"] as? [String: Any])
      id = try #require(properties["town_id"] as? String)
      properties["area_m2"] = try #require(properties["area_m2"] as? Double) + 1
      town["properties"] = properties
    }
    let found = try faults()
    #expect(found["areas"]?.count == 1)
    #expect(found["areas"]?.first?.contains("The area of \(id) is stated as") == true)
    #expect(found["land"]?.count == 1)
    #expect(found["files"]?.count == 2)
  }

  @Test func `a changed objective term is found`() throws {
    try change("run.json", in: run) { record in
      var objective = try #require(record["objective"] as? [String: Any])
      var terms = try #require(objective["terms"] as? [[String: Any]])
      terms[1]["value"] = try #require(terms[1]["value"] as? Double) + 0.01
      terms[0]["value"] = try #require(terms[0]["value"] as? Double) + 0.000_1
      objective["terms"] = terms
      record["objective"] = objective
    }
    let found = try faults()
    #expect(found.keys.sorted() == ["objective"])
    #expect(found["objective"]?.count == 3)
    #expect(found["objective"]?[0].contains("Term “suitability”") == true)
    #expect(found["objective"]?[1].contains("Term “coverage.scenic”") == true)
  }

  @Test func `a bound below the objective is found`() throws {
    try change("run.json", in: run) { record in
      var objective = try #require(record["objective"] as? [String: Any])
      objective["bound"] = try #require(objective["value"] as? Double) - 1
      record["objective"] = objective
    }
    let found = try faults()
    #expect(found.keys.sorted() == ["bound", "dual"])
    #expect(found["bound"]?.first?.contains("above its bound") == true)
  }

  @Test func `a plan with another quota is found, and so is the town too many`() throws {
    try replace(
      "county: {min: 1, max: 2}", with: "county: {min: 1, max: 1}",
      in: city.appending(path: "plan.yaml"))
    let found = try faults()
    #expect(found["plan-file"]?.count == 2)
    #expect(found["plan-file"]?.first?.contains("plan.yaml was changed after the run") == true)
    #expect(found["quotas"]?.allSatisfy { $0.contains("has 2 towns, more than 1") } == true)
  }

  @Test func `edited, missing and swapped inputs are named`() throws {
    try replace("{", with: "{ ", in: city.appending(path: "roads.geojson"))
    var found = try faults()
    #expect(found.keys.sorted() == ["inputs"])
    #expect(found["inputs"]?.count == 1)
    #expect(found["inputs"]?.first?.contains("roads.geojson of layer “roads” was changed") == true)

    try Data(contentsOf: city.appending(path: "resources.geojson"))
      .write(to: city.appending(path: "roads.geojson"))
    let swapped = try verified()
    #expect(swapped.code == 1)
    #expect(swapped.output.contains("it holds what “resources” held"))

    try FileManager.default.removeItem(at: city.appending(path: "red-line.geojson"))
    let outcome = try verified()
    #expect(outcome.code == 1)
    #expect(outcome.output.contains("red-line.geojson of layer “red-line” is missing"))
    #expect(outcome.output.contains("unchecked"))
    #expect(outcome.errors.contains("red-line.geojson"))
    found = try faults()
    #expect(found["inputs"]?.count == 2)
  }

  @Test func `a plan changed to what no run begins with is told, and stops nothing`() throws {
    let plan = city.appending(path: "plan.yaml")
    try replace("full: 1 km, none: 8 km", with: "full: 8 km, none: 8 km", in: plan)
    let outcome = try verified()
    #expect(outcome.code == 1, "\(outcome.errors)")
    #expect(outcome.output.contains("plan.yaml was changed after the run"))
    #expect(outcome.output.contains("unchecked"))
    #expect(outcome.errors.contains("suitability.road"))
  }

  @Test func `a record that names other inputs than the plan is found`() throws {
    try change("run.json", in: run) { record in
      var inputs = try #require(record["inputs"] as? [[String: Any]])
      // The red line read from the roads, whose checksum is right, and the roads left out.
      let roads = try #require(inputs.firstIndex { $0["layer"] as? String == "roads" })
      let line = try #require(inputs.firstIndex { $0["layer"] as? String == "red-line" })
      for name in ["address", "sha256"] { inputs[line][name] = inputs[roads][name] }
      inputs.remove(at: roads)
      record["inputs"] = inputs
      var parameters = try #require(record["effective_parameters"] as? [String: String])
      parameters["layout.spacing"] = "100.0 m"
      record["effective_parameters"] = parameters
    }
    let found = try faults()
    #expect(found.keys.sorted() == ["inputs", "plan-file"])
    #expect(found["inputs"]?.count == 2)
    #expect(
      found["inputs"]?[0].contains("Layer “roads” of the plan is not among the inputs") == true)
    #expect(found["inputs"]?[1].hasPrefix("Layer “red-line” is ") == true)
    #expect(
      found["plan-file"] == ["layout.spacing is 2000.0 m by the plan and 100.0 m in run.json."])
  }

  @Test func `a plan file that cannot be read any more is named`() throws {
    try Data("townlayout: [".utf8).write(to: city.appending(path: "plan.yaml"))
    let broken = try verified()
    #expect(broken.code == 1)
    #expect(broken.output.contains("plan.yaml was changed after the run"))
    #expect(broken.errors.contains("not YAML"))
    try FileManager.default.removeItem(at: city.appending(path: "plan.yaml"))
    let missing = try verified()
    #expect(missing.code == 66)
    #expect(missing.errors.contains("--plan"))
  }

  @Test func `factor values, scores, counties and industries that were changed are found`() throws {
    var id = ""
    try changeTown(0) { town in
      var properties = try #require(town["properties"] as? [String: Any])
      id = try #require(properties["town_id"] as? String)
      let factor = try #require(
        properties.keys.sorted().first { $0.hasPrefix("factor_") && properties[$0] is Double })
      properties[factor] = try #require(properties[factor] as? Double) - 0.1
      town["properties"] = properties
    }
    var found = try faults()
    #expect(found.keys.sorted() == ["factors", "scores"])
    #expect(found["factors"]?.count == 1)
    #expect(found["factors"]?.first?.contains(" of \(id) is stated as ") == true)
    try changeTown(1) { town in
      var properties = try #require(town["properties"] as? [String: Any])
      properties["industry"] = "mining"
      properties["county_id"] = "C"
      town["properties"] = properties
    }
    found = try faults()
    #expect(found["towns"]?.count == 2)
    #expect(found["files"]?.count == 3)
    #expect(found["county"]?.count == 1)
  }

  @Test func `a town left out of one file is found`() throws {
    try change("towns.geojson", in: run) { collection in
      let features = try #require(collection["features"] as? [[String: Any]])
      collection["features"] = Array(features.dropLast())
    }
    let found = try faults()
    #expect(found["files"]?.count == 2)
    #expect(found["objective"] != nil)
  }

  @Test func `a record that is none is told in a sentence`() throws {
    let record = run.appending(path: "run.json")
    let text = try String(contentsOf: record, encoding: .utf8)
    let deep = String(repeating: "[", count: 2_000_000)
    let cases: [(content: String, word: String)] = [
      (String(text.prefix(text.count / 2)), "breaks off"), ("", "not JSON"), ("run", "not JSON"),
      (deep, "nested deeper"), ("{}", "townlayout_run"), ("[1]", "the record"),
      (text.replacing("\"townlayout_run\": 1", with: "\"townlayout_run\": 7"), "version 7"),
      (text.replacing("\"chosen\": [", with: "\"selected\": ["), "chosen"),
      (text.replacing("\"status\": \"optimal\"", with: "\"status\": \"best\""), "status"),
    ]
    for (content, word) in cases {
      try Data(content.utf8).write(to: record)
      let outcome = try verified()
      #expect(outcome.code == 65, "\(word): \(outcome.errors)")
      #expect(outcome.errors.contains(word), "\(word): \(outcome.errors)")
      #expect(outcome.errors.contains("run.json"), "\(outcome.errors)")
      #expect(outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
    }
  }

  @Test func `a record too large to be one is told before it is read`() throws {
    // A hole of 64 GB, which no memory here takes.
    let record = run.appending(path: "run.json")
    let handle = try FileHandle(forWritingTo: record)
    try handle.truncate(atOffset: 64_000_000_000)
    try handle.close()
    let outcome = try verified()
    #expect(outcome.code == 65, "\(outcome.errors)")
    #expect(outcome.errors.contains("run.json"), "\(outcome.errors)")
    #expect(outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
  }

  @Test func `a folder that is missing, empty, or no folder is told`() throws {
    let empty = scratch.url.appending(path: "empty")
    try FileManager.default.createDirectory(at: empty, withIntermediateDirectories: true)
    for (path, word) in [
      (scratch.path("nothing"), "no such folder"), (empty.path, "no run.json"),
      (run.appending(path: "run.json").path, "this is a file"),
    ] {
      let outcome = try program.run(["verify", path])
      #expect(outcome.code == 66, "\(outcome.errors)")
      #expect(outcome.errors.contains(word), "\(outcome.errors)")
    }
  }

  @Test func `a run without one of its files is told`() throws {
    for (file, code) in [("plan.gpkg", Int32(66)), ("towns.geojson", 66)] {
      try FileManager.default.removeItem(at: run.appending(path: file))
      let outcome = try verified()
      #expect(outcome.code == code, "\(outcome.errors)")
      #expect(outcome.errors.contains(file), "\(outcome.errors)")
    }
  }

  @Test func `a run without a plan claims no town`() throws {
    try replace(
      "county: {min: 1, max: 2}", with: "county: {min: 3, max: 3}",
      in: city.appending(path: "plan.yaml"))
    let out = scratch.path("none")
    let plan = city.appending(path: "plan.yaml").path
    #expect(try program.run(["plan", plan, "--out", out]).code == 2)
    let outcome = try program.run(["verify", out])
    #expect(outcome.code == 0, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.contains("that no plan can meet the rules is the solver's word"))
  }
}

/// A run of the small city, made once for all tests.
struct SoundRun: Sendable {
  let run: URL
  let city: URL
  private let scratch: ScratchFolder

  private static let made = Result { try SoundRun() }

  static func shared() throws -> SoundRun { try made.get() }

  private init() throws {
    scratch = try ScratchFolder()
    city = scratch.url.appending(path: "city")
    run = scratch.url.appending(path: "run")
    try FileManager.default.copyItem(at: Fixtures.folder("plans/two-counties"), to: city)
    let outcome = try BuiltProgram().run([
      "plan", city.appending(path: "plan.yaml").path, "--out", run.path,
    ])
    try #require(outcome.code == 0, "\(outcome.errors)")
  }
}
