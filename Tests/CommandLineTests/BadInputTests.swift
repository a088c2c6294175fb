import Foundation
import TestSupport
import Testing

/// Bad input is normal input: one sentence that names the file, and the exit code of its class.
struct BadInputTests {
  private let program = BuiltProgram()
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  /// A copy of the small city, with one text of one file replaced.
  private func plan(
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
  private func plan(replacingFile file: String, with content: Data) throws -> String {
    let plan = try plan()
    try content.write(
      to: URL(filePath: plan).deletingLastPathComponent().appending(path: file))
    return plan
  }

  /// Runs the plan and expects an error of one line that names what it must.
  private func expectError(
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

  @Test func `a missing layer file is named`() throws {
    try expectError(
      try plan(replacing: "red-line.geojson", with: "red-lime.geojson"), code: 66,
      naming: ["red-lime.geojson", "no such file"])
  }

  @Test func `a missing plan file is named`() throws {
    try expectError(scratch.path("nothing.yaml"), code: 66, naming: ["nothing.yaml"])
  }

  @Test func `an empty layer of candidates is named`() throws {
    try expectError(
      try plan(
        replacingFile: "candidates.geojson",
        with: Data(#"{"type": "FeatureCollection", "features": []}"#.utf8)),
      code: 65, naming: ["candidates.geojson", "no feature"])
  }

  @Test func `a plan is refused when a red line is invalid, for it would count as free land`()
    throws
  {
    try expectError(
      try plan(replacingFile: "red-line.geojson", with: Data(Self.bowTie.utf8)), code: 65,
      naming: ["red-line.geojson", "red-line", "R9", "closed land"])
  }

  @Test(arguments: ["{rule: forbid}", "{rule: limit, share: 5 %}", "{rule: inside}"])
  func `a plan with a rule about land on a layer of lines is refused`(rule: String) throws {
    let plan = try plan(
      replacing: "red-line: {rule: forbid}", with: "red-line: \(rule)", in: "plan.yaml")
    let lines = """
      {"type": "FeatureCollection",
       "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::4547"}},
       "features": [{"type": "Feature", "properties": {"id": "L7"}, "geometry": {
        "type": "LineString", "coordinates": [[420000, 2840000], [421000, 2841000]]}}]}
      """
    try Data(lines.utf8).write(
      to: URL(filePath: plan).deletingLastPathComponent().appending(path: "red-line.geojson"))
    try expectError(
      plan, code: 65,
      naming: ["red-line.geojson", "feature L7", "“red-line” is a line", "needs polygon"])
  }

  @Test func `a check against invalid red lines alone is refused`() throws {
    let red = scratch.path("red.geojson")
    try Data(Self.bowTie.utf8).write(to: URL(filePath: red))
    let outcome = try program.run([
      "check", Fixtures.folder("plans/two-counties/counties.geojson").path, "--id", "code",
      "--against", red,
    ])
    #expect(outcome.code == 65, "\(outcome.errors)")
    #expect(outcome.errors.contains("no feature of layer “red.geojson” is valid"))
  }

  /// A red line that crosses itself.
  private static let bowTie = """
    {"type": "FeatureCollection",
     "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::4547"}},
     "features": [{"type": "Feature", "properties": {"id": "R9"}, "geometry": {"type": "Polygon",
      "coordinates": [[[420000, 2840000], [421000, 2841000], [421000, 2840000], [420000, 2841000],
       [420000, 2840000]]]}}]}
    """

  @Test func `a second layer of candidates is refused, not left out`() throws {
    try expectError(
      try plan(
        replacing: "  red-line: {file",
        with: "  more: {file: candidates.geojson, role: candidates}\n  red-line: {file"),
      code: 78, naming: ["layers.more", "candidates", "already"])
  }

  @Test func `a time beyond any clock is told with its line`() throws {
    try expectError(
      try plan(replacing: "  spacing: 2 km", with: "  time-limit: 1e300 s"), code: 78,
      naming: ["layout.time-limit", "out of range"])
  }

  @Test(arguments: ["999999", "'999999'", "\"999999\""])
  func `a county quota counts with and without quotes`(_ county: String) throws {
    try expectError(
      try plan(
        replacing: "  spacing: 2 km", with: "  spacing: 2 km\n  counties: {\(county): {min: 1}}"),
      code: 78, naming: ["counties", "no county “999999”"])
  }

  @Test(arguments: [["--distance", "1e200 km"], ["--near", "1e200 km"], ["--share", "500 %"]])
  func `a measure beyond what makes sense is refused on the command line`(_ option: [String]) throws
  {
    let layer = Fixtures.folder("plans/two-counties/counties.geojson").path
    let rule = option[0] == "--share" ? "limit" : "buffer"
    let rest = option[0] == "--near" ? ["--distance", "5 m"] : []
    let outcome = try program.run(
      ["check", layer, "--rule", rule] + option + rest + ["--against", layer])
    #expect(outcome.code == 64)
    #expect(outcome.errors.contains("\(option[0]) is out of range"), "\(outcome.errors)")
  }

  @Test func `a site locked in and out is named`() throws {
    try expectError(
      try plan(
        replacing: "  spacing: 2 km",
        with: "  locked-in: [{site: T1}]\n  locked-out: [{site: T1}]"),
      code: 78, naming: ["“T1”", "locked-in and locked-out"])
  }

  @Test func `a truncated layer is told with its line`() throws {
    let whole = try Data(contentsOf: Fixtures.folder("plans/two-counties/red-line.geojson"))
    try expectError(
      try plan(replacingFile: "red-line.geojson", with: whole.prefix(whole.count / 2)), code: 65,
      naming: ["red-line.geojson:", "ends in the middle"])
  }

  @Test func `an ordinate that is not a number is told with its line`() throws {
    try expectError(
      try plan(replacing: "427800", with: "NaN", in: "red-line.geojson"), code: 65,
      naming: ["red-line.geojson:", "NaN"])
  }

  @Test func `a red line with an ordinate of 1e308 is refused, not a crash`() throws {
    try expectError(
      try plan(replacing: "432400", with: "1e308", in: "red-line.geojson"), code: 65,
      naming: ["red-line.geojson", "2 invalid features"])
  }

  @Test func `a layer nested ten thousand deep is refused`() throws {
    let deep =
      #"{"type": "FeatureCollection", "features": "# + String(repeating: "[", count: 10_000)
    try expectError(
      try plan(replacingFile: "red-line.geojson", with: Data(deep.utf8)), code: 65,
      naming: ["red-line.geojson:", "nested deeper"])
  }

  @Test func `lines where candidates must be polygons are refused`() throws {
    try expectError(
      try plan(replacing: "candidates.geojson", with: "roads.geojson"), code: 65,
      naming: ["roads.geojson"])
  }

  @Test func `a layer without a reference system says how to declare one`() throws {
    let table =
      "id,WKT\nR1,\"POLYGON((427800 2857600,432400 2857600,432400 2862000,427800 2857600))\"\n"
    let plan = try plan(replacing: "red-line.geojson", with: "red-line.csv")
    try Data(table.utf8).write(
      to: URL(filePath: plan).deletingLastPathComponent().appending(path: "red-line.csv"))
    try expectError(plan, code: 65, naming: ["red-line.csv", "crs: EPSG:4547"])
  }

  @Test func `a layer on another datum is refused`() throws {
    try expectError(
      try plan(
        replacing: "{file: red-line.geojson,", with: "{file: red-line.geojson, crs: EPSG:2383,"),
      code: 65, naming: ["EPSG:2383", "restricted"])
  }

  @Test func `degrees cannot be the working system`() throws {
    try expectError(
      try plan(replacing: "crs: EPSG:4547", with: "crs: EPSG:4490"), code: 78,
      naming: ["EPSG:4490", "not projected"])
  }

  @Test func `a grid far from the city cannot be the working system`() throws {
    try expectError(
      try plan(replacing: "crs: EPSG:4547", with: "crs: EPSG:4534"), code: 78,
      naming: ["EPSG:4534", "75.0°E", "113"])
  }

  @Test func `a category that no resource has is told with those there are`() throws {
    try expectError(
      try plan(replacing: "category: scenic", with: "category: scenery"), code: 78,
      naming: ["“scenery”", "industry, scenic"])
  }

  @Test func `lines are no towns to check`() throws {
    let folder = Fixtures.folder("plans/two-counties")
    let outcome = try program.run([
      "check", folder.appending(path: "roads.geojson").path, "--against",
      folder.appending(path: "red-line.geojson").path,
    ])
    #expect(outcome.code == 65)
    #expect(outcome.errors.contains("needs polygon features"), "\(outcome.errors)")
  }

  @Test func `an unknown key is told with the nearest one`() throws {
    try expectError(
      try plan(replacing: "cell-size", with: "cell-sise"), code: 78,
      naming: ["plan.yaml:", "cell-sise", "“cell-size”"])
  }

  @Test func `a negative area is out of range`() throws {
    try expectError(
      try plan(replacing: "min: 1 km2", with: "min: -1 km2"), code: 78,
      naming: ["delimitation.town-area.min", "-1 km2"])
  }

  @Test func `quotas that contradict each other are named`() throws {
    try expectError(
      try plan(replacing: "county: {min: 1, max: 2}", with: "county: {min: 3, max: 2}"), code: 78,
      naming: ["layout.county", "min is 3"])
  }

  @Test func `quotas that no plan can meet are explained in planning words`() throws {
    let plan = try plan(replacing: "county: {min: 1, max: 2}", with: "county: {min: 3}")
    let out = scratch.path("infeasible")
    let outcome = try program.run(["plan", plan, "--out", out])
    #expect(outcome.code == 2, "\(outcome.errors)")
    #expect(outcome.output.contains("no plan can meet"), "\(outcome.output)")
    #expect(FileManager.default.fileExists(atPath: out + "/report.html"))
    #expect(
      outcome.output.contains("the least change that leaves a plan:"), "\(outcome.output)")
    #expect(outcome.output.contains("Lower the minimum of "), "\(outcome.output)")
    #expect(outcome.output.contains("solved again: "), "\(outcome.output)")
    let remedies = outcome.output.split(separator: "\n").filter {
      $0.contains("ower the minimum") || $0.contains("aise the maximum")
    }
    #expect(Set(remedies).count == remedies.count, "\(outcome.output)")
  }

  @Test func `an unknown attribute is told with those there are`() throws {
    try expectError(
      try plan(replacing: "category: category", with: "category: kind"), code: 65,
      naming: ["resources.geojson", "kind", "weight"])
  }

  @Test func `an output that exists is not overwritten unasked`() throws {
    let out = scratch.path("kept")
    try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
    try scratch.write("mine", to: "kept/notes.txt")
    let plan = try plan()
    #expect(try program.run(["plan", plan, "--out", out]).code == 73)
    #expect(try program.run(["plan", plan, "--out", out, "--overwrite"]).code == 73)
    #expect(try String(contentsOfFile: out + "/notes.txt", encoding: .utf8) == "mine")
  }

  @Test func `an output below a file cannot be made`() throws {
    let file = try scratch.write("", to: "file")
    let outcome = try program.run(["plan", try plan(), "--out", file + "/out"])
    #expect(outcome.code == 73 || outcome.code == 74, "\(outcome.errors)")
    #expect(outcome.errors.contains("file/out"))
  }

  @Test func `a full disk leaves nothing behind`() throws {
    let out = scratch.path("full/out")
    // 16 blocks of 1 KiB: the report does not fit.
    let outcome = try program.runInShell(
      prefix: "ulimit -f 16;", ["plan", try plan(), "--out", out])
    #expect(outcome.code == 74, "\(outcome.errors)")
    #expect(outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
    let left = try FileManager.default.contentsOfDirectory(atPath: scratch.path("full"))
    #expect(left.isEmpty, "\(left)")
  }

  @Test(arguments: [0.01, 0.05, 0.1, 0.2, 0.3, 0.5, 0.8])
  func `an interrupt at any time leaves nothing or all`(seconds: Double) throws {
    let folder = "interrupted-\(seconds)"
    let out = scratch.path("\(folder)/out")
    let outcome = try program.run(
      ["plan", try plan(), "--out", out], signal: SIGINT, after: seconds)
    let left =
      (try? FileManager.default.contentsOfDirectory(atPath: scratch.path(folder))) ?? []
    if outcome.code == 0 {
      #expect(left == ["out"])
    } else {
      // Before the program takes over the signal, the system ends it with the signal's own number.
      #expect(outcome.code == 130 || outcome.code == SIGINT, "\(outcome.errors)")
      #expect(left.isEmpty, "\(left)")
    }
  }

  @Test func `wrong arguments are a usage error`() throws {
    #expect(try program.run(["plan"]).code == 64)
    #expect(try program.run(["no-such-command"]).code == 64)
    #expect(try program.run(["validate"]).code == 64)
  }

  @Test(arguments: ["zh", "en"])
  func `an error is told in the language asked for, with its class in Chinese`(
    language: String
  ) throws {
    let isChinese = language == "zh"
    let layer = Fixtures.folder("plans/two-counties/counties.geojson").path
    let bare = scratch.path("bare.csv")
    try Data("id,WKT\n1,\"POINT(5 5)\"\n".utf8).write(to: URL(filePath: bare))
    let cases: [(arguments: [String], code: Int32, chinese: String, english: String)] = [
      (["validate", "none.geojson"], 66, "none.geojson：文件不存在", "no such file"),
      (["validate", layer, "--out", "a.xyz"], 64, "参数有误：a.xyz：无法由文件名判断格式", "known endings"),
      (["validate", layer, "--id", "nope"], 65, "数据有误：图层“counties.geojson”没有标识字段“nope”", "has no"),
      (["convert", bare, scratch.path("o.gpkg")], 65, "未声明坐标系", "states no reference system"),
      (["check", layer], 64, "错误：", "Error: "),
    ]
    for (arguments, code, chinese, english) in cases {
      let outcome = try program.run(arguments + ["--language", language])
      #expect(outcome.code == code, "\(outcome.errors)")
      let words = isChinese ? chinese : english
      #expect(outcome.errors.contains(words), "\(outcome.errors)")
      #expect(isChinese != outcome.errors.contains(english), "\(outcome.errors)")
    }
  }
}
