import Foundation
import TestSupport
import Testing

/// Help texts are part of the interface: a change of one is seen and meant.
struct HelpTests {
  @Test(arguments: [
    "", "plan", "batch", "batch run", "batch merge", "verify", "validate", "check", "proximity",
    "delimit", "layout", "convert", "merge",
    "schema",
    "doctor",
  ])
  func `a help text is the one on record`(command: String) throws {
    let arguments =
      command.isEmpty ? ["--help"] : ["help"] + command.split(separator: " ").map(String.init)
    let outcome = try BuiltProgram().run(arguments)
    #expect(outcome.code == 0)
    let file = Fixtures.folder("golden/help").appending(
      path: command.isEmpty ? "townlayout.txt" : "\(command.replacing(" ", with: "-")).txt")
    if ProcessInfo.processInfo.environment["TOWNLAYOUT_WRITE_GOLDEN"] != nil {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(outcome.output.utf8).write(to: file)
      Issue.record("\(file.lastPathComponent) was written; run again without writing")
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == outcome.output)
  }
}
