import Foundation
import LandModel
import Testing

@testable import LayoutAnalysis

struct RuleDocumentationTests {
  /// The article holds the table that the list of rules makes.
  ///
  /// `TOWNLAYOUT_WRITE_GOLDEN` writes it anew,
  /// and the run that does so fails.
  @Test func `the article on validation lists every rule as the code states it`() throws {
    let article = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent(
        "../../../Sources/LayoutAnalysis/LayoutAnalysis.docc/Validation.md"
      )
      .standardized
    let text = try String(contentsOf: article, encoding: .utf8)
    let start = try #require(text.range(of: "## Rules\n\n"))
    let end = try #require(text.range(of: "\n## 规则\n\n"))
    let wanted =
      text[..<start.upperBound] + BoundaryRules.markdownTable(in: .english)
      + text[end] + BoundaryRules.markdownTable(in: .chinese)
    if ProcessInfo.processInfo.environment["TOWNLAYOUT_WRITE_GOLDEN"] != nil {
      try String(wanted).write(to: article, atomically: true, encoding: .utf8)
      Issue.record("The article was written anew; look at the difference and run again.")
    }
    #expect(text == String(wanted))
  }

  @Test func `every threshold has a Chinese title that keeps its key`() {
    for threshold in BoundaryRules.all.flatMap(\.thresholds) {
      #expect(threshold.title.english == threshold.name)
      #expect(threshold.title.chinese.hasSuffix("（\(threshold.name)）"), "\(threshold.name)")
    }
  }
}
