import Foundation
import LandModel
import TestSupport
import Testing
import Topology

/// What the program draws is valid where it is read, with the positions that the file holds.
struct WrittenGeometryTests {
  private let program = BuiltProgram()
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  /// Files of a run that hold what the program drew.
  static let drawn = [
    "towns", "compliant", "conflicts", "proposals", "service-areas",
  ]

  /// The rows of a file that GEOS does not call valid.
  static func invalidRows(of file: URL) throws -> [Int] {
    let workspace = Workspace()
    let geometries = try GeoJSONFixture(contentsOf: file).geometries
    return try geometries.indices.filter { row in
      let geometry = geometries[row]
      return try geometry.kind == .polygon && !Shape(geometry, in: workspace).isValid()
    }
  }

  @Test func `a compliant boundary that rounding would cross is drawn on the rounded positions`()
    throws
  {
    let folder = Fixtures.folder("regressions/compliant-boundary-crosses-itself-rounded")
    let out = scratch.path("compliant.geojson")
    let red = folder.appending(path: "red-line.geojson").path
    let outcome = try program.run([
      "check", folder.appending(path: "town.geojson").path, "--id", "town_id", "--against", red,
      "--propose", out, "--crs", "EPSG:4547",
    ])
    #expect(outcome.code == 1, "\(outcome.errors)")
    #expect(try Self.invalidRows(of: URL(filePath: out)).isEmpty)
    // It lies on no closed land but noise, and what the drawing changes is stated.
    let again = try program.run([
      "check", out, "--id", "town_id", "--against", red, "--crs", "EPSG:4547",
    ])
    #expect(again.code == 0, "\(again.output)\(again.errors)")
    let file = try GeoJSONFixture(contentsOf: URL(filePath: out))
    #expect(file.attributes["remarks"]?.text(at: 0)?.contains("its area changes by +") == true)
    let numbers = ["town_area_m2", "area_m2", "lost_m2", "lost_to_rules_m2", "lost_to_cleaning_m2"]
      .map { file.attributes[$0]?.number(at: 0) ?? .nan }
    #expect(abs(numbers[0] - numbers[1] - numbers[2]) < 0.011)
    #expect(abs(numbers[3] + numbers[4] - numbers[2]) < 0.011)
  }

  @Test func `all that a run draws is valid as it is written`() throws {
    let out = scratch.path("run")
    let plan = Fixtures.folder("plans/two-counties/plan.yaml").path
    let outcome = try program.run(["plan", plan, "--out", out])
    #expect(outcome.code == 0, "\(outcome.errors)")
    for name in Self.drawn {
      let file = URL(filePath: out).appending(path: "\(name).geojson")
      #expect(try Self.invalidRows(of: file).isEmpty, "\(name)")
    }
  }
}
