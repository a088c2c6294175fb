import Foundation
import TestSupport
import Testing

/// `townlayout validate -`: features judged as they come.
struct ValidateStreamTests {
  private let program = BuiltProgram()
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private static func feature(_ id: String, _ ring: String) -> String {
    #"{"type":"Feature","properties":{"id":"\#(id)"},"geometry":{"type":"Polygon","coordinates":"#
      + "[[\(ring)]]}}"
  }
  private static let square = "[113,25],[113.01,25],[113.01,25.01],[113,25.01],[113,25]"
  private static let bowTie = "[113,25],[113.01,25.01],[113.01,25],[113,25.01],[113,25]"

  private func run(
    _ text: String, _ arguments: [String] = []
  ) throws -> (code: Int32, lines: [[String: Any]], errors: String) {
    let file = try scratch.write(text, to: "stream")
    let outcome = try program.runInShell(
      prefix: "exec < '\(file)';", ["validate", "-"] + arguments)
    let lines = try outcome.output.split(separator: "\n").map { line in
      try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    return (outcome.code, lines, outcome.errors)
  }

  private func rules(_ line: [String: Any]) -> [String] {
    (line["findings"] as? [[String: Any]] ?? []).compactMap { $0["rule"] as? String }
  }

  @Test func `a feature without geometry before the first with one moves no finding`() throws {
    let null = #"{"type":"Feature","properties":{"id":"N"},"geometry":null}"#
    let (_, lines, _) = try run([null, Self.feature("A", Self.bowTie)].joined(separator: "\n"))
    #expect(rules(lines[0]) == ["ogc.null-geometry"])
    let found = try #require((lines[1]["findings"] as? [[String: Any]])?.first)
    let place = try #require((found["geometry"] as? [String: Any])?["coordinates"] as? [Double])
    #expect(abs(place[0] - 113.005) < 1e-6 && abs(place[1] - 25.005) < 1e-5)
  }

  private static let metres =
    "[400000,2850000],[400100,2850000],[400100,2850100],[400000,2850100],[400000,2850000]"

  private func messages(_ line: [String: Any]) -> [String] {
    (line["findings"] as? [[String: Any]] ?? []).compactMap { $0["message"] as? String }
  }

  @Test func `metres without a reference system are told to be metres`() throws {
    let text = Self.feature("A", Self.metres) + "\n" + Self.feature("B", Self.metres) + "\n"
    let (code, lines, _) = try run(text, ["--id", "id", "--language", "en"])
    #expect(code == 1)
    try #require(lines.count == 3)
    for line in lines.prefix(2) {
      #expect(rules(line) == ["ogc.non-finite-ordinate"])
      #expect(messages(line).first?.contains("metres on a grid") == true)
      #expect(messages(line).first?.contains("--layer-crs") == true)
    }
    let (named, _, errors) = try run(text, ["--id", "id", "--layer-crs", "EPSG:4547"])
    #expect(named == 0, "\(errors)")
  }

  @Test(arguments: ["[181,25]", "[113,91]", "[1e300,25]"])
  func `positions that are just no degrees are not told to be metres`(wrong: String) throws {
    let ring = Self.square.replacing("[113.01,25.01]", with: wrong)
    let (_, lines, _) = try run(Self.feature("A", ring) + "\n", ["--language", "en"])
    let first = try #require(lines.first)
    #expect(rules(first) == ["ogc.non-finite-ordinate"])
    #expect(!messages(first).joined().contains("--layer-crs"))
  }

  @Test func `one of a kind is counted in the singular`() throws {
    let (_, _, errors) = try run(
      Self.feature("B", Self.bowTie) + "\n", ["--id", "id", "--language", "en"])
    #expect(errors.contains("1 feature checked, 1 finding "))
  }

  private static let forms: [@Sendable ([String]) -> String] = [
    { $0.map { "\u{1E}\($0)\n" }.joined() }, { $0.joined(separator: "\n") + "\n" },
    { #"{"type":"FeatureCollection","features":["# + $0.joined(separator: ",") + "]}" },
  ]

  @Test(arguments: forms.indices)
  func `a sequence, lines and a collection give a line for each feature`(form: Int) throws {
    let text = Self.forms[form]([
      Self.feature("A", Self.square), Self.feature("B", Self.bowTie),
    ])
    let (code, lines, errors) = try run(text, ["--id", "id"])
    #expect(code == 1)
    try #require(lines.count == 3)
    #expect(lines.map { $0["number"] as? Int } == [1, 2, nil])
    #expect(lines.map { $0["id"] as? String } == ["A", "B", nil])
    #expect(rules(lines[0]) == [])
    #expect(rules(lines[1]).contains("ogc.self-intersection"))
    let summary = try #require(lines[2]["summary"] as? [String: Any])
    #expect(summary["features_checked"] as? Int == 2)
    #expect(summary["complete"] as? Bool == true)
    #expect(errors.contains("2 features checked"))
    #expect(errors.contains("one feature only"))
  }

  @Test func `the crossing lies where the whole layer has it`() throws {
    let one = Self.feature("B", Self.bowTie)
    let layer = try scratch.write(Self.forms[2]([one]), to: "layer.geojson")
    let whole = try program.run(["validate", layer, "--id", "id", "--json"])
    let object = try JSONSerialization.jsonObject(with: Data(whole.output.utf8)) as? [String: Any]
    let expected = try #require(object?["findings"] as? [[String: Any]])
    let (_, lines, _) = try run(one + "\n", ["--id", "id"])
    let found = try #require(lines.first?["findings"] as? [[String: Any]])
    #expect(found.map { $0["message"] as? String } == expected.map { $0["message"] as? String })
    for (one, other) in zip(found, expected) {
      #expect(one["geometry"] as? NSDictionary == other["geometry"] as? NSDictionary)
    }
  }

  @Test func `a broken record of a sequence is a finding, and the next one is judged`() throws {
    let text = Self.forms[0]([
      Self.feature("A", Self.square), #"{"type":"Feature","properties":{"#,
      Self.feature("C", Self.bowTie),
    ])
    let (code, lines, _) = try run(text, ["--id", "id"])
    #expect(code == 1)
    try #require(lines.count == 4)
    #expect(rules(lines[1]) == ["source.broken-record"])
    let message = (lines[1]["findings"] as? [[String: Any]])?.first?["message"] as? String
    #expect(message == "byte 33 of the record: it cannot be read: it ends in the middle")
    #expect(lines[2]["id"] as? String == "C")
    #expect(rules(lines[2]).contains("ogc.self-intersection"))
    let summary = try #require(lines[3]["summary"] as? [String: Any])
    #expect(summary["features_checked"] as? Int == 2)
  }

  @Test func `a broken collection ends with an error, after what could be read`() throws {
    let text = String(
      Self.forms[2]([Self.feature("A", Self.bowTie), Self.feature("B", Self.square)]).dropLast(40))
    let (code, lines, errors) = try run(text, ["--id", "id"])
    #expect(code == 65)
    #expect(rules(lines[0]).contains("ogc.self-intersection"))
    #expect(rules(lines[1]) == ["source.broken-record"])
    let summary = try #require(lines.last?["summary"] as? [String: Any])
    #expect(summary["complete"] as? Bool == false)
    #expect(errors.contains("-:1:"))
  }

  @Test func `a geometry that is none is a finding on its feature`() throws {
    let text = #"{"type":"Feature","properties":{"id":"A"},"geometry":{"type":"Polgon"}}"# + "\n"
    let (_, lines, _) = try run(text, ["--id", "id"])
    #expect(rules(lines[0]) == ["ogc.unreadable-geometry"])
  }

  @Test func `waivers, profile and limits hold for a stream as well`() throws {
    let waivers = try scratch.write(
      """
      rule,layer,features,reason,author
      ogc.self-intersection,-,B,Sketch,Li Na
      geometry.multipart,-,Z,Never,Li Na

      """, to: "w.csv")
    let quiet = try scratch.write(
      "townlayout: 1\nvalidate: {rules: {geometry.spike: {enabled: false}}}\n", to: "s.yaml")
    let (code, lines, _) = try run(
      Self.feature("B", Self.bowTie) + "\n",
      ["--id", "id", "--waivers", waivers, "--settings", quiet])
    let finding = try #require((lines[0]["findings"] as? [[String: Any]])?.first)
    #expect((finding["waiver"] as? [String: Any])?["author"] as? String == "Li Na")
    let summary = try #require(lines[1]["summary"] as? [String: Any])
    #expect(summary["waived"] as? Int == 1)
    let remarks = try #require(summary["remarks"] as? [[String: Any]])
    #expect(remarks.map { $0["rule"] as? String } == ["waiver.unused"])
    #expect(code == 0)
  }

  @Test func `an empty stream and one that is no GeoJSON end in a sentence`() throws {
    let (code, _, errors) = try run("")
    #expect(code == 65)
    #expect(errors.contains("holds no feature"))
    for text in ["hello\n", "<xml/>"] {
      let (code, lines, _) = try run(text)
      #expect(code == 1)
      #expect(rules(lines[0]) == ["source.broken-record"])
    }
    #expect(try program.run(["validate", "-", "a.geojson"]).code == 64)
    #expect(try program.run(["validate", "-", "--out", "a.csv"]).code == 64)
  }

  /// Two named pipes: the answer must come while the input is still open.
  @Test func `a feature is answered before the next one comes`() throws {
    let script = """
      cd '\(scratch.url.path)' && mkfifo in out
      '\(program.path)' validate - --id id < in > out 2> /dev/null &
      exec 3> in 4< out
      printf '%s\\n' '\(Self.feature("A", Self.square))' >&3
      IFS= read -r -t 60 line <&4
      echo "early: $line"
      exec 3>&-
      cat <&4
      """
    let output = try #require(CommandLineTool.output(["bash", "-c", script]))
    let lines = output.split(separator: "\n")
    #expect(lines.first == #"early: {"number":1,"id":"A","findings":[]}"#)
    #expect(lines.last?.contains("\"features_checked\":1") == true)
  }

  /// Writable memory is limited: 200 000 features are 30 MB of text, a million 150.
  @Test func `memory does not grow with the stream`() throws {
    let isHeavy = ProcessInfo.processInfo.environment["TOWNLAYOUT_HEAVY_TESTS"] != nil
    let line = Self.feature("A", Self.square)
    let generator = "yes '\(line)' | head -n \(isHeavy ? 1_000_000 : 2000)"
    let limit = "ulimit -d 220000;"
    let outcome = try program.runInShell(
      prefix: "\(limit) exec < <(\(generator)) > '\(scratch.path("out"))';",
      ["validate", "-", "--id", "id"])
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("\(isHeavy ? 1_000_000 : 2000) features checked"))
  }
}
