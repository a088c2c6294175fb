import Foundation
import TestSupport
import Testing

/// `--shard K/N` and `townlayout merge`: parts of a run, and the whole from them.
struct ShardTests {
  typealias S = TownLineSamples

  private let program = BuiltProgram()
  private let samples: TownLineSamples
  private let towns: String

  init() throws {
    samples = try TownLineSamples()
    towns = try samples.scratch.write(
      S.hostileTowns(60).joined(separator: "\n") + "\n", to: "towns.geojsonl")
  }

  private func path(_ name: String) -> String { samples.scratch.path(name) }

  private func content(_ name: String) throws -> String {
    try String(contentsOfFile: path(name), encoding: .utf8)
  }

  @discardableResult
  private func check(_ out: String, _ more: [String] = []) throws -> BuiltProgram.Outcome {
    try program.run(
      ["check", towns, "--id", "id", "--against", samples.redLines, "--out", path(out)] + more)
  }

  private func merge(_ out: String, _ parts: [String], _ more: [String] = []) throws
    -> BuiltProgram.Outcome
  {
    try program.run(["merge", path(out)] + parts.map(path) + more)
  }

  @Test(arguments: [1, 2, 7])
  func `file, stream and merged shards are the same bytes for any workers`(workers: Int) throws {
    let more = ["--workers", "\(workers)"]
    #expect(try check("one.jsonl", ["--lines", "--workers", "1"]).code == 1)
    let whole = try content("one.jsonl")
    try check("whole.jsonl", ["--lines"] + more)
    #expect(try content("whole.jsonl") == whole)
    let stream = try program.runInShell(
      prefix: "exec < '\(towns)';",
      ["check", "-", "--id", "id", "--against", samples.redLines] + more)
    #expect(stream.records == whole.split(separator: "\n").dropLast())
    #expect(stream.records.count == 74)
    for count in [1, 2, 7] {
      for number in (1...count).reversed() {
        let outcome = try check(
          "p\(count)-\(number)", ["--shard", "\(number)/\(count)", "--exit-zero"] + more)
        #expect(outcome.code == 0 && outcome.output.isEmpty)
        _ = try program.runInShell(
          prefix: "exec < '\(towns)' > '\(path("s\(count)-\(number)"))';",
          [
            "check", "-", "--id", "id", "--against", samples.redLines, "--shard",
            "\(number)/\(count)",
          ]
            + more)
      }
      let parts = (1...count).reversed().map { "p\(count)-\($0)" }
      #expect(try merge("m\(count)", parts).code == 0)
      #expect(try content("m\(count)") == whole)
      #expect(try merge("ms\(count)", (1...count).map { "s\(count)-\($0)" }).code == 0)
      #expect(try content("ms\(count)") == stream.output)
    }
  }

  @Test func `more shards than records leave some with nothing but their summary`() throws {
    let few = try samples.scratch.write(S.towns(3).joined(separator: "\n"), to: "few.geojsonl")
    for number in 1...5 {
      let outcome = try program.run([
        "check", few, "--against", samples.redLines, "--shard", "\(number)/5", "--out",
        path("few-\(number)"), "--exit-zero",
      ])
      #expect(outcome.code == 0)
    }
    #expect(try content("few-5").split(separator: "\n").count == 1)
    #expect(try merge("few", (1...5).map { "few-\($0)" }).code == 0)
    #expect(try content("few").split(separator: "\n").count == 4)
  }

  @Test(arguments: [
    "0/3", "4/3", "a/b", "1", "1/", "/2", "-1/2", "1/2/3", "1.0/2", "١/٢", "1/999999999",
  ])
  func `a shard that is none is refused`(text: String) throws {
    for command in [["check", towns, "--against", samples.redLines], ["validate", towns]] {
      let outcome = try program.run(command + ["--shard=\(text)"])
      #expect(outcome.code == 64)
      #expect(outcome.errors.contains("--shard"))
    }
  }

