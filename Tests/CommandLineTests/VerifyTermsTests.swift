import Foundation
import TestSupport
import Testing

/// A plan with budget, least points and equity: its bound is proven too, and what is changed is found.
struct VerifyTermsTests {
  private let sample: VerifiedRun

  init() throws { sample = try VerifiedRun(of: .withTerms()) }

  @Test func `the bound is proven, and its gap to the plan is searched`() throws {
    #expect(try sample.faults() == [:])
    let english = try sample.verified().output
    #expect(english.contains("12 rules of the plan as sums over 10 columns"))
    #expect(english.contains("2 counties with boundaries offered, least level 2.0067"))
    #expect(english.contains("nodes finds no better plan among them"))
    #expect(english.contains("with costs of each town rounded up to 10 000 CNY"))
    #expect(english.contains("it is proven without the solver that no plan is better"))
    let chinese = try sample.verified(["--language", "zh"]).output
    #expect(chinese.contains("各镇投资按万元向上取整"))
  }

  /// Each of them proves something else by another price.
  @Test(arguments: ["budget", "at-least", "at-least.equity", "equity"])
  func `a changed multiplier of any such row is found`(code: String) throws {
    let subject = ["at-least": "coverage.scenic", "budget": ""][code] ?? "B"
    try sample.add(1_000_000, at: ["rows", try sample.row(code, subject), "multiplier"])
    let found = try sample.faults()
    #expect(found.keys.sorted() == ["dual"])
    #expect(found["dual"]?.first?.hasPrefix("The multipliers prove ") == true, "\(found)")
  }

  @Test func `a budget changed by its smallest unit is found`() throws {
    let place = try sample.row("budget")
    try sample.add(1, at: ["rows", place, "limit"])
    let found = try sample.faults()
    #expect(found.keys.sorted() == ["rows"])
    #expect(found["rows"]?.first?.hasPrefix("The limit of rule “budget” is stated as max ") == true)
    try sample.add(-1, at: ["rows", place, "limit"])
    try sample.add(-1, at: ["rows", place, "coefficients", 4])
    #expect(
      try sample.faults()["rows"]?.first?.hasPrefix("T3/manufacturing counts ") == true)
  }

  @Test func `a budget that the towns no longer keep is found`() throws {
    try sample.replace("budget: 1500 万元", with: "budget: 1203 万元", in: sample.plan)
    let found = try sample.faults()
    #expect(found["budget"] == ["The towns cost 12.04 million CNY, more than 12.03 million CNY."])
    #expect(found["rows"]?.contains { $0.contains("rule “budget”") } == true)
  }

  @Test func `what a least of reach or a level counts is found`() throws {
    let reach = try sample.row("at-least", "coverage.scenic")
    try sample.add(1, at: ["rows", reach, "group_coefficients", 0])
    var found = try sample.faults()
    #expect(found["rows"]?.count == 1)
    #expect(found["rows"]?.first?.hasPrefix("Coverage group ") == true, "\(found)")
    try sample.add(-1, at: ["rows", reach, "group_coefficients", 0])
    try sample.add(2, at: ["rows", try sample.row("equity", "A"), "coefficients", 0])
    found = try sample.faults()
    #expect(found["rows"]?.first?.contains("in rule “equity.A”; it should be") == true, "\(found)")
    try sample.add(-2, at: ["rows", try sample.row("equity", "A"), "coefficients", 0])
    try sample.add(-1, at: ["greatest_level"])
    found = try sample.faults()
    #expect(
      found["rows"]?.first?.hasPrefix("What the least level can reach is stated as ") == true)
  }

  @Test func `a county left out of equity is found`() throws {
    try sample.changeCertificate(["rows"]) { rows in
      try #require(rows as? [[String: Any]]).filter { $0["code"] as? String != "equity" }
    }
    let found = try sample.faults()
    #expect(
      found["rows"] == [
        "Rule “equity.A” of the plan is no row of run.json.",
        "Rule “equity.B” of the plan is no row of run.json.",
      ])
    try sample.change("run.json", in: sample.run) { record in
      var equity = try #require(record["equity"] as? [String: Any])
      var counties = try #require(equity["counties"] as? [[String: Any]])
      counties[1]["fair_share"] = NSNull()
      counties[1]["level"] = NSNull()
      equity["counties"] = counties
      record["equity"] = equity
    }
    #expect(
      try sample.faults()["equity"] == [
        "The fair share of county B is stated as nothing, but is 1.0."
      ])
  }
}
