import Foundation
import TestSupport
import Testing

/// A certificate of which one thing was changed: verification finds it and names the place.
struct VerifyProofTests {
  private let program = BuiltProgram()
  private let scratch: ScratchFolder
  /// A copy of a run that holds, and of the plan's folder.
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

  private func answer() throws -> [String: Any] {
    let outcome = try verified(["--json"])
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any],
      "\(outcome.errors)")
    #expect(outcome.code == (object["holds"] as? Bool == true ? 0 : 1))
    return object
  }

  /// Texts of what does not hold, by check.
  private func faults() throws -> [String: [String]] {
    let answer = try answer()
    var faults: [String: [String]] = [:]
    for check in try #require(answer["checks"] as? [[String: Any]])
    where check["result"] as? String == "broken" {
      let list = try #require(check["faults"] as? [[String: Any]])
      faults[check["check"] as? String ?? ""] = list.map { $0["text"] as? String ?? "" }
    }
    let proof = try #require(answer["proof"] as? [String: Any])
    #expect((proof["outcome"] as? String == "proven") == faults.isEmpty)
    return faults
  }

  private func record() throws -> [String: Any] {
    let data = try Data(contentsOf: run.appending(path: "run.json"))
    return try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  /// Changes the member at a path of names and places below `certificate`.
  private func change(_ path: [Any], _ body: (Any) throws -> Any) throws {
    var record = try record()
    record["certificate"] = try changed(try #require(record["certificate"]), path[...], body)
    try JSONSerialization.data(withJSONObject: record).write(to: run.appending(path: "run.json"))
  }

  private func changed(
    _ value: Any, _ path: ArraySlice<Any>, _ body: (Any) throws -> Any
  ) throws -> Any {
    guard let step = path.first else { return try body(value) }
    if let name = step as? String {
      var object = try #require(value as? [String: Any])
      object[name] = try changed(try #require(object[name]), path.dropFirst(), body)
      return object
    }
    var list = try #require(value as? [Any])
    let place = try #require(step as? Int)
    list[place] = try changed(list[place], path.dropFirst(), body)
    return list
  }

  private func add(_ difference: Int, at path: [Any]) throws {
    try change(path) { try #require($0 as? Int) + difference }
  }

  private func sql(_ statement: String) throws {
    let file = run.appending(path: "proposals.gpkg").path
    _ = try #require(CommandLineTool.output(["ogrinfo", file, "-sql", statement]))
  }

  /// Of the multipliers under a path, the place of the first that is not zero.
  private func priced(_ part: String) throws -> Int {
    let certificate = try #require(try record()["certificate"] as? [String: Any])
    let rows = certificate[part] as? [[String: Any]]
    let list =
      rows?.map { $0["multiplier"] as? Int ?? 0 }
      ?? (certificate[part] as? [String: Any])?["multiplier"] as? [Int] ?? []
    return try #require(list.firstIndex { $0 > 0 })
  }

  // MARK: What holds

  @Test func `the bound of a sound run is proven without the solver`() throws {
    let answer = try answer()
    #expect(answer["holds"] as? Bool == true)
    let proof = try #require(answer["proof"] as? [String: Any])
    #expect(proof["outcome"] as? String == "proven")
    #expect(proof["dual_gap"] as? Double == 0)
    #expect(proof["dual_bound"] as? Double == answer["bound"] as? Double)
    let output = try verified(["--language", "zh"]).output
    #expect(output.contains("已独立证明"))
  }

  @Test func `a plan that prices alone do not prove is searched, and says both gaps`() throws {
    // A land quota between the sums of three and four towns leaves a gap to the prices.
    let plan = city.appending(path: "plan.yaml")
    let text = try String(contentsOf: plan, encoding: .utf8)
    try Data(
      text.replacing("  spacing: 2 km", with: "  spacing: 2 km\n  land: 700 ha").utf8
    ).write(to: plan)
    let out = scratch.path("land")
    let made = try program.run(["plan", plan.path, "--out", out])
    try #require(made.code == 0, "\(made.errors)")
    #expect(made.output.contains("of that, checkable without a solver: bound"))
    let outcome = try program.run(["verify", out])
    #expect(outcome.code == 0, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.contains("it is proven without the solver that no plan is better"))
    #expect(outcome.output.contains("nodes finds no better plan among them"))
  }

  // MARK: Numbers of the certificate

  /// Prices may move a little without another bound, where the best prices are not the only ones.
  @Test(arguments: ["rows", "groups", "cliques"])
  func `a changed multiplier is found by the bound it gives`(part: String) throws {
    let place = try priced(part)
    try add(
      1_000_000_000,
      at: part == "rows" ? [part, place, "multiplier"] : [part, "multiplier", place])
    let found = try faults()
    #expect(found.keys.sorted() == ["dual"])
    #expect(found["dual"]?.first?.contains("; run.json states ") == true, "\(found)")
  }

  @Test func `a negative multiplier is refused, and so is one beyond 128 bits`() throws {
    try change(["rows", 2, "multiplier"]) { _ in -1 }
    var found = try faults()
    #expect(found["dual"]?.first?.hasPrefix("The multiplier of row “county.max.A” is -1") == true)
    try change(["rows", 2, "multiplier"]) { _ in Int64.max }
    found = try faults()
    #expect(found["dual"]?.first?.contains("9223372036854775807, not 0 to") == true, "\(found)")
  }

  @Test func `a lowered bound is found`() throws {
    let bound = try #require(try answer()["bound"] as? Double)
    try add(-1, at: ["bounds", "dual"])
    #expect(try faults()["dual"]?.first?.hasPrefix("The multipliers prove \(bound)") == true)
    try add(1, at: ["bounds", "dual"])
    try add(-1, at: ["bounds", "upper"])
    let found = try faults()
    #expect(found["dual"]?.first?.contains("is not between the plan's") == true, "\(found)")
  }

  @Test func `a clique without a member gives another bound`() throws {
    try change(["cliques", "columns", 0]) { Array(try #require($0 as? [Int]).dropFirst()) }
    let found = try faults()
    #expect(found.keys.sorted() == ["dual"], "\(found)")
    // Found even where the bound is the same without it.
    #expect(found["dual"]?.contains { $0.hasPrefix("The multipliers or the cliques") } == true)
  }

  @Test func `a clique with two that may stand together is found with their distance`() throws {
    // T4 lies in the other county, kilometres away.
    try change(["cliques", "columns", 0]) { try #require($0 as? [Int]) + [6] }
    let found = try faults()
    let texts = try #require(found["cliques"])
    #expect(
      texts.contains {
        $0.contains("T1/manufacturing and T4/manufacturing, which may stand together")
      })
    #expect(texts[0].contains(" m apart, and need 2000.0 m"))
  }

  @Test func `a quota broken by one, and a town that a rule leaves out, are found`() throws {
    try add(1, at: ["rows", 0, "limit"])
    var found = try faults()
    #expect(
      found["rows"] == ["The limit of rule “towns.max” is stated as max 5; the plan gives max 4."])
    try add(-1, at: ["rows", 0, "limit"])
    try change(["rows", 2, "columns"]) { Array(try #require($0 as? [Int]).dropFirst()) }
    found = try faults()
    #expect(
      found["rows"] == [
        "The columns of rule “county.max.A” are not those of the plan: they differ in T1/manufacturing."
      ])
    try change(["rows"]) { Array(try #require($0 as? [Any]).dropFirst()) }
    #expect(
      try faults()["rows"]?.contains("Rule “towns.max” of the plan is no row of run.json.") == true)
  }

  @Test func `a raised value, and land of another size, are found`() throws {
    try add(1, at: ["columns", "value", 3])
    try add(-1, at: ["columns", "land", 4])
    let found = try faults()
    #expect(found["columns"]?.count == 2)
    #expect(
      found["columns"]?[0].hasPrefix("The value of column 3, T2/tourism, is stated as")
        == true)
    #expect(found["columns"]?[1].hasPrefix("The land of column 4, T3/manufacturing") == true)
  }

  @Test func `a changed weight of a group, and a group left out, are found`() throws {
    try add(-1, at: ["groups", "weight", 1])
    var found = try faults()
    #expect(found["coverage"]?.count == 1)
    #expect(
      found["coverage"]?.first?.contains("is stated as 24999; the resources give 25000") == true)
    try add(1, at: ["groups", "weight", 1])
    for list in ["weight", "multiplier", "sites", "industries"] {
      try change(["groups", list]) { Array(try #require($0 as? [Any]).dropLast()) }
    }
    found = try faults()
    #expect(found["coverage"]?.first?.contains("run.json has no such group") == true, "\(found)")
  }

  // MARK: Boundaries offered

  @Test func `a boundary of another area by 1 m², and one left out, are found`() throws {
    try sql("UPDATE proposals SET area_m2 = area_m2 + 1 WHERE \"column\" = 4")
    var found = try faults()
    #expect(found.keys.sorted() == ["proposals"])
    #expect(found["proposals"]?.first?.contains("The area of T3 is stated as") == true)
    try sql("UPDATE proposals SET score = score + 0.001 WHERE \"column\" = 5")
    found = try faults()
    #expect(found["proposals"]?.contains { $0.hasPrefix("The score of T3 is stated as") } == true)
    try sql("DELETE FROM proposals WHERE \"column\" = 9")
    found = try faults()
    #expect(
      found["proposals"]?.first
        == "Column 9 of run.json, T5/tourism, is not in proposals.gpkg.")
    #expect(found["proposals"]?.contains { $0.contains("The corners of proposals.gpkg") } == true)
  }

  @Test func `a proposal left out everywhere is found by the site that lacks it`() throws {
    try sql("DELETE FROM proposals WHERE \"column\" = 9")
    for list in ["site", "industry", "size", "value", "land", "construction"] {
      try change(["columns", list]) { Array(try #require($0 as? [Any]).dropLast()) }
    }
    try change(["rows"]) { rows in
      try #require(rows as? [[String: Any]]).map {
        var row = $0
        if let columns = row["columns"] as? [Int] { row["columns"] = columns.filter { $0 != 9 } }
        return row
      }
    }
    try change(["cliques", "columns"]) { cliques in
      try #require(cliques as? [[Int]]).map { $0.filter { $0 != 9 } }
    }
    try change(["selection"]) { try #require($0 as? [Int]).filter { $0 != 9 } }
    let found = try faults()
    #expect(
      found["proposals"]?.contains(
        "For T5/tourism there is neither a boundary nor a refusal: a proposal was left out.")
        == true, "\(found)")
  }

  @Test func `changed files of boundaries are found`() throws {
    let file = run.appending(path: "proposals.geojson")
    let text = try String(contentsOf: file, encoding: .utf8)
    try Data(text.replacing("T1", with: "T2", maxReplacements: 1).utf8).write(to: file)
    #expect(
      try faults()["proposals"] == [
        "proposals.geojson was changed after the run: its SHA-256 is another."
      ])
    try FileManager.default.removeItem(at: file)
    #expect(try faults()["proposals"] == ["proposals.geojson is missing."])
    try FileManager.default.removeItem(at: run.appending(path: "proposals.gpkg"))
    let outcome = try verified()
    #expect(outcome.code == 66)
    #expect(outcome.errors.contains("proposals.gpkg"), "\(outcome.errors)")
  }

  // MARK: What is none

  @Test func `a certificate that is missing, cut or of the wrong kind is told`() throws {
    let file = run.appending(path: "run.json")
    let sound = try Data(contentsOf: file)
    func refused(_ path: [Any], _ word: String, _ value: Any) throws {
      try sound.write(to: file)
      try change(path) { _ in value }
      let outcome = try verified()
      #expect(outcome.code == 65, "\(word): \(outcome.output)")
      #expect(outcome.errors.contains(word), "\(word): \(outcome.errors)")
      #expect(outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
    }
    try refused(["columns", "value", 3], "certificate.columns.value.[3]", "many")
    try refused(["columns", "value", 3], "certificate.columns.value.[3]", 1e300)
    try refused(["columns", "value", 3], "certificate.columns.value.[3]", 1.5)
    try refused(["rows", 1, "limit"], "certificate.rows.[1].limit", 1e19)
    try refused(["bounds"], "certificate.bounds", [])
    try refused(["cliques", "columns", 0, 0], "certificate.cliques.columns.[0].[0]", [1])
    let deep = String(repeating: "[", count: 100_000)
    try Data(
      String(decoding: sound, as: UTF8.self).replacing(
        "\"selection\": [", with: "\"selection\": [\(deep)"
      ).utf8
    ).write(to: file)
    #expect(try verified().errors.contains("nested deeper"))
  }

  @Test func `lists that do not fit each other, and numbers of nothing, are named`() throws {
    try change(["columns", "land"]) { Array(try #require($0 as? [Any]).dropLast()) }
    var found = try faults()
    #expect(
      found["dual"] == [
        "The lists of “certificate.columns” have different lengths: 10, 10, 10, 10, 9, 10."
      ])
    try change(["columns", "land"]) { try #require($0 as? [Any]) + [19816] }
    try change(["selection", 0]) { _ in -1 }
    found = try faults()
    #expect(
      found["dual"] == ["“certificate.selection” names number -1, but there are 10."], "\(found)")
  }

  @Test func `a record without its certificate does not hold`() throws {
    var record = try record()
    record["certificate"] = NSNull()
    try JSONSerialization.data(withJSONObject: record).write(to: run.appending(path: "run.json"))
    #expect(try faults() == ["dual": ["run.json has no certificate of its bound."]])
    record.removeValue(forKey: "certificate")
    try JSONSerialization.data(withJSONObject: record).write(to: run.appending(path: "run.json"))
    #expect(try faults().keys.sorted() == ["dual"])
  }

  @Test func `a worse plan with a bound that fits it is refuted`() throws {
    // The objective of another plan would need a bound below the one that its multipliers prove.
    try change(["selection"]) { Array(try #require($0 as? [Int]).dropLast()) }
    let found = try faults()
    #expect(found["dual"]?.contains { $0.hasPrefix("The columns selected bring") } == true)
    #expect(found["proposals"]?.contains { $0.contains("run.json selects 3 columns") } == true)
  }
}