  @Test func `parts that make no whole are refused with a sentence`() throws {
    for number in 1...3 { try check("a\(number)", ["--shard", "\(number)/3"]) }
    try check("b1", ["--shard", "1/3", "--near", "400 m"])
    try check("c1", ["--shard", "1/4"])
    try check("whole", ["--lines"])
    let text = try content("a1")
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    try samples.scratch.write(String(text.dropLast(30)), to: "cut")
    try samples.scratch.write(lines.dropLast(2).joined(separator: "\n") + "\n", to: "headless")
    try samples.scratch.write(
      ([lines[1]] + lines.dropFirst(2)).joined(separator: "\n"), to: "short")
    try samples.scratch.write(
      ([lines[0], lines[0]] + lines.dropFirst(2)).joined(separator: "\n"), to: "twice")
    try samples.scratch.write(([lines[0]] + lines).joined(separator: "\n"), to: "long")
    try samples.scratch.write("", to: "empty")
    let red = try String(contentsOfFile: samples.redLines, encoding: .utf8)
    try samples.scratch.write(red.replacing("25.05", with: "25.06"), to: "red.geojson")
    try check("d1", ["--shard", "1/3"])
    let cases: [(parts: [String], code: Int32, words: String)] = [
      (["a1", "a3"], 65, "of 3 shards these are missing: 2"),
      (["a1", "a2", "a3", "a2"], 65, "is shard 2/3, and so is"),
      (["a2", "a3", "cut"], 65, "cut: does not end with a summary"),
      (["a2", "a3", "headless"], 65, "headless: does not end with a summary"),
      (["a2", "a3", "empty"], 65, "empty: does not end with a summary"),
      (["short", "a2", "a3"], 65, "short: line 1 is not record 1"),
      (["twice", "a2", "a3"], 65, "twice: line 2 is not record 4"),
      (["long", "a2", "a3"], 65, "long: line 2 is not record 4"),
      (["a1", "b1", "a3"], 65, "“parameters” is"),
      (["a2", "a3", "d1"], 65, "“constraints” is"),
      (["a2", "a3", "c1"], 65, "no shard of the same division"),
      (["a2", "a3", "whole"], 65, "no shard of the same division"),
      (["whole"], 64, "give --sequence"),
      (["a1", "none"], 66, "none: the part cannot be read: there is no such file"),
      (["a1", "."], 66, "the part cannot be read: it is a folder"),
    ]
    for (parts, code, words) in cases {
      let outcome = try merge("out", parts)
      #expect(outcome.code == code, "\(parts): \(outcome.errors)")
      #expect(outcome.errors.contains(words), "\(parts): \(outcome.errors)")
      #expect(!FileManager.default.fileExists(atPath: path("out")))
    }
    let left = try FileManager.default.contentsOfDirectory(atPath: samples.scratch.url.path)
    #expect(!left.contains { $0.contains("partial") })
    #expect(try merge("a1", ["a1", "a2", "a3"]).errors.contains("is a file being read"))
  }

