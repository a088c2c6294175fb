import Foundation
import LandModel
import LayoutAnalysis
import Scenarios
import TestSupport
import Testing

/// What a plan file asks beside the plan, and what is said about wrong values.
@Suite struct PlanSensitivityTests {
  private func error(_ key: String) throws -> PlanError? {
    try PlanErrorTests.error(
      replacing: "\nlayout:\n", with: "\nlayout:\n  \(key)\n")
  }

  /// The two-county plan with a further key of `layout`.
  private func sensitivity(_ key: String) throws -> SensitivityParameters {
    let source = Fixtures.folder("plans/two-counties").appending(path: "plan.yaml")
    let text = try String(contentsOf: source, encoding: .utf8)
    let scratch = try ScratchFolder()
    let file = URL(filePath: scratch.path("plan.yaml"))
    try text.replacing("layout:\n", with: "layout:\n  \(key)\n")
      .write(to: file, atomically: true, encoding: .utf8)
    return try Plan(file: file.path).sensitivity
  }

  @Test func `without keys costs are asked, and no more`() throws {
    let asked = try sensitivity("gap: 0 %")
    #expect(asked == SensitivityParameters(forcing: .automatic))
  }

  @Test(arguments: [
    ("true", ForcingScope.automatic), ("false", .none), ("0", .sites(0)), ("30", .sites(30)),
  ])
  func `costs are on, off, or for a number of candidates`(text: String, scope: ForcingScope) throws
  {
    #expect(try sensitivity("cost-of-forcing: \(text)").forcing == scope)
  }

  @Test func `sections without keys mean the defaults`() throws {
    let asked = try sensitivity("stability: {}\n  alternatives: {}")
    #expect(asked.stability?.samples == 100 && asked.stability?.spread == Ratio(0.2))
    #expect(asked.alternatives == AlternativesParameters())
  }

  @Test func `all keys are read`() throws {
    let asked = try sensitivity(
      "stability: {samples: 40, spread: 35 %, seed: 9}\n"
        + "  alternatives: {count: 3, within: 4 %, differ: 0.5}")
    #expect(
      asked.stability == StabilityParameters(samples: 40, spread: Ratio(0.35), seed: 9))
    #expect(
      asked.alternatives
        == AlternativesParameters(count: 3, within: Ratio(0.04), differ: Ratio(0.5)))
  }

  @Test(arguments: [
    ("cost-of-forcing: -1", "layout.cost-of-forcing", "true, false, or 0 to 100000"),
    ("stability: {samples: 0}", "layout.stability.samples", "1 to 10000"),
    ("stability: {spread: 120 %}", "layout.stability.spread", "0 to 1, or 0 % to 100 %"),
    ("alternatives: {count: 21}", "layout.alternatives.count", "0 to 20"),
  ])
  func `a value out of range is told where it stands`(
    key: String, path: String, allowed: String
  ) throws {
    let error = try #require(try error(key))
    #expect(error.place.path == path)
    guard case .outOfRange(_, let range) = error.cause else {
      Issue.record("another cause: \(error.cause)")
      return
    }
    #expect(range == allowed)
  }

  @Test func `a word that is no switch and no number is refused`() throws {
    let error = try #require(try error("cost-of-forcing: sometimes"))
    #expect(
      error.cause
        == .wrongValue(expected: "true, false or a whole number", found: "“sometimes”"))
  }
}
