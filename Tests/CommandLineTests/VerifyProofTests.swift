import Foundation
import TestSupport
import Testing

/// A certificate of which one thing was changed: verification finds it and names the place.
struct VerifyProofTests {
  private let sample: VerifiedRun

  init() throws { sample = try VerifiedRun(of: .shared()) }

  /// Of the multipliers under a path, the place of the first that is not zero.
  private func priced(_ part: String) throws -> Int {
    let certificate = try #require(try sample.record()["certificate"] as? [String: Any])
    let rows = certificate[part] as? [[String: Any]]
    let list =
      rows?.map { $0["multiplier"] as? Int ?? 0 }
      ?? (certificate[part] as? [String: Any])?["multiplier"] as? [Int] ?? []
    return try #require(list.firstIndex { $0 > 0 })
  }

  @Test func `the bound of a sound run is proven without the solver`() throws {
    let answer = try sample.answer()
    #expect(answer["holds"] as? Bool == true)
    let proof = try #require(answer["proof"] as? [String: Any])
    #expect(proof["outcome"] as? String == "proven")
    #expect(proof["dual_gap"] as? Double == 0)
    #expect(proof["dual_bound"] as? Double == answer["bound"] as? Double)
    let output = try sample.verified(["--language", "zh"]).output
    #expect(output.contains("已独立证明"))
  }

  @Test func `a plan that prices alone do not prove is searched, and says both gaps`() throws {
    // A land quota between the sums of three and four towns leaves a gap to the prices.
    let plan = sample.city.appending(path: "plan.yaml")
    let text = try String(contentsOf: plan, encoding: .utf8)
    try Data(
      text.replacing("  spacing: 2 km", with: "  spacing: 2 km\n  land: 700 ha").utf8
    ).write(to: plan)
    let out = sample.scratch.path("land")
    let made = try sample.program.run(["plan", plan.path, "--out", out])
    try #require(made.code == 0, "\(made.errors)")
    #expect(made.output.contains("of that, checkable without a solver: bound"))
    let outcome = try sample.program.run(["verify", out])
    #expect(outcome.code == 0, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.contains("it is proven without the solver that no plan is better"))
    #expect(outcome.output.contains("nodes finds no better plan among them"))
  }

  /// Prices may move a little without another bound, where the best prices are not the only ones.
  @Test(arguments: ["rows", "groups", "cliques"])
  func `a changed multiplier is found by the bound it gives`(part: String) throws {
    let place = try priced(part)
    try sample.add(
      1_000_000_000,
      at: part == "rows" ? [part, place, "multiplier"] : [part, "multiplier", place])
    let found = try sample.faults()
    #expect(found.keys.sorted() == ["dual"])
    #expect(found["dual"]?.first?.contains("; run.json states ") == true, "\(found)")
  }

  @Test func `a negative multiplier is refused, and so is one beyond 128 bits`() throws {
    try sample.changeCertificate(["rows", 2, "multiplier"]) { _ in -1 }
    var found = try sample.faults()
    #expect(found["dual"]?.first?.hasPrefix("The multiplier of row “county.max.A” is -1") == true)
    try sample.changeCertificate(["rows", 2, "multiplier"]) { _ in Int64.max }
    found = try sample.faults()
    #expect(found["dual"]?.first?.contains("9223372036854775807, not 0 to") == true, "\(found)")
  }

  @Test func `a lowered bound is found`() throws {
    let bound = try #require(try sample.answer()["bound"] as? Double)
    try sample.add(-1, at: ["bounds", "dual"])
    #expect(try sample.faults()["dual"]?.first?.hasPrefix("The multipliers prove \(bound)") == true)
    try sample.add(1, at: ["bounds", "dual"])
    try sample.add(-1, at: ["bounds", "upper"])
    let found = try sample.faults()
    #expect(found["dual"]?.first?.contains("is not between the plan's") == true, "\(found)")
  }

  @Test func `a clique without a member gives another bound`() throws {
    try sample.changeCertificate(["cliques", "columns", 0]) {
      Array(try #require($0 as? [Int]).dropFirst())
    }
    let found = try sample.faults()
    #expect(found.keys.sorted() == ["dual"], "\(found)")
    // Found even where the bound is the same without it.
    #expect(found["dual"]?.contains { $0.hasPrefix("The multipliers or the cliques") } == true)
  }

  @Test func `a clique with two that may stand together is found with their distance`() throws {
    // T4 lies in the other county, kilometres away.
    try sample.changeCertificate(["cliques", "columns", 0]) { try #require($0 as? [Int]) + [6] }
    let found = try sample.faults()
    let texts = try #require(found["cliques"])
    #expect(
      texts.contains {
        $0.contains("T1/manufacturing and T4/manufacturing, which may stand together")
      })
    #expect(texts[0].contains(" m apart, and need 2000.0 m"))
  }

  @Test func `a quota broken by one, and a town that a rule leaves out, are found`() throws {
    try sample.add(1, at: ["rows", 0, "limit"])
    var found = try sample.faults()
    #expect(
      found["rows"] == ["The limit of rule “towns.max” is stated as max 5; the plan gives max 4."])
    try sample.add(-1, at: ["rows", 0, "limit"])
    try sample.changeCertificate(["rows", 2, "columns"]) {
      Array(try #require($0 as? [Int]).dropFirst())
    }
    found = try sample.faults()
    #expect(
      found["rows"] == [
        "The columns of rule “county.max.A” are not those of the plan: they differ in T1/manufacturing."
      ])
    try sample.changeCertificate(["rows"]) { Array(try #require($0 as? [Any]).dropFirst()) }
    #expect(
      try sample.faults()["rows"]?.contains("Rule “towns.max” of the plan is no row of run.json.")
        == true)
  }

  @Test func `a raised value, and land of another size, are found`() throws {
    try sample.add(1, at: ["columns", "value", 3])
    try sample.add(-1, at: ["columns", "land", 4])
    let found = try sample.faults()
    #expect(found["columns"]?.count == 2)
    #expect(
      found["columns"]?[0].hasPrefix("The value of column 3, T2/tourism, is stated as")
        == true)
    #expect(found["columns"]?[1].hasPrefix("The land of column 4, T3/manufacturing") == true)
  }

  @Test func `a changed weight of a group, and a group left out, are found`() throws {
    try sample.add(-1, at: ["groups", "weight", 1])
    var found = try sample.faults()
    #expect(found["coverage"]?.count == 1)
    #expect(
      found["coverage"]?.first?.contains("is stated as 24999; the resources give 25000") == true)
    try sample.add(1, at: ["groups", "weight", 1])
    for list in ["weight", "multiplier", "sites", "industries"] {
      try sample.changeCertificate(["groups", list]) {
        Array(try #require($0 as? [Any]).dropLast())
      }
    }
    found = try sample.faults()
    #expect(found["coverage"]?.first?.contains("run.json has no such group") == true, "\(found)")
  }

  @Test func `a worse plan with a bound that fits it is refuted`() throws {
    // The objective of another plan would need a bound below the one that its multipliers prove.
    try sample.changeCertificate(["selection"]) { Array(try #require($0 as? [Int]).dropLast()) }
    let found = try sample.faults()
    #expect(found["dual"]?.contains { $0.hasPrefix("The columns selected bring") } == true)
    #expect(found["proposals"]?.contains { $0.contains("run.json selects 3 columns") } == true)
  }
}
