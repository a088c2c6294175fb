import Foundation
import TestSupport
import Testing

/// Plans and arguments that make no sense, told by key and line.
struct BadPlanTests {
  private let city: BrokenCity

  init() throws { city = try BrokenCity() }

  @Test func `a second layer of candidates is refused, not left out`() throws {
    try city.expectError(
      try city.plan(
        replacing: "  red-line: {file",
        with: "  more: {file: candidates.geojson, role: candidates}\n  red-line: {file"),
      code: 78, naming: ["layers.more", "candidates", "already"])
  }

  @Test func `a time beyond any clock is told with its line`() throws {
    try city.expectError(
      try city.plan(replacing: "  spacing: 2 km", with: "  time-limit: 1e300 s"), code: 78,
      naming: ["layout.time-limit", "out of range"])
  }

  @Test(arguments: ["999999", "'999999'", "\"999999\""])
  func `a county quota counts with and without quotes`(_ county: String) throws {
    try city.expectError(
      try city.plan(
        replacing: "  spacing: 2 km", with: "  spacing: 2 km\n  counties: {\(county): {min: 1}}"),
      code: 78, naming: ["counties", "no county “999999”"])
  }

  @Test(arguments: [["--distance", "1e200 km"], ["--near", "1e200 km"], ["--share", "500 %"]])
  func `a measure beyond what makes sense is refused on the command line`(_ option: [String]) throws
  {
    let layer = Fixtures.folder("plans/two-counties/counties.geojson").path
    let rule = option[0] == "--share" ? "limit" : "buffer"
    let rest = option[0] == "--near" ? ["--distance", "5 m"] : []
    let outcome = try city.program.run(
      ["check", layer, "--rule", rule] + option + rest + ["--against", layer])
    #expect(outcome.code == 64)
    #expect(outcome.errors.contains("\(option[0]) is out of range"), "\(outcome.errors)")
  }

  @Test func `a site locked in and out is named`() throws {
    try city.expectError(
      try city.plan(
        replacing: "  spacing: 2 km",
        with: "  locked-in: [{site: T1}]\n  locked-out: [{site: T1}]"),
      code: 78, naming: ["“T1”", "locked-in and locked-out"])
  }

  @Test func `degrees cannot be the working system`() throws {
    try city.expectError(
      try city.plan(replacing: "crs: EPSG:4547", with: "crs: EPSG:4490"), code: 78,
      naming: ["EPSG:4490", "not projected"])
  }

  @Test func `a grid far from the city cannot be the working system`() throws {
    try city.expectError(
      try city.plan(replacing: "crs: EPSG:4547", with: "crs: EPSG:4534"), code: 78,
      naming: ["EPSG:4534", "75.0°E", "113"])
  }

  @Test func `a category that no resource has is told with those there are`() throws {
    try city.expectError(
      try city.plan(replacing: "category: scenic", with: "category: scenery"), code: 78,
      naming: ["“scenery”", "industry, scenic"])
  }

  @Test func `an unknown key is told with the nearest one`() throws {
    try city.expectError(
      try city.plan(replacing: "cell-size", with: "cell-sise"), code: 78,
      naming: ["plan.yaml:", "cell-sise", "“cell-size”"])
  }

  @Test func `a negative area is out of range`() throws {
    try city.expectError(
      try city.plan(replacing: "min: 1 km2", with: "min: -1 km2"), code: 78,
      naming: ["delimitation.town-area.min", "-1 km2"])
  }

  @Test func `quotas that contradict each other are named`() throws {
    try city.expectError(
      try city.plan(replacing: "county: {min: 1, max: 2}", with: "county: {min: 3, max: 2}"),
      code: 78,
      naming: ["layout.county", "min is 3"])
  }

  @Test func `quotas that no plan can meet are explained in planning words`() throws {
    let plan = try city.plan(replacing: "county: {min: 1, max: 2}", with: "county: {min: 3}")
    let out = city.scratch.path("infeasible")
    let outcome = try city.program.run(["plan", plan, "--out", out])
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
    try city.expectError(
      try city.plan(replacing: "category: category", with: "category: kind"), code: 65,
      naming: ["resources.geojson", "kind", "weight"])
  }

  @Test func `wrong arguments are a usage error`() throws {
    #expect(try city.program.run(["plan"]).code == 64)
    #expect(try city.program.run(["no-such-command"]).code == 64)
    #expect(try city.program.run(["validate"]).code == 64)
  }

  @Test(arguments: ["zh", "en"])
  func `an error is told in the language asked for, with its class in Chinese`(
    language: String
  ) throws {
    let isChinese = language == "zh"
    let layer = Fixtures.folder("plans/two-counties/counties.geojson").path
    let bare = city.scratch.path("bare.csv")
    try Data("id,WKT\n1,\"POINT(5 5)\"\n".utf8).write(to: URL(filePath: bare))
    let cases: [(arguments: [String], code: Int32, chinese: String, english: String)] = [
      (["validate", "none.geojson"], 66, "none.geojson：文件不存在", "no such file"),
      (["validate", layer, "--out", "a.xyz"], 64, "参数有误：a.xyz：无法由文件名判断格式", "known endings"),
      (["validate", layer, "--id", "nope"], 65, "数据有误：图层“counties.geojson”没有标识字段“nope”", "has no"),
      (["convert", bare, city.scratch.path("o.gpkg")], 65, "未声明坐标系", "states no reference system"),
      (["check", layer], 64, "错误：", "Error: "),
    ]
    for (arguments, code, chinese, english) in cases {
      let outcome = try city.program.run(arguments + ["--language", language])
      #expect(outcome.code == code, "\(outcome.errors)")
      let words = isChinese ? chinese : english
      #expect(outcome.errors.contains(words), "\(outcome.errors)")
      #expect(isChinese != outcome.errors.contains(english), "\(outcome.errors)")
    }
  }
}
