import Foundation
import LandModel
import LayoutAnalysis
import Scenarios
import Testing

/// Budget, least points, equity and fronts in a plan file, and what is said about wrong ones.
@Suite struct PlanTermsTests {
  private func layout(_ text: String) throws -> LayoutParameters {
    let plan = PlanErrorTests.plan.replacingOccurrences(
      of: "  spacing: 4 km\n", with: "  spacing: 4 km\n  \(text)\n")
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).yaml")
    try Data(plan.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try Plan(file: file.path).layout
  }

  private func error(_ text: String) throws -> PlanError? {
    try PlanErrorTests.error(replacing: "spacing: 4 km", with: "spacing: 4 km\n  \(text)")
  }

  @Test(arguments: [
    ("120000 万元", 120_000.0), ("12 亿元", 120_000), ("5000 元", 0.5), ("1.2e9 CNY", 120_000),
    ("120000 10k CNY", 120_000),
  ])
  func `a budget is read in 10 000 yuan`(text: String, amount: Double) throws {
    #expect(Quantity.money(text) == Money(tenThousandYuan: amount))
    #expect(try layout("budget: \(text)").budget == Money(tenThousandYuan: amount))
  }

  @Test(arguments: ["120000", "12 EUR", "万元", "nan 万元", "1 10k"])
  func `what is no amount is told`(text: String) throws {
    let error = try #require(try error("budget: \(text)"))
    #expect(
      error.cause
        == .wrongValue(
          expected: "an amount with its unit, such as 120000 万元, 12 亿元 or 5000 10k CNY",
          found: "“\(text)”"))
    #expect(error.place.path == "layout.budget" && error.place.line == 18)
  }

  @Test func `a negative amount is out of range`() throws {
    #expect(
      try error("budget: -1 万元")?.cause == .outOfRange(found: "-1 万元", allowed: "0 to 1e12 万元"))
    #expect(
      try error("cost-per-km2: -1 万元")?.cause
        == .outOfRange(found: "-1 万元", allowed: "0 to 1e12 万元"))
  }

  @Test func `least points, equity and a front are read`() throws {
    let layout = try layout(
      """
      coverage: {scenic: {radius: 5 km}}
        equity: {weight: 50, of: towns, per: county}
        at-least: {suitability: 1500 points, coverage.scenic: 12.5 分, coverage: 20 points, equity: 1 point}
        pareto: {terms: [suitability, equity], points: 7}
      """)
    #expect(layout.equity == EquityRule(weight: 50, of: .towns, per: .county))
    #expect(
      layout.termMinimums == [
        TermMinimum(term: .suitability, points: 1500),
        TermMinimum(term: .category("scenic"), points: 12.5),
        TermMinimum(term: .coverage, points: 20), TermMinimum(term: .equity, points: 1),
      ])
    #expect(layout.pareto == ParetoQuestion(first: .suitability, second: .equity, points: 7))
    #expect(
      try self.layout("equity: {weight: 2}").equity
        == EquityRule(weight: 2, of: .area, per: .population))
  }

  @Test func `a term that the plan does not have is told with the nearest`() throws {
    #expect(
      try error("at-least: {suitabillity: 3 points}")?.cause
        == .unknownName(kind: "term", name: "suitabillity", nearest: "suitability"))
    // Without the section there is no such term.
    let missing = try #require(try error("at-least: {equity: 3 points}"))
    guard case .unknownName(kind: "term", name: "equity", nearest: _) = missing.cause else {
      Issue.record("\(missing.cause)")
      return
    }
    #expect(try error("at-least: {coverage: 3 points}") != nil)
    #expect(
      try error("at-least: {suitability: 3}")?.cause
        == .wrongValue(expected: "points with their unit, such as 1500 points", found: "“3”"))
    #expect(
      try error("at-least: {suitability: -3 points}")?.cause
        == .outOfRange(found: "-3 points", allowed: "0 to 1e12 points"))
  }

  @Test(arguments: [
    "pareto: {terms: [suitability]}", "pareto: {terms: [suitability, suitability]}",
  ])
  func `a front needs two terms`(text: String) throws {
    #expect(
      try error(text)?.cause == .contradiction("a front is drawn between two different terms"))
  }

  @Test func `a front has two plans or more, and equity a weight`() throws {
    #expect(
      try error("pareto: {terms: [suitability, coverage], points: 1}")?.cause
        == .outOfRange(found: "1", allowed: "2 to 200"))
    #expect(try error("equity: {of: area}")?.cause == .missingKey("weight"))
    #expect(
      try error("equity: {weight: -1}")?.cause
        == .outOfRange(found: "-1", allowed: "0.0 to 1000000.0"))
  }
}
