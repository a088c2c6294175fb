import Foundation
import TestSupport
import Testing

/// A batch from the command line: rows, workers, refusals.
struct BatchTests {
  @Test func `every scenario is a row, also one that fails or has no plan`() throws {
    let sample = try BatchSample()
    let outcome = try sample.run("out", ["--workers", "2"])
    #expect(outcome.code == 1, "\(outcome.errors)")
    #expect(outcome.output.contains("optimal 13, infeasible 1, failed 1"), "\(outcome.output)")
    let rows = try sample.rows("out")
    #expect(rows.count == BatchSample.scenarioCount + 1)
    let base = try #require(rows["base"])
    #expect(base["status"] == "optimal" && base["jaccard_with_base"] == "1")
    #expect(base["objective"] == base["bound"] && base["gap"] == "0")
    #expect(rows["contradiction"]?["status"] == "infeasible")
    #expect(rows["contradiction"]?["sentence"]?.contains("at least 5 towns") == true)
    #expect(rows["contradiction"]?["objective"] == "")
    #expect(rows["absent"]?["status"] == "failed")
    #expect(rows["absent"]?["sentence"]?.contains("T99") == true)
    #expect(rows["dense"]?["set_layout.spacing"] == "1 km")
    #expect(rows["quotas.spacing-2km.max-2"]?["town_ids"] == base["town_ids"])
    #expect(rows.values.allSatisfy { $0["stopped_by"] == "" })
    #expect(rows.values.allSatisfy { row in row.keys.allSatisfy { !$0.hasSuffix("_s") } })
  }

  @Test func `a row says what the changed plan says when it is run alone`() throws {
    let sample = try BatchSample()
    try sample.run("out")
    let text = try String(contentsOfFile: sample.plan, encoding: .utf8)
    let changed = text.replacing("spacing: 2 km", with: "spacing: 6 km")
      .replacing("wanted: 2 km2", with: "wanted: 2.2 km2")
    for (row, plan) in [
      ("quotas.spacing-6km.max-2", text.replacing("spacing: 2 km", with: "spacing: 6 km")),
      ("land.wanted-2p2km2", text.replacing("wanted: 2 km2", with: "wanted: 2.2 km2")),
    ] {
      #expect(changed != text)
      let file = try sample.scratch.write(plan, to: "city/changed.yaml")
      let outcome = try sample.program.run(["layout", file, "--json"])
      let answer = try #require(
        JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
      let objective = try #require(answer["objective"] as? [String: Any])
      let cells = try #require(try sample.rows("out")[row])
      #expect(Double(cells["objective"] ?? "") == objective["value"] as? Double, "\(row)")
      #expect(Double(cells["bound"] ?? "") == objective["bound"] as? Double, "\(row)")
    }
  }

  @Test func `any number of workers gives the same bytes`() throws {
    let sample = try BatchSample()
    for workers in ["1", "2", "5"] { try sample.run("out-\(workers)", ["--workers", workers]) }
    try sample.expectSame("out-1", "out-2")
    try sample.expectSame("out-1", "out-5")
  }

  @Test func `shards merge to the bytes of a whole batch`() throws {
    let sample = try BatchSample()
    try sample.run("whole")
    let parts = (1...3).map { "part-\($0)" }
    for (number, part) in parts.enumerated() {
      let outcome = try sample.run(part, ["--shard", "\(number + 1)/3", "--workers", "1"])
      #expect([0, 1].contains(outcome.code), "\(outcome.errors)")
      #expect(sample.records(part).count == 6)
    }
    func merge(_ parts: [String], _ out: String) throws -> BuiltProgram.Outcome {
      try sample.program.run(
        ["batch", "merge"] + parts.map(sample.scratch.path) + ["--out", sample.scratch.path(out)])
    }
    let outcome = try merge(parts.reversed(), "merged")
    #expect(outcome.code == 1, "\(outcome.errors)")
    try sample.expectSame("whole", "merged")

    let before = try sample.data("part-2", "records/\(sample.records("part-2")[0])")
    let into = try sample.program.run(
      ["batch", "merge"] + parts.map(sample.scratch.path)
        + ["--out", sample.scratch.path("merged/../part-2"), "--overwrite"])
    #expect(into.code == 73 && into.errors.contains("is one of the parts"), "\(into.errors)")
    #expect(try sample.data("part-2", "records/\(sample.records("part-2")[0])") == before)

    let missing = try merge(["part-1", "part-3"], "incomplete")
    #expect(missing.code == 65 && missing.errors.contains("of 3 shards these are missing: 2"))
    let repeated = try merge(["part-1", "part-1"], "incomplete")
    #expect(repeated.code == 65 && repeated.errors.contains("shard 1/3, and so is"))
    let whole = try merge(["whole"], "incomplete")
    #expect(whole.code == 66 && whole.errors.contains("--shard"), "\(whole.errors)")
    try FileManager.default.removeItem(
      atPath: sample.scratch.path("part-2/records/\(sample.records("part-2")[0])"))
    let unfinished = try merge(parts, "incomplete")
    #expect(unfinished.code == 65 && unfinished.errors.contains("1 scenario of the shard not done"))
    let other = sample.plan
    let text = try String(contentsOfFile: other, encoding: .utf8)
    try sample.scratch.write(text + "# other\n", to: "city/plan.yaml")
    try sample.run("part-2", ["--shard", "2/3", "--overwrite"])
    let mixed = try merge(parts, "incomplete")
    #expect(mixed.code == 65 && mixed.errors.contains("the plan plan.yaml is"), "\(mixed.errors)")
    #expect(!FileManager.default.fileExists(atPath: sample.scratch.path("incomplete")))
  }

