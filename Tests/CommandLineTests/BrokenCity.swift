import Foundation
import TestSupport
import Testing

/// Copies of the small city with something wrong, and how its plan must fail.
struct BrokenCity {
  let program = BuiltProgram()
  let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  /// A copy of the small city, with one text of one file replaced.
  func plan(
    replacing text: String? = nil, with other: String = "", in file: String = "plan.yaml"
  ) throws -> String {
    let folder = scratch.url.appending(path: "city-\(UUID())")
    try FileManager.default.copyItem(at: Fixtures.folder("plans/two-counties"), to: folder)
    if let text {
      let url = folder.appending(path: file)
      let content = try String(contentsOf: url, encoding: .utf8)
      try #require(content.contains(text))
      try Data(content.replacing(text, with: other).utf8).write(to: url)
    }
    return folder.appending(path: "plan.yaml").path
  }

  /// Replaces a whole file of the small city.
  func plan(replacingFile file: String, with content: Data) throws -> String {
    let plan = try plan()
    try content.write(
      to: URL(filePath: plan).deletingLastPathComponent().appending(path: file))
    return plan
  }

  /// Runs the plan and expects an error of one line that names what it must.
  func expectError(
    _ plan: String, code: Int32, naming words: [String],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let out = scratch.path("out-\(UUID())")
    let outcome = try program.run(["plan", plan, "--out", out])
    #expect(outcome.code == code, "\(outcome.errors)", sourceLocation: sourceLocation)
    #expect(
      outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)",
      sourceLocation: sourceLocation)
    for word in words {
      #expect(outcome.errors.contains(word), "\(outcome.errors)", sourceLocation: sourceLocation)
    }
    #expect(!FileManager.default.fileExists(atPath: out), sourceLocation: sourceLocation)
  }
}
