import Foundation
import TestSupport
import Testing

/// A written run whose plan, inputs or record are no longer what they were, or are none.
struct VerifyInputTests {
  private let sample: VerifiedRun

  init() throws { sample = try VerifiedRun(of: .shared()) }

  @Test func `a plan with another quota is found, and so is the town too many`() throws {
    try sample.replace(
      "county: {min: 1, max: 2}", with: "county: {min: 1, max: 1}",
      in: sample.city.appending(path: "plan.yaml"))
    let found = try sample.faults()
    #expect(found["plan-file"]?.count == 2)
    #expect(found["plan-file"]?.first?.contains("plan.yaml was changed after the run") == true)
    #expect(found["quotas"]?.allSatisfy { $0.contains("has 2 towns, more than 1") } == true)
  }

  @Test func `edited, missing and swapped inputs are named`() throws {
    try sample.replace("{", with: "{ ", in: sample.city.appending(path: "roads.geojson"))
    var found = try sample.faults()
    #expect(found.keys.sorted() == ["inputs"])
    #expect(found["inputs"]?.count == 1)
    #expect(found["inputs"]?.first?.contains("roads.geojson of layer “roads” was changed") == true)

    try Data(contentsOf: sample.city.appending(path: "resources.geojson"))
      .write(to: sample.city.appending(path: "roads.geojson"))
    let swapped = try sample.verified()
    #expect(swapped.code == 1)
    #expect(swapped.output.contains("it holds what “resources” held"))

    try FileManager.default.removeItem(at: sample.city.appending(path: "red-line.geojson"))
    let outcome = try sample.verified()
    #expect(outcome.code == 1)
    #expect(outcome.output.contains("red-line.geojson of layer “red-line” is missing"))
    #expect(outcome.output.contains("unchecked"))
    #expect(outcome.errors.contains("red-line.geojson"))
    found = try sample.faults()
    #expect(found["inputs"]?.count == 2)
  }

  @Test func `a plan changed to what no run begins with is told, and stops nothing`() throws {
    let plan = sample.city.appending(path: "plan.yaml")
    try sample.replace("full: 1 km, none: 8 km", with: "full: 8 km, none: 8 km", in: plan)
    let outcome = try sample.verified()
    #expect(outcome.code == 1, "\(outcome.errors)")
    #expect(outcome.output.contains("plan.yaml was changed after the run"))
    #expect(outcome.output.contains("unchecked"))
    #expect(outcome.errors.contains("suitability.road"))
  }

  @Test func `a record that names other inputs than the plan is found`() throws {
    try sample.change("run.json", in: sample.run) { record in
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
    let found = try sample.faults()
    #expect(found.keys.sorted() == ["inputs", "plan-file"])
    #expect(found["inputs"]?.count == 2)
    #expect(
      found["inputs"]?[0].contains("Layer “roads” of the plan is not among the inputs") == true)
    #expect(found["inputs"]?[1].hasPrefix("Layer “red-line” is ") == true)
    #expect(
      found["plan-file"] == ["layout.spacing is 2000.0 m by the plan and 100.0 m in run.json."])
  }

  @Test func `a plan file that cannot be read any more is named`() throws {
    try Data("townlayout: [".utf8).write(to: sample.city.appending(path: "plan.yaml"))
    let broken = try sample.verified()
    #expect(broken.code == 1)
    #expect(broken.output.contains("plan.yaml was changed after the run"))
    #expect(broken.errors.contains("not YAML"))
    try FileManager.default.removeItem(at: sample.city.appending(path: "plan.yaml"))
    let missing = try sample.verified()
    #expect(missing.code == 66)
    #expect(missing.errors.contains("--plan"))
  }

  @Test func `a record that is none is told in a sentence`() throws {
    let record = sample.run.appending(path: "run.json")
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
      let outcome = try sample.verified()
      #expect(outcome.code == 65, "\(word): \(outcome.errors)")
      #expect(outcome.errors.contains(word), "\(word): \(outcome.errors)")
      #expect(outcome.errors.contains("run.json"), "\(outcome.errors)")
      #expect(outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
    }
  }

  @Test func `a record too large to be one is told before it is read`() throws {
    // A hole of 64 GB, which no memory here takes.
    let record = sample.run.appending(path: "run.json")
    let handle = try FileHandle(forWritingTo: record)
    try handle.truncate(atOffset: 64_000_000_000)
    try handle.close()
    let outcome = try sample.verified()
    #expect(outcome.code == 65, "\(outcome.errors)")
    #expect(outcome.errors.contains("run.json"), "\(outcome.errors)")
    #expect(outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
  }

  @Test func `a folder that is missing, empty, or no folder is told`() throws {
    let empty = sample.scratch.url.appending(path: "empty")
    try FileManager.default.createDirectory(at: empty, withIntermediateDirectories: true)
    for (path, word) in [
      (sample.scratch.path("nothing"), "no such folder"), (empty.path, "no run.json"),
      (sample.run.appending(path: "run.json").path, "this is a file"),
    ] {
      let outcome = try sample.program.run(["verify", path])
      #expect(outcome.code == 66, "\(outcome.errors)")
      #expect(outcome.errors.contains(word), "\(outcome.errors)")
    }
  }

  @Test func `a run without one of its files is told`() throws {
    for (file, code) in [("plan.gpkg", Int32(66)), ("towns.geojson", 66)] {
      try FileManager.default.removeItem(at: sample.run.appending(path: file))
      let outcome = try sample.verified()
      #expect(outcome.code == code, "\(outcome.errors)")
      #expect(outcome.errors.contains(file), "\(outcome.errors)")
    }
  }

  @Test func `a run without a plan claims no town`() throws {
    try sample.replace(
      "county: {min: 1, max: 2}", with: "county: {min: 3, max: 3}",
      in: sample.city.appending(path: "plan.yaml"))
    let out = sample.scratch.path("none")
    let plan = sample.city.appending(path: "plan.yaml").path
    #expect(try sample.program.run(["plan", plan, "--out", out]).code == 2)
    let outcome = try sample.program.run(["verify", out])
    #expect(outcome.code == 0, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.contains("that no plan can meet the rules is the solver's word"))
  }
}
