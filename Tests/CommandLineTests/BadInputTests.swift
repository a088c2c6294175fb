import Foundation
import TestSupport
import Testing

/// Bad layers are normal input: one sentence that names the file, and the exit code of its class.
struct BadInputTests {
  private let city: BrokenCity

  init() throws { city = try BrokenCity() }

  @Test func `a missing layer file is named`() throws {
    try city.expectError(
      try city.plan(replacing: "red-line.geojson", with: "red-lime.geojson"), code: 66,
      naming: ["red-lime.geojson", "no such file"])
  }

  @Test func `a missing plan file is named`() throws {
    try city.expectError(city.scratch.path("nothing.yaml"), code: 66, naming: ["nothing.yaml"])
  }

  @Test func `an empty layer of candidates is named`() throws {
    try city.expectError(
      try city.plan(
        replacingFile: "candidates.geojson",
        with: Data(#"{"type": "FeatureCollection", "features": []}"#.utf8)),
      code: 65, naming: ["candidates.geojson", "no feature"])
  }

  @Test func `a plan is refused when a red line is invalid, for it would count as free land`()
    throws
  {
    try city.expectError(
      try city.plan(replacingFile: "red-line.geojson", with: Data(Self.bowTie.utf8)), code: 65,
      naming: ["red-line.geojson", "red-line", "R9", "closed land"])
  }

  @Test(arguments: ["{rule: forbid}", "{rule: limit, share: 5 %}", "{rule: inside}"])
  func `a plan with a rule about land on a layer of lines is refused`(rule: String) throws {
    let plan = try city.plan(
      replacing: "red-line: {rule: forbid}", with: "red-line: \(rule)", in: "plan.yaml")
    let lines = """
      {"type": "FeatureCollection",
       "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::4547"}},
       "features": [{"type": "Feature", "properties": {"id": "L7"}, "geometry": {
        "type": "LineString", "coordinates": [[420000, 2840000], [421000, 2841000]]}}]}
      """
    try Data(lines.utf8).write(
      to: URL(filePath: plan).deletingLastPathComponent().appending(path: "red-line.geojson"))
    try city.expectError(
      plan, code: 65,
      naming: ["red-line.geojson", "feature L7", "“red-line” is a line", "needs polygon"])
  }

  @Test func `a check against invalid red lines alone is refused`() throws {
    let red = city.scratch.path("red.geojson")
    try Data(Self.bowTie.utf8).write(to: URL(filePath: red))
    let outcome = try city.program.run([
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

  @Test func `a truncated layer is told with its line`() throws {
    let whole = try Data(contentsOf: Fixtures.folder("plans/two-counties/red-line.geojson"))
    try city.expectError(
      try city.plan(replacingFile: "red-line.geojson", with: whole.prefix(whole.count / 2)),
      code: 65,
      naming: ["red-line.geojson:", "ends in the middle"])
  }

  @Test func `an ordinate that is not a number is told with its line`() throws {
    try city.expectError(
      try city.plan(replacing: "427800", with: "NaN", in: "red-line.geojson"), code: 65,
      naming: ["red-line.geojson:", "NaN"])
  }

  @Test func `a red line with an ordinate of 1e308 is refused, not a crash`() throws {
    try city.expectError(
      try city.plan(replacing: "432400", with: "1e308", in: "red-line.geojson"), code: 65,
      naming: ["red-line.geojson", "2 invalid features"])
  }

  @Test func `a layer nested ten thousand deep is refused`() throws {
    let deep =
      #"{"type": "FeatureCollection", "features": "# + String(repeating: "[", count: 10_000)
    try city.expectError(
      try city.plan(replacingFile: "red-line.geojson", with: Data(deep.utf8)), code: 65,
      naming: ["red-line.geojson:", "nested deeper"])
  }

  @Test func `lines where candidates must be polygons are refused`() throws {
    try city.expectError(
      try city.plan(replacing: "candidates.geojson", with: "roads.geojson"), code: 65,
      naming: ["roads.geojson"])
  }

  @Test func `a layer without a reference system says how to declare one`() throws {
    let table =
      "id,WKT\nR1,\"POLYGON((427800 2857600,432400 2857600,432400 2862000,427800 2857600))\"\n"
    let plan = try city.plan(replacing: "red-line.geojson", with: "red-line.csv")
    try Data(table.utf8).write(
      to: URL(filePath: plan).deletingLastPathComponent().appending(path: "red-line.csv"))
    try city.expectError(plan, code: 65, naming: ["red-line.csv", "crs: EPSG:4547"])
  }

  @Test func `a layer on another datum is refused`() throws {
    try city.expectError(
      try city.plan(
        replacing: "{file: red-line.geojson,", with: "{file: red-line.geojson, crs: EPSG:2383,"),
      code: 65, naming: ["EPSG:2383", "restricted"])
  }

  @Test func `lines are no towns to check`() throws {
    let folder = Fixtures.folder("plans/two-counties")
    let outcome = try city.program.run([
      "check", folder.appending(path: "roads.geojson").path, "--against",
      folder.appending(path: "red-line.geojson").path,
    ])
    #expect(outcome.code == 65)
    #expect(outcome.errors.contains("needs polygon features"), "\(outcome.errors)")
  }
}
