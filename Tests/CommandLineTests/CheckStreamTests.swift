import Foundation
import TestSupport
import Testing

/// `townlayout check -` and `--lines`: towns answered one by one.
struct CheckStreamTests {
  typealias S = TownLineSamples

  private let program = BuiltProgram()
  private let samples: TownLineSamples

  init() throws { samples = try TownLineSamples() }

  private var options: [String] { ["--id", "id", "--against", samples.redLines] }

  private func check(_ lines: [String], _ more: [String] = []) throws -> BuiltProgram.Outcome {
    try program.run(
      ["check", "-"] + options + more, input: lines.joined(separator: "\n") + "\n",
      in: samples.scratch)
  }

  private static let forms: [@Sendable ([String]) -> String] = [
    { $0.map { "\u{1E}\($0)\n" }.joined() }, { $0.joined(separator: "\n") + "\n" },
    { TownLineSamples.collection($0) },
  ]

  @Test(arguments: forms.indices)
  func `every form of a stream gives the numbers of the file run`(form: Int) throws {
    let text = Self.forms[form](S.towns(40))
    let file = try samples.scratch.write(text, to: "towns.geojson")
    let whole = try program.run(["check", file, "--json", "--crs", "EPSG:4547"] + options)
    let expected = try #require(whole.objects.first?["results"] as? NSArray)
    let stream = try program.run(
      ["check", "-", "--crs", "EPSG:4547"] + options, input: text, in: samples.scratch)
    #expect(stream.code == whole.code)
    #expect(stream.records.count == 40)
    let results = stream.objects.dropLast().flatMap { $0["results"] as? [Any] ?? [] }
    #expect(results as NSArray == expected)
    #expect(results.contains { ($0 as? [String: Any])?["breach"] as? Bool == true })
    let summary = stream.summary
    #expect(summary["breaches"] as? Int == whole.objects.first?["breaches"] as? Int)
    #expect(
      summary["overlapping_pairs"] as? Int == whole.objects.first?["overlapping_pairs"] as? Int)
    let area = try #require(summary["overlap_m2"] as? Double)
    // The summary adds areas as they are printed.
    let exact = try #require(whole.objects.first?["overlap_m2"] as? Double)
    #expect(abs(area - exact) < 0.01 * 40)
  }

  @Test func `what is no town says so in its record, and those behind it go on`() throws {
    let lines = [
      S.feature(#""A""#, S.square(113.03, 25.03, 0.01)), S.feature(#""B""#, S.bowTie),
      S.feature(#""P""#, #"{"type":"Point","coordinates":[113,25]}"#),
      #"{"type":"Feature","properties":{"#, S.feature(#""N""#, "null"),
      S.feature(#""Z""#, S.square(113.5, 25.5, 0.01)),
    ]
    let outcome = try check(lines)
    #expect(outcome.code == 1)
    let records = Array(outcome.objects.dropLast())
    #expect(records.map { $0["number"] as? Int } == [1, 2, 3, 4, 5, 6])
    #expect(records.map { $0["id"] as? String } == ["A", "B", "P", nil, "N", "Z"])
    #expect(
      records.map { $0["state"] as? String }
        == ["checked", "invalid", "not-polygonal", "unreadable", "invalid", "checked"])
    #expect(records.map { $0["results"] is NSNull } == [false, true, true, true, true, false])
    let findings = records.map { record in
      (record["findings"] as? [[String: Any]] ?? []).compactMap { $0["rule"] as? String }
    }
    #expect(findings == [[], ["ogc.self-intersection"], [], [], ["ogc.null-geometry"], []])
    let fault = try #require(records[3]["fault"] as? String)
    #expect(fault == "byte 32 of the record: it cannot be read: it ends in the middle")
    let summary = outcome.summary
    #expect(summary["records"] as? Int == 6)
    #expect(summary["towns_checked"] as? Int == 2)
    #expect(summary["invalid"] as? Int == 2)
    #expect(summary["not_polygonal"] as? Int == 1)
    #expect(summary["unreadable"] as? Int == 1)
    #expect(outcome.errors.contains("4 other records could not be checked"))
    #expect(outcome.errors.contains("EPSG:4547, the grid of the constraint layers"))
  }

  @Test func `a town without an id is named by its place, and counted`() throws {
    let outcome = try check([S.feature("null", S.square(113.5, 25.5, 0.01))])
    #expect(outcome.code == 0)
    #expect(outcome.objects.first?["id"] as? String == "#0")
    #expect(outcome.summary["unnamed"] as? Int == 1)
    #expect(outcome.errors.contains("1 feature has no id"))
  }

  @Test func `a town in another reference system than it says is not called clear`() throws {
    let metres = S.polygon([(400_000, 2_850_000), (401_000, 2_850_000), (401_000, 2_851_000)])
    let asDegrees = try check([S.feature(#""A""#, metres)])
    #expect(asDegrees.code == 1)
    #expect(asDegrees.objects.first?["state"] as? String == "invalid")
    let told = try #require(asDegrees.objects.first?["findings"] as? [[String: Any]])
    #expect((told.first?["message"] as? String)?.contains("--layer-crs") == true)
    let asMetres = try check(
      [S.feature(#""A""#, S.square(113, 25, 0.01))], ["--layer-crs", "EPSG:4547"])
    #expect(asMetres.code == 1)
    let findings = try #require(asMetres.objects.first?["findings"] as? [[String: Any]])
    #expect(findings.map { $0["rule"] as? String } == ["crs.outside-working-area"])
    let unknown = try check([S.feature(#""A""#, metres)], ["--layer-crs", "EPSG:2414"])
    #expect(unknown.code == 65)
    #expect(unknown.errors.contains("Beijing"))
  }

  @Test func `an empty stream is an error, unless the engine may send one`() throws {
    for text in ["", "\n\n"] {
      let outcome = try program.run(["check", "-"] + options, input: text, in: samples.scratch)
      #expect(outcome.code == 65)
      #expect(outcome.errors.contains("holds no feature"))
      let calm = try program.run(
        ["check", "-", "--exit-zero"] + options, input: text, in: samples.scratch)
      #expect(calm.code == 0)
      #expect(calm.objects.count == 1)
      #expect(calm.summary["records"] as? Int == 0)
    }
  }

  @Test func `a constraint layer that is missing or broken ends the run before any town`() throws {
    let towns = S.towns(2).joined(separator: "\n")
    let missing = try program.run(
      ["check", "-", "--against", samples.scratch.path("none.geojson")], input: towns,
      in: samples.scratch)
    #expect(missing.code == 66 && missing.output.isEmpty)
    #expect(missing.errors.contains("none.geojson: there is no such file"))
    let bad = try samples.scratch.write(
      S.collection([S.feature(#""R""#, S.bowTie), S.feature(#""Q""#, S.square(114, 26, 0.01))]),
      to: "bad.geojson")
    let doubtful = try program.run(
      ["check", "-", "--against", bad], input: towns, in: samples.scratch)
    #expect(doubtful.code == 1)
    #expect(doubtful.errors.contains("left out or doubtful"))
  }

  @Test func `bytes that are no UTF-8 and a huge record are records like others`() throws {
    var bytes = Data(S.feature(#""A""#, S.square(113.03, 25.03, 0.01)).utf8)
    bytes.append(0x0A)
    bytes.append(contentsOf: #"{"type":"Feature","properties":{"id":""#.utf8)
    bytes.append(contentsOf: [0xE9, 0x83])  // the first two bytes of 郴
    bytes.append(contentsOf: "\"},\"geometry\":null}\n".utf8)
    let ring = (0..<4000).map { step in
      let angle = 2 * Double.pi * Double(step) / 4000
      return (113.06 + 0.05 * cos(angle), 25.06 + 0.05 * sin(angle))
    }
    let note = String(repeating: "x", count: 5_000_000)
    bytes.append(
      contentsOf: S.feature(#""H","note":"\#(note)""#, S.polygon(ring)).utf8)
    let file = try samples.scratch.write(bytes, to: "bytes")
    let outcome = try program.runInShell(prefix: "exec < '\(file)';", ["check", "-"] + options)
    #expect(
      outcome.objects.map { $0["state"] as? String } == ["checked", "unreadable", "checked", nil])
    #expect(
      outcome.objects[1]["fault"] as? String
        == "byte 38 of the record: it cannot be read: it is not UTF-8")
    #expect(outcome.objects[2]["id"] as? String == "H")
  }

  @Test func `a stream cut off in a record keeps what came before`() throws {
    let outcome = try program.run(
      ["check", "-"] + options, input: S.towns(3).joined(separator: "\n").dropLast(20) + "",
      in: samples.scratch)
    #expect(
      outcome.objects.map { $0["state"] as? String } == ["checked", "checked", "unreadable", nil])
    let collection = try program.run(
      ["check", "-"] + options, input: S.collection(S.towns(3)).dropLast(40) + "",
      in: samples.scratch)
    #expect(collection.code == 65)
    #expect(collection.summary["complete"] as? Bool == false)
  }

  /// Two named pipes: answers must come while the input is still open, even with half a record behind.
  @Test func `towns are answered before the next one comes`() throws {
    let towns = S.towns(3)
    let script = """
      cd '\(samples.scratch.url.path)' && mkfifo in out
      '\(program.path)' check - --id id --against '\(samples.redLines)' < in > out 2> /dev/null &
      exec 3> in 4< out
      printf '%s\\n' '\(towns[0])' >&3
      IFS= read -r -t 60 line <&4 && echo "early: $line"
      printf '%s\\n%s' '\(towns[1])' '\(towns[2].prefix(50))' >&3
      IFS= read -r -t 60 line <&4 && echo "early: $line"
      printf '%s\\n' '\(towns[2].dropFirst(50))' >&3
      exec 3>&-
      cat <&4
      """
    let output = try #require(CommandLineTool.output(["bash", "-c", script]))
    let lines = output.split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines[0].hasPrefix(#"early: {"number":1,"id":"T0","state":"checked""#))
    #expect(lines[1].hasPrefix(#"early: {"number":2,"id":"T1","state":"checked""#))
    #expect(lines[2].hasPrefix(#"{"number":3,"id":"T2","state":"checked""#))
  }

  @Test func `a reader that goes away ends the program without a word`() throws {
    let file = try samples.scratch.write(
      S.towns(3000).joined(separator: "\n"), to: "many.geojsonl")
    let script = """
      set +o pipefail
      '\(program.path)' check '\(file)' --lines --id id --against '\(samples.redLines)' \
        2> '\(samples.scratch.path("errors"))' | head -n 1 > /dev/null
      echo "${PIPESTATUS[0]}"
      """
    let output = try #require(CommandLineTool.output(["bash", "-c", script]))
    #expect(output == "74\n")
    let errors = try String(contentsOfFile: samples.scratch.path("errors"), encoding: .utf8)
    #expect(errors.split(separator: "\n").count == 1, "only the note on the grid: \(errors)")
  }

  /// Writable memory is limited: the text of a million towns alone is 250 MB.
  @Test func `memory does not grow with the stream`() throws {
    let isHeavy = ProcessInfo.processInfo.environment["TOWNLAYOUT_HEAVY_TESTS"] != nil
    let count = isHeavy ? 200_000 : 4000
    let line = S.feature(#""A""#, S.square(113.03, 25.03, 0.01))
    let outcome = try program.runInShell(
      prefix: "ulimit -d 250000; exec < <(yes '\(line)' | head -n \(count)) "
        + "> '\(samples.scratch.path("out"))';",
      ["check", "-", "--exit-zero"] + options)
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("\(count) towns checked"))
  }
}
