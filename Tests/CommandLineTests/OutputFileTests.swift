import Foundation
import TestSupport
import Testing

/// Where results may go: standard output by the name `-`, and no place that is known to fail.
struct OutputFileTests {
  typealias S = TownLineSamples

  private let program = BuiltProgram()
  private let samples: TownLineSamples
  private let towns: String

  init() throws {
    samples = try TownLineSamples()
    towns = try samples.scratch.write(S.collection(S.towns(12)), to: "towns.geojson")
  }

  private var scratch: ScratchFolder { samples.scratch }

  /// Every command that writes a file of its own, up to the file's name.
  private func commands(ending: String = "geojson") throws -> [[String]] {
    for number in 1...2 {
      let outcome = try program.run([
        "check", towns, "--id", "id", "--against", samples.redLines, "--shard", "\(number)/2",
        "--exit-zero", "--overwrite", "--out", scratch.path("part-\(number)"),
      ])
      #expect(outcome.code == 0)
    }
    let check = ["check", towns, "--id", "id", "--against", samples.redLines]
    return [
      ["convert", towns], ["validate", towns, "--id", "id", "--out"],
      ["validate", towns, "--id", "id", "--fix", "safe", "--repair"], check + ["--propose"],
      check + ["--lines", "--out"], ["proximity", towns, "--to", samples.redLines, "--out"],
      ["merge"],
    ]
  }

  private func arguments(_ command: [String], _ file: String) -> [String] {
    let parts = command == ["merge"] ? [scratch.path("part-1"), scratch.path("part-2")] : []
    return command + [file] + parts
  }

  @Test func `a file named - is standard output, with nothing else on it`() throws {
    for command in try commands() {
      let outcome = try program.run(arguments(command, "-"), folder: scratch.url)
      #expect([0, 1].contains(outcome.code), "\(command): \(outcome.errors)")
      let texts = outcome.output.split(separator: "\n").map { $0.drop { $0 == "\u{1E}" } }
      for text in texts {
        let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        let isLine = object?["number"] != nil || object?["summary"] != nil
        #expect(isLine || object?["type"] as? String == "Feature", "\(command): \(text)")
      }
      if command.first != "validate" || command.contains("--repair") {
        #expect(texts.count >= 12, "\(command)")
      }
    }
    let left = try FileManager.default.contentsOfDirectory(atPath: scratch.url.path)
    #expect(!left.contains("-"))
  }

  @Test func `a layer on standard output is read again from standard input`() throws {
    let outcome = try program.runInShell(
      prefix: "'\(program.path)' convert '\(towns)' - |",
      ["check", "-", "--id", "id", "--against", samples.redLines])
    #expect(outcome.objects.count == 13)
    #expect(outcome.summary["towns_checked"] as? Int == 12)
  }

  @Test func `a reader that goes away is no error to speak of`() throws {
    // More than a pipe holds, so that the write meets its end.
    let many = try scratch.write(S.collection(S.towns(1000)), to: "many.geojson")
    let script = """
      '\(program.path)' convert '\(many)' - 2> '\(scratch.path("errors"))' | true
      echo ${PIPESTATUS[0]}
      cat '\(scratch.path("errors"))'
      """
    #expect(CommandLineTool.output(["bash", "-c", script]) == "74\n")
  }

  @Test func `two results on standard output are refused`() throws {
    let check = ["check", towns, "--against", samples.redLines]
    let cases = [
      check + ["--propose", "-", "--json"], ["convert", towns, "-", "--json"],
      ["validate", towns, "--out", "-", "--json"],
      ["validate", towns, "--out", "-", "--fix", "safe", "--repair", "-"],
      ["proximity", towns, "--to", samples.redLines, "--out", "-", "--json"],
    ]
    for arguments in cases {
      let outcome = try program.run(arguments, folder: scratch.url)
      #expect(outcome.code == 64 && outcome.output.isEmpty, "\(arguments)")
      #expect(outcome.errors.contains("both go to standard output"), "\(outcome.errors)")
    }
    let plan = Fixtures.folder("plans/two-counties").appending(path: "plan.yaml").path
    let outcome = try program.run(["plan", plan, "--out", "-"], folder: scratch.url)
    #expect(outcome.code == 64 && outcome.errors.contains("is a folder"), "\(outcome.errors)")
  }

  /// The layers named do not exist: a refusal of the output shows that nothing was read.
  @Test func `an output that cannot be is refused before the work`() throws {
    let folder = scratch.path("folder.geojson")
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: false)
    let absent = scratch.path("absent.geojson")
    let early = [
      ["convert", absent], ["validate", absent, "--out"],
      ["validate", absent, "--fix", "safe", "--repair"],
      ["check", absent, "--against", absent, "--propose"],
      ["proximity", absent, "--to", absent, "--out"],
    ]
    for command in early {
      for more in [[], ["--overwrite"]] {
        let outcome = try program.run(command + [folder] + more)
        #expect(outcome.code == 73, "\(command): \(outcome.errors)")
        #expect(outcome.errors.contains("folder.geojson: is a folder"), "\(outcome.errors)")
      }
      let outcome = try program.run(command + [scratch.path("none/out.geojson")])
      #expect(outcome.code == 73, "\(command): \(outcome.errors)")
      #expect(outcome.errors.contains("make the folder first"), "\(outcome.errors)")
    }
    for (command, name) in [
      (["check", absent, "--against", absent, "--lines", "--out"], "lines"),
      (["merge"], "merged"),
    ] {
      let lines = scratch.path("\(name).jsonl")
      try FileManager.default.createDirectory(
        atPath: lines, withIntermediateDirectories: false)
      let more = command == ["merge"] ? [absent] : []
      let refused = try program.run(command + [lines] + more + ["--overwrite"])
      #expect(refused.code == 73 && refused.errors.contains("is a folder"), "\(refused.errors)")
      let missing = try program.run(command + [scratch.path("none/a.jsonl")] + more)
      #expect(missing.code == 73, "\(missing.errors)")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
  }
}