  @Test func `a folder that is there is refused before any work`() throws {
    let sample = try BatchSample(scenarios: "townlayout-scenarios: 1\nscenarios: {a: {}}\n")
    #expect(try sample.run("out").code == 0)
    let again = try sample.run("out")
    #expect(again.code == 73 && again.errors.contains("--resume"), "\(again.errors)")
    try FileManager.default.createDirectory(
      atPath: sample.scratch.path("other"), withIntermediateDirectories: false)
    try sample.scratch.write("precious", to: "other/file.txt")
    for option in [[], ["--overwrite"], ["--resume"]] {
      let outcome = try sample.run("other", option)
      #expect(outcome.code == 73, "\(option) \(outcome.errors)")
    }
    #expect(try sample.data("other", "file.txt") == Data("precious".utf8))
    #expect(try sample.run("out", ["--overwrite"]).code == 0)
  }

  @Test func `errors name scenario, file, line and key`() throws {
    let sample = try BatchSample(
      scenarios: """
        townlayout-scenarios: 1
        scenarios:
          a: {set: {layout.spacing: 3 km}}
          b:
            grid:
              layout.spacing: [3 km, 4 furlongs]
          c: {set: {layuot.spacing: 3 km}}

        """)
    let outcome = try sample.run("out")
    #expect(outcome.code == 78)
    #expect(
      outcome.errors.contains(
        "scenarios.yaml:6:30: layout.spacing: expected a length with its unit"),
      "\(outcome.errors)")
    #expect(outcome.errors.contains("(scenario “b.spacing-4furlongs”"))
    #expect(!FileManager.default.fileExists(atPath: sample.scratch.path("out")))
  }

  @Test func `results for machines are one object, in both languages`() throws {
    let sample = try BatchSample(
      scenarios: "townlayout-scenarios: 1\nscenarios: {a: {set: {layout.spacing: 1 km}}}\n")
    for language in ["en", "zh"] {
      let outcome = try sample.run(language, ["--json", "--language", language])
      let object = try #require(
        JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
      #expect(object["scenarios"] as? Int == 1)
      #expect((object["status"] as? [String: Int])?["optimal"] == 1)
      #expect(try sample.data(language, "summary.json") == Data(outcome.output.utf8))
    }
  }

  @Test func `the summary has the members that its schema names`() throws {
    let sample = try BatchSample(
      scenarios: "townlayout-scenarios: 1\nscenarios: {a: {set: {layout.spacing: 1 km}}}\n")
    let outcome = try sample.run("out", ["--json"])
    func object(_ text: String) throws -> [String: Any] {
      try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }
    let summary = try object(outcome.output)
    let schema = try object(try sample.program.run(["schema", "batch"]).output)
    let properties = try #require(schema["properties"] as? [String: [String: Any]])
    #expect(Set(summary.keys) == Set(properties.keys))
    #expect(Set(summary.keys) == Set(schema["required"] as? [String] ?? []))
    for name in ["status", "base", "front"] {
      let members = try #require(summary[name] as? [String: Any])
      #expect(Set(members.keys) == Set(properties[name]?["required"] as? [String] ?? []), "\(name)")
    }
  }
}
