import Foundation
import TestSupport
import Testing

/// A batch that is killed, crashes, meets a full disk or a second batch loses nothing.
struct BatchSurvivalTests {
  /// Waits until something holds; false where it does not within a minute.
  private func waits(until holds: () -> Bool) -> Bool {
    for _ in 0..<6000 {
      if holds() { return true }
      Thread.sleep(forTimeInterval: 0.01)
    }
    return false
  }

  /// Processes that a process started, by the system's table.
  private func children(of parent: Int32) -> [Int32] {
    (CommandLineTool.output(["pgrep", "-P", "\(parent)"]) ?? "").split(separator: "\n").compactMap {
      Int32($0)
    }
  }

  @Test func `a batch killed at any moment goes on to the same bytes`() throws {
    let sample = try BatchSample()
    try sample.run("whole")
    for (number, moment) in [0, 1, 5, 12].enumerated() {
      let out = "killed-\(number)"
      let process = try sample.start(out, ["--workers", "2"])
      #expect(waits(until: { sample.records(out).count >= moment || !process.isRunning }))
      let workers = children(of: process.processIdentifier)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      // Its workers notice and end by themselves.
      #expect(waits(until: { workers.allSatisfy { kill($0, 0) != 0 } }))
      let done = sample.records(out).count
      let outcome = try sample.run(out, ["--resume"])
      #expect(outcome.code == 1, "\(moment): \(outcome.errors)")
      #expect(done <= sample.records(out).count)
      try sample.expectSame("whole", out, "after \(done) records")
      let left = try FileManager.default.contentsOfDirectory(
        atPath: sample.scratch.path("\(out)/records"))
      #expect(!left.contains { $0.hasPrefix(".") }, "\(left)")
    }
  }

  @Test func `records that were written are not made again`() throws {
    let sample = try BatchSample()
    let process = try sample.start("out")
    #expect(waits(until: { sample.records("out").count >= 4 || !process.isRunning }))
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    func times() throws -> [String: Date] {
      let names = sample.records("out")
      return Dictionary(
        try names.map { name in
          let path = sample.scratch.path("out/records/\(name)")
          let date = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate]
          return (name, try #require(date as? Date))
        }, uniquingKeysWith: { first, _ in first })
    }
    // Until the workers have ended as well, nothing is compared.
    let before = try times()
    try sample.run("out", ["--resume"])
    let after = try times()
    let kept = before.filter { after[$0.key] == $0.value }
    #expect(kept.count >= before.count - 2 && kept.count >= 2)
  }

  @Test func `a worker that is killed is replaced, and its scenario tried again`() throws {
    let sample = try BatchSample()
    try sample.run("whole")
    let process = try sample.start("out", ["--workers", "2"])
    for moment in [0, 3] {
      #expect(waits(until: { sample.records("out").count >= moment || !process.isRunning }))
      if let worker = children(of: process.processIdentifier).first { kill(worker, SIGKILL) }
    }
    process.waitUntilExit()
    #expect(process.terminationStatus == 1)
    try sample.expectSame("whole", "out")
  }

  @Test func `workers that die again and again end the batch with a sentence`() throws {
    let sample = try BatchSample()
    // Less memory than the program itself needs.
    let outcome = try sample.program.runInShell(
      prefix: "ulimit -c 0; exec 3>&2; ulimit -v 150000;", sample.arguments("out"))
    #expect(outcome.code != 0)
    #expect(!outcome.errors.isEmpty)
    #expect(try sample.run("out", ["--resume"]).code == 1)
    try sample.run("whole")
    try sample.expectSame("whole", "out")
  }

  @Test func `a full disk is told, and what was written stays`() throws {
    let sample = try BatchSample()
    try sample.run("whole")
    // Files of at most 2 KiB: some records fit, others do not.
    let outcome = try sample.program.runInShell(
      prefix: "ulimit -f 2;", sample.arguments("out"))
    #expect(outcome.code == 74, "\(outcome.errors)")
    #expect(outcome.errors.contains("--resume goes on"), "\(outcome.errors)")
    #expect(outcome.errors.contains("File too large"), "\(outcome.errors)")
    #expect(try sample.run("out", ["--resume"]).code == 1)
    try sample.expectSame("whole", "out")
  }

  @Test func `an interruption says how to go on`() throws {
    let sample = try BatchSample()
    try sample.run("whole")
    for signal in [SIGINT, SIGTERM] {
      let out = "out-\(signal)"
      let process = Process()
      process.executableURL = URL(filePath: sample.program.path)
      process.arguments = sample.arguments(out)
      let errors = Pipe()
      (process.standardError, process.standardOutput) = (errors, FileHandle.nullDevice)
      try process.run()
      #expect(waits(until: { sample.records(out).count >= 2 || !process.isRunning }))
      kill(process.processIdentifier, signal)
      process.waitUntilExit()
      let text = String(
        decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      #expect(process.terminationStatus == 130, "\(text)")
      #expect(text.contains("interrupted;") && text.contains("--resume goes on"), "\(text)")
      #expect(try sample.run(out, ["--resume"]).code == 1)
      try sample.expectSame("whole", out)
    }
  }

  @Test func `two batches in one folder are refused`() throws {
    let sample = try BatchSample()
    let process = try sample.start("out")
    #expect(
      waits(until: {
        FileManager.default.fileExists(atPath: sample.scratch.path("out/batch.json"))
      }))
    for option in ["--resume", "--overwrite"] {
      let outcome = try sample.run("out", [option])
      #expect(outcome.code == 73 && outcome.errors.contains("another process"), "\(outcome.errors)")
    }
    process.waitUntilExit()
    #expect(process.terminationStatus == 1)
  }

  @Test func `going on with something else is refused by name`() throws {
    let sample = try BatchSample()
    try sample.run("out")
    let candidates = sample.scratch.path("city/candidates.geojson")
    for (file, name) in [
      (sample.plan, "the plan plan.yaml"), (sample.file, "the scenarios scenarios.yaml"),
      (candidates, "the input candidates.geojson"),
    ] {
      let text = try String(contentsOfFile: file, encoding: .utf8)
      let comment = file == candidates ? "\n" : "# \n"
      try Data((text + comment).utf8).write(to: URL(filePath: file))
      let outcome = try sample.run("out", ["--resume"])
      #expect(outcome.code == 65 && outcome.errors.contains(name), "\(outcome.errors)")
      try Data(text.utf8).write(to: URL(filePath: file))
    }
    let shard = try sample.run("out", ["--resume", "--shard", "1/2"])
    #expect(shard.code == 65 && shard.errors.contains("shard 1/1, not 1/2"), "\(shard.errors)")
    #expect(try sample.run("out", ["--resume"]).code == 1)
  }

  @Test func `a damaged record is made again`() throws {
    let sample = try BatchSample()
    try sample.run("whole")
    try sample.run("out")
    for (number, name) in sample.records("out").sorted().prefix(3).enumerated() {
      let path = "out/records/\(name)"
      var data = try sample.data("out", "records/\(name)")
      switch number {
      case 0: data.removeLast(20)
      case 1: data[data.count - 30] ^= 1
      default: data.removeAll()
      }
      try sample.scratch.write(data, to: path)
    }
    #expect(try sample.run("out", ["--resume"]).code == 1)
    try sample.expectSame("whole", "out")
  }
}
