import Foundation
import TestSupport
import Testing

/// Names that name nothing, or something else than they should.
struct NamelessInputTests {
  private let program = BuiltProgram()
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  @Test func `a folder in the place of a plan file is told so`() throws {
    let folder = scratch.path("folder")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for command in [["plan", folder, "--out", scratch.path("o")], ["layout", folder]] {
      let outcome = try program.run(command)
      #expect(
        outcome.code == 66 && outcome.errors.contains("this is a folder"), "\(outcome.errors)")
    }
  }

  @Test(arguments: [["--out", ""], ["--out="]])
  func `an output without a name is refused before anything is written`(option: [String]) throws {
    let city = Fixtures.folder("plans/two-counties")
    let plan = city.appending(path: "plan.yaml").path
    let scenarios = city.appending(path: "scenarios.yaml").path
    for command in [
      ["plan", plan], ["batch", plan, "--scenarios", scenarios],
      ["validate", city.appending(path: "candidates.geojson").path],
    ] {
      let outcome = try program.run(command + option)
      #expect(outcome.code == 64, "\(outcome.errors)")
      #expect(outcome.errors.contains("--out is empty"), "\(outcome.errors)")
    }
    #expect(try program.run(["plan", "", "--out", scratch.path("o")]).code == 64)
  }

  @Test func `a table in degrees without a reference system is told of one in degrees`() throws {
    let table = "id,lon,lat,category,weight\nS1,113.1,25.8,scenic,1\nS2,113.2,25.8,industry,1\n"
    let city = scratch.url.appending(path: "city")
    try FileManager.default.copyItem(at: Fixtures.folder("plans/two-counties"), to: city)
    try Data(table.utf8).write(to: city.appending(path: "resources.csv"))
    let plan = city.appending(path: "plan.yaml")
    let text = try String(contentsOf: plan, encoding: .utf8)
    try Data(text.replacing("resources.geojson", with: "resources.csv").utf8).write(to: plan)
    for (language, words) in [
      ("en", "`crs: EPSG:4490` for degrees"), ("zh", "`crs: EPSG:4490`（CGCS2000 经纬度"),
    ] {
      let outcome = try program.run(["layout", plan.path, "--language", language])
      #expect(outcome.code == 65)
      #expect(outcome.errors.contains("resources.csv"), "\(outcome.errors)")
      #expect(outcome.errors.contains(words), "\(outcome.errors)")
    }
  }
}
