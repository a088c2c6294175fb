import Foundation
import TestSupport
import Testing

/// What cannot be written, or is interrupted, leaves nothing half done.
struct BadOutputTests {
  private let city: BrokenCity

  init() throws { city = try BrokenCity() }

  @Test func `an output that exists is not overwritten unasked`() throws {
    let out = city.scratch.path("kept")
    try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
    try city.scratch.write("mine", to: "kept/notes.txt")
    let plan = try city.plan()
    #expect(try city.program.run(["plan", plan, "--out", out]).code == 73)
    #expect(try city.program.run(["plan", plan, "--out", out, "--overwrite"]).code == 73)
    #expect(try String(contentsOfFile: out + "/notes.txt", encoding: .utf8) == "mine")
  }

  @Test func `an output below a file cannot be made`() throws {
    let file = try city.scratch.write("", to: "file")
    let outcome = try city.program.run(["plan", try city.plan(), "--out", file + "/out"])
    #expect(outcome.code == 73 || outcome.code == 74, "\(outcome.errors)")
    #expect(outcome.errors.contains("file/out"))
  }

  @Test func `a full disk leaves nothing behind`() throws {
    let out = city.scratch.path("full/out")
    // 16 blocks of 1 KiB: the report does not fit.
    let outcome = try city.program.runInShell(
      prefix: "ulimit -f 16;", ["plan", try city.plan(), "--out", out])
    #expect(outcome.code == 74, "\(outcome.errors)")
    #expect(outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
    let left = try FileManager.default.contentsOfDirectory(atPath: city.scratch.path("full"))
    #expect(left.isEmpty, "\(left)")
  }

  @Test(arguments: [0.01, 0.05, 0.1, 0.2, 0.3, 0.5, 0.8])
  func `an interrupt at any time leaves nothing or all`(seconds: Double) throws {
    let folder = "interrupted-\(seconds)"
    let out = city.scratch.path("\(folder)/out")
    let outcome = try city.program.run(
      ["plan", try city.plan(), "--out", out], signal: SIGINT, after: seconds)
    let left =
      (try? FileManager.default.contentsOfDirectory(atPath: city.scratch.path(folder))) ?? []
    if outcome.code == 0 {
      #expect(left == ["out"])
    } else {
      // Before the program takes over the signal, the system ends it with the signal's own number.
      #expect(outcome.code == 130 || outcome.code == SIGINT, "\(outcome.errors)")
      #expect(left.isEmpty, "\(left)")
    }
  }
}
