import Foundation
import LandModel
import Testing

@testable import LayoutAnalysis

struct RuleProfileTests {
  @Test(arguments: RuleProfile.all)
  func `a profile speaks of rules and limits that exist, each with a source`(
    profile: RuleProfile
  ) throws {
    #expect(!profile.changes.isEmpty)
    #expect(Set(profile.changes.map(\.rule)).count == profile.changes.count)
    for change in profile.changes {
      let rule = try #require(BoundaryRules.rule(change.rule), "\(change.rule.text)")
      for threshold in change.thresholds {
        let names = rule.thresholds.map(\.name)
        #expect(names.contains(threshold.name), "\(rule.code.text) \(threshold.name)")
      }
      #expect(!change.source.isEmpty)
      // What changes nothing only makes a reader wonder.
      #expect(change.isEnabled != rule.isEnabledByDefault || change.isEnabled == nil)
      #expect(change.severity != rule.severity || change.severity == nil)
      #expect(change.isEnabled != false || !rule.leavesFeatureOut)
    }
  }

  @Test func `the user goes before the profile, the profile before the rule`() throws {
    let code: RuleCode = "geometry.small-area"
    let rule = try #require(BoundaryRules.rule(code))
    let profile = RuleProfile(
      key: "test", title: LocalizedText(english: "", chinese: ""),
      statement: LocalizedText(english: "", chinese: ""),
      changes: [
        .init(code, severity: .error, "1:2 000", [.init("planar-area", 80)])
      ])
    func applied(_ parameters: BoundaryParameters) throws -> (Severity, AppliedRule.Limit) {
      let applied = AppliedRule(rule, parameters: parameters)
      return (applied.severity, try #require(applied.limits.first { $0.name == "planar-area" }))
    }
    let plain = try applied(BoundaryParameters())
    #expect(plain.1.origin == .rule)
    #expect(plain.0 == rule.severity)
    let chosen = try applied(BoundaryParameters(profile: profile))
    #expect(chosen.1.value == 80)
    #expect(chosen.1.source == "1:2 000")
    #expect(chosen.0 == .error)
    let own = try applied(
      BoundaryParameters(
        profile: profile, overrides: [code: RuleOverride(thresholds: ["planar-area": 200])]))
    #expect(own.1.value == 200)
    #expect(own.1.origin == .user)
    #expect(own.0 == .error)
  }

  @Test func `validation uses the profile's limits`() throws {
    // 19 m × 19 m: too small for 1:10 000, and large enough for 1:2 000.
    let ring = [(0.0, 0.0), (19, 0), (19, 19), (0, 19), (0, 0)].map {
      XY(450_000 + $0.0, 2_850_000 + $0.1)
    }
    let layer = ProjectedLayer.test([.polygon(rings: [ring])])
    let profile = RuleProfile(
      key: "test", title: LocalizedText(english: "", chinese: ""),
      statement: LocalizedText(english: "", chinese: ""),
      changes: [.init("geometry.small-area", "1:2 000", [.init("planar-area", 80)])])
    for (profile, count) in [(nil, 1), (profile, 0)] {
      let result = try BoundaryValidation(parameters: BoundaryParameters(profile: profile))
        .result(of: [LayerInput(layer: layer)]).result
      #expect(result.findings.count { $0.rule == "geometry.small-area" } == count)
    }
  }

  /// `TOWNLAYOUT_WRITE_GOLDEN` writes the article's tables anew, and the run that does so fails.
  @Test func `the article on profiles lists each as the code states it`() throws {
    let article = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../Sources/LayoutAnalysis/LayoutAnalysis.docc/Profiles.md")
      .standardized
    let text = try String(contentsOf: article, encoding: .utf8)
    let start = try #require(text.range(of: "## Profiles\n\n"))
    let end = try #require(text.range(of: "\n## 规则方案\n\n"))
    let wanted =
      text[..<start.upperBound] + RuleProfile.markdown(in: .english) + text[end]
      + RuleProfile.markdown(in: .chinese)
    if ProcessInfo.processInfo.environment["TOWNLAYOUT_WRITE_GOLDEN"] != nil {
      try String(wanted).write(to: article, atomically: true, encoding: .utf8)
      Issue.record("The article was written anew; look at the difference and run again.")
    }
    #expect(text == String(wanted))
  }
}
