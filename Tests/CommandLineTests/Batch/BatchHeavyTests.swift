import Foundation
import TestSupport
import Testing

/// A batch of the sample city, and disks that are really full: minutes, or root, so only where asked for.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["TOWNLAYOUT_CLUSTER_TESTS"] != nil))
struct BatchHeavyTests {
  private static let city = Fixtures.folder("../gis-data/chenzhou")

  // Every worker draws the boundaries for itself, which takes a debug build minutes: no more of them than needed.
  @Test func `the scenarios of Chenzhou give the same bytes whole and in shards`() throws {
    let (program, scratch) = (BuiltProgram(), try ScratchFolder())
    func run(_ out: String, _ more: [String]) throws {
      let outcome = try program.run(
        [
          "batch", Self.city.appending(path: "plan.yaml").path, "--scenarios",
          Self.city.appending(path: "scenarios.yaml").path, "--out", scratch.path(out),
        ] + more)
      #expect(outcome.code == 0, "\(outcome.errors)")
    }
    try run("one", ["--workers", "1"])
    for shard in 1...2 {
      try run("part-\(shard)", ["--shard", "\(shard)/2", "--workers", "\(shard)"])
    }
    let parts = (1...2).map { scratch.path("part-\($0)") }
    let merged = try program.run(["batch", "merge"] + parts + ["--out", scratch.path("merged")])
    #expect(merged.code == 0, "\(merged.errors)")
    for name in BatchSample.results {
      let bytes = try Data(contentsOf: scratch.url.appending(path: "one/\(name)"))
      #expect(
        try Data(contentsOf: scratch.url.appending(path: "merged/\(name)")) == bytes, "\(name)")
    }
  }

  @Test(.enabled(if: getuid() == 0))
  func `a file system without room stops a batch, and loses nothing`()
    throws
  {
    let sample = try BatchSample()
    try sample.run("whole")
    let small = sample.scratch.path("small")
    try FileManager.default.createDirectory(atPath: small, withIntermediateDirectories: false)
    let mounted = CommandLineTool.output(
      ["mount", "-t", "tmpfs", "-o", "size=44k", "tmpfs", small])
    try #require(mounted != nil, "no file system of memory can be mounted here")
    defer { _ = CommandLineTool.output(["umount", small]) }
    let outcome = try sample.run("small/out")
    #expect(outcome.code == 74, "\(outcome.errors)")
    #expect(outcome.errors.contains("No space left on device"), "\(outcome.errors)")
    let kept = sample.records("small/out").count
    #expect(kept > 0 && kept < BatchSample.scenarioCount)
    #expect(CommandLineTool.output(["mount", "-o", "remount,size=8m", small]) != nil)
    #expect(try sample.run("small/out", ["--resume"]).code == 1)
    try sample.expectSame("whole", "small/out")
  }
}