  @Test func `whole runs that follow each other are numbered on`() throws {
    let lines = S.hostileTowns(30).filter { !$0.contains(#""id":null"#) }
    let options = ["--id", "id", "--against", samples.redLines, "--exit-zero"]
    func run(_ lines: ArraySlice<String>, to name: String) throws {
      let outcome = try program.run(
        ["check", "-", "--out", path(name)] + options,
        input: lines.map { $0 + "\n" }.joined(), in: samples.scratch)
      #expect(outcome.code == 0, "\(outcome.errors)")
    }
    try run(lines[...], to: "whole")
    try run(lines[..<9], to: "r1")
    try run([], to: "r2")
    // Parts that begin and end with a record that cannot be read.
    let odd = try #require(lines.firstIndex(of: "[1,2]"))
    try run(lines[9..<odd], to: "r3")
    try run(lines[odd...], to: "r4")
    let merged = try merge("merged", ["r1", "r2", "r3", "r4"], ["--sequence"])
    #expect(merged.code == 0, "\(merged.errors)")
    #expect(try content("merged") == content("whole"))
    #expect(try merge("out", ["r1", "r3"]).code == 64)
    try run([S.feature("null", S.square(113, 25, 0.01))], to: "unnamed")
    let refused = try merge("out", ["r1", "unnamed"], ["--sequence"])
    #expect(refused.code == 65)
    #expect(refused.errors.contains("names 1 feature by its place"))
  }

  @Test func `shards of a validation merge, and a waiver counts as used where any shard used it`()
    throws
  {
    let waivers = try samples.scratch.write(
      """
      rule,layer,features,reason,author
      ogc.self-intersection,,bow,Sketch,Li Na
      geometry.multipart,,never,Never,Li Na

      """, to: "w.csv")
    let options = ["validate", towns, "--id", "id", "--waivers", waivers, "--exit-zero"]
    let whole = try program.run(options + ["--lines"])
    #expect(whole.code == 0)
    #expect((whole.summary["remarks"] as? [Any])?.count == 1)
    #expect(whole.summary["waived"] as? Int == 1)
    for number in 1...4 {
      let outcome = try program.run(
        options + ["--shard", "\(number)/4", "--out", path("v\(number).jsonl")])
      #expect(outcome.code == 0)
      #expect(outcome.errors.contains("by the rules of one feature only"))
    }
    #expect(try merge("v", (1...4).map { "v\($0).jsonl" }).code == 0)
    #expect(try content("v") == whole.output)
    #expect(try merge("out", ["v1.jsonl", "v2.jsonl", "v3.jsonl"]).code == 65)
  }

  @Test func `a killed part leaves nothing, and running it again completes the work`() throws {
    let script = """
      cd '\(samples.scratch.url.path)' && mkfifo in
      '\(program.path)' check - --id id --against '\(samples.redLines)' --shard 1/2 --out part < in &
      exec 3> in
      head -n 20 '\(towns)' >&3
      for i in $(seq 600); do [ -n "$(ls -d .part.partial-*/part 2> /dev/null)" ] && break; sleep 0.1; done
      kill -9 $!
      exec 3>&-
      wait
      ls -A
      """
    let listing = try #require(CommandLineTool.output(["bash", "-c", script]))
    let names = listing.split(separator: "\n")
    #expect(!names.contains("part"))
    #expect(names.contains { $0.hasPrefix(".part.partial-") })
    for number in 1...2 {
      _ = try program.runInShell(
        prefix: "exec < '\(towns)';",
        [
          "check", "-", "--id", "id", "--against", samples.redLines, "--shard", "\(number)/2",
          "--out", path(number == 1 ? "part" : "other"),
        ])
    }
    let left = try FileManager.default.contentsOfDirectory(atPath: samples.scratch.url.path)
    #expect(!left.contains { $0.contains("partial") })
    #expect(try merge("merged", ["part", "other"]).code == 0)
    #expect(try content("merged").split(separator: "\n").count == 75)
  }

  @Test func `output is neither overwritten unasked nor written over an input`() throws {
    try check("out", ["--lines"])
    #expect(try check("out", ["--lines"]).code == 73)
    #expect(try check("out", ["--lines", "--overwrite", "--exit-zero"]).code == 0)
    let red = try String(contentsOfFile: samples.redLines, encoding: .utf8)
    let outcome = try program.run([
      "check", towns, "--against", samples.redLines, "--lines", "--out", samples.redLines,
      "--overwrite",
    ])
    #expect(outcome.code != 0 && outcome.code != 1)
    #expect(try String(contentsOfFile: samples.redLines, encoding: .utf8) == red)
    for arguments in [["--out", "x"], ["--exit-zero"]] {
      #expect(
        try program.run(["check", towns, "--against", samples.redLines] + arguments).code == 64)
    }
    for arguments in [
      ["--lines", "--out", "a.csv"], ["--exit-zero"], ["--shard", "1/2", "--dry-run"],
      ["--lines", "--coverage"],
    ] {
      #expect(try program.run(["validate", towns] + arguments).code == 64)
    }
  }
}
