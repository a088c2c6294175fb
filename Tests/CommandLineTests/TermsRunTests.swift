import Foundation
import TestSupport
import Testing

/// A whole run with budget, least points, equity and a front: written, verified, found out when changed.
@Suite struct TermsRunTests {
  private let program = BuiltProgram()
  private let scratch: ScratchFolder
  private let run: URL

  init() throws {
    scratch = try ScratchFolder()
    run = scratch.url.appending(path: "run")
    try FileManager.default.copyItem(at: try TermsRun.shared().run, to: run)
    try FileManager.default.copyItem(
      at: try TermsRun.shared().city, to: scratch.url.appending(path: "city"))
  }

  private func verified() throws -> BuiltProgram.Outcome {
    try program.run(["verify", run.path, "--plan", scratch.path("city/plan.yaml")])
  }

  private func record() throws -> [String: Any] {
    try #require(
      JSONSerialization.jsonObject(with: Data(contentsOf: run.appending(path: "run.json")))
        as? [String: Any])
  }

  private func change(_ body: (inout [String: Any]) throws -> Void) throws {
    var record = try record()
    try body(&record)
    try JSONSerialization.data(withJSONObject: record).write(to: run.appending(path: "run.json"))
  }

  @Test func `the run holds and states all terms`() throws {
    let outcome = try verified()
    #expect(outcome.code == 0, "\(outcome.output)\(outcome.errors)")
    for check in ["budget", "equity", "least points"] {
      #expect(outcome.output.contains(check), "\(outcome.output)")
    }
    let record = try record()
    let rules = try #require(record["rules"] as? [[String: Any]])
    let codes = rules.compactMap { $0["code"] as? String }
    #expect(codes.contains("budget") && codes.contains("at-least"))
    #expect(codes.filter { $0 == "at-least.equity" }.count == 2)
    let units = Set(rules.compactMap { $0["unit"] as? String })
    #expect(units.isSuperset(of: ["10k CNY", "points"]))
    let objective = try #require(record["objective"] as? [String: Any])
    let terms = try #require(objective["terms"] as? [[String: Any]])
    #expect(
      terms.compactMap { $0["name"] as? String } == ["suitability", "coverage.scenic", "equity"])
    let pareto = try #require(record["pareto"] as? [String: Any])
    let points = try #require(pareto["points"] as? [[String: Any]])
    #expect(!points.isEmpty && points.allSatisfy { $0["proven"] as? Bool == true })
    let report = try String(contentsOf: run.appending(path: "report.html"), encoding: .utf8)
    #expect(report.contains("<svg viewBox=\"0 0 640 400\""))
  }

  @Test func `an equity term that is not what the counties have is found`() throws {
    try change { record in
      var equity = try #require(record["equity"] as? [String: Any])
      equity["least"] = 3.5
      record["equity"] = equity
    }
    let outcome = try verified()
    #expect(outcome.code == 1)
    #expect(outcome.output.contains("3.5"), "\(outcome.output)")
  }

  @Test func `a budget without costs is told before anything is searched`() throws {
    let plan = scratch.url.appending(path: "city/plan.yaml")
    let text = try String(contentsOf: plan, encoding: .utf8).replacing("    cost: cost\n", with: "")
      .replacing("  cost-per-km2: 100 万元\n", with: "")
    try Data(text.utf8).write(to: plan)
    let outcome = try program.run(["layout", plan.path])
    #expect(outcome.code != 0)
    #expect(outcome.errors.contains("no candidate has a cost"), "\(outcome.errors)")
  }

  @Test func `a candidate whose cost is no number is named`() throws {
    let file = scratch.url.appending(path: "city/candidates.geojson")
    let text = try String(contentsOf: file, encoding: .utf8)
    try Data(text.replacing("\"cost\": 900", with: "\"cost\": -900", maxReplacements: 1).utf8)
      .write(to: file)
    let outcome = try program.run(["layout", scratch.path("city/plan.yaml")])
    #expect(outcome.code != 0)
    #expect(outcome.errors.contains("T1") && outcome.errors.contains("cost"), "\(outcome.errors)")
  }

  @Test func `points out of reach are told with what can be reached`() throws {
    let plan = scratch.url.appending(path: "city/plan.yaml")
    let text = try String(contentsOf: plan, encoding: .utf8)
    try Data(text.replacing("suitability: 20 points", with: "suitability: 9000 points").utf8)
      .write(to: plan)
    let outcome = try program.run(["layout", plan.path])
    #expect(
      outcome.output.contains(
        "Suitability must reach at least 9000 points, but under the other rules"),
      "\(outcome.output)\(outcome.errors)")
  }

  @Test func `weights far apart, and of zero, are told and verified`() throws {
    let plan = scratch.url.appending(path: "city/plan.yaml")
    let text = try String(contentsOf: plan, encoding: .utf8)
      .replacing("equity: {weight: 5,", with: "equity: {weight: 1000000,")
      .replacing("  spacing: 2 km\n", with: "  spacing: 2 km\n  coverage-weight: 0\n")
    try Data(text.utf8).write(to: plan)
    try FileManager.default.removeItem(at: run)
    let outcome = try program.run(["plan", plan.path, "--out", run.path])
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("counted in units of 0.01 points"), "\(outcome.output)")
    #expect(
      outcome.output.contains("one plan between two terms, for no plan has a point of coverage"),
      "\(outcome.output)")
    let objective = try #require(try record()["objective"] as? [String: Any])
    #expect(objective["counted_in"] as? Double == 0.01)
    let pareto = try #require(try record()["pareto"] as? [String: Any])
    #expect(pareto["idle_terms"] as? [String] == ["coverage"])
    let report = try String(contentsOf: run.appending(path: "report.html"), encoding: .utf8)
    #expect(report.contains("均为 0 分") || report.contains("No plan has a point of"))
    let verified = try verified()
    #expect(verified.code == 0, "\(verified.output)\(verified.errors)")
  }
}

/// A run of the small city, made once for all tests.
private struct TermsRun: Sendable {
  let run: URL
  let city: URL
  private let scratch: ScratchFolder

  private static let made = Result { try TermsRun() }

  static func shared() throws -> TermsRun { try made.get() }

  private init() throws {
    scratch = try ScratchFolder()
    city = scratch.url.appending(path: "city")
    run = scratch.url.appending(path: "run")
    try FileManager.default.copyItem(at: Fixtures.folder("plans/two-counties"), to: city)
    let candidates = city.appending(path: "candidates.geojson")
    try Data(
      String(contentsOf: candidates, encoding: .utf8)
        .replacing("\"area_ha\": ", with: "\"cost\": 900, \"area_ha\": ").utf8
    ).write(to: candidates)
    let plan = city.appending(path: "plan.yaml")
    let text = try String(contentsOf: plan, encoding: .utf8)
      .replacing("    county: county\n", with: "    county: county\n    cost: cost\n")
      .replacing(
        "layout:\n",
        with: """
          layout:
            budget: 5000 万元
            cost-per-km2: 100 万元
            equity: {weight: 5, of: area, per: county}
            at-least: {suitability: 20 points, equity: 1 points}
            pareto: {terms: [suitability, coverage], points: 5}

          """)
    try Data(text.utf8).write(to: plan)
    let outcome = try BuiltProgram().run(["plan", plan.path, "--out", run.path])
    try #require(outcome.code == 0, "\(outcome.errors)")
  }
}
