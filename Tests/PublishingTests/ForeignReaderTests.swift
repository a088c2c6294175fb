import Foundation
import LandModel
import Publishing
import Scenarios
import TestSupport
import Testing

/// The outputs as GDAL's own tools read them.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/ogrinfo")))
struct ForeignReaderTests {
  @Test func `ogrinfo opens every file and counts its features`() throws {
    let folder = try ScratchFolder()
    let run = SampleRun.make()
    try RunPublisher.write(run, into: folder.url, language: .chinese)
    for table in RunPublisher.featureTables(of: run, language: .chinese) {
      let file = folder.url.appendingPathComponent("\(table.name).geojson").path
      let summary = try output("ogrinfo", ["-ro", "-so", file, table.name])
      #expect(summary.contains("Feature Count: \(table.count)\n"), "\(table.name): \(summary)")
    }
  }

  @Test(arguments: [
    ("towns", 2), ("construction_land", 2), ("findings", 3), ("findings_areas", 1),
    ("findings_lines", 0), ("conflicts", 1), ("candidates", 5), ("service_areas", 2),
    ("input_counties", 2), ("input_red_line", 2), ("compliant", 0), ("layer_styles", 11),
  ]) func `ogrinfo finds a layer in the package`(name: String, count: Int) throws {
    let folder = try ScratchFolder()
    let file = folder.url.appendingPathComponent("plan.gpkg").path
    try PlanPackage.write(SampleRun.make(), to: file, language: .english)
    let summary = try output("ogrinfo", ["-ro", "-so", file, name])
    #expect(summary.contains("Feature Count: \(count)\n"), "\(summary)")
    if name != "layer_styles" { #expect(summary.contains(#"ID["EPSG",4547]"#)) }
  }

  @Test func `areas survive the way into the package and back from GeoJSON`() throws {
    let folder = try ScratchFolder()
    let run = SampleRun.make()
    try RunPublisher.write(run, into: folder.url, language: .english)
    let statement = "SELECT ST_Area(geom) AS area, planar_area_m2 FROM towns"
    let package = try output(
      "ogrinfo",
      [
        "-ro", "-dialect", "SQLite", "-sql", statement,
        folder.url.appendingPathComponent("plan.gpkg").path,
      ])
    let numbers = package.matches(of: /= ([0-9.]+)/).compactMap { Double($0.1) }
    #expect(numbers.count == 4)
    #expect(numbers.allSatisfy { abs($0 - 2_890_000) < 0.01 })

    // 1 cm of rounding along 6.8 km of boundary moves the area by less than 20 m².
    let back = folder.url.appendingPathComponent("back.gpkg").path
    let geojson = folder.url.appendingPathComponent("towns.geojson").path
    _ = try output("ogr2ogr", ["-a_srs", "EPSG:4490", "-t_srs", "EPSG:4547", back, geojson])
    let returned = try output("ogrinfo", ["-ro", "-dialect", "SQLite", "-sql", statement, back])
    let areas = returned.matches(of: /area \(Real\) = ([0-9.]+)/).compactMap { Double($0.1) }
    #expect(areas.count == 2)
    #expect(areas.allSatisfy { abs($0 - 2_890_000) < 20 })
  }

  @Test func `every layer of the package has a style that is well-formed XML`() throws {
    let folder = try ScratchFolder()
    let file = folder.url.appendingPathComponent("plan.gpkg").path
    let hostile = SampleRun.make(townName: "</qgis><&\"'>")
    try PlanPackage.write(hostile, to: file, language: .chinese)
    let rows = try output(
      "ogrinfo", ["-ro", "-sql", "SELECT styleQML FROM layer_styles", file])
    let documents = rows.components(separatedBy: "<!DOCTYPE").dropFirst()
    #expect(documents.count == 11)
    for document in documents {
      let end = try #require(document.range(of: "</qgis>")).upperBound
      let start = try #require(document.range(of: "<qgis")).lowerBound
      let parser = XMLText(String(document[start..<end]))
      #expect(parser.isBalanced)
    }
  }

  private func output(_ tool: String, _ arguments: [String]) throws -> String {
    try #require(CommandLineTool.output([tool] + arguments))
  }
}

/// Enough of an XML reader to see that every element that opens also closes, in order.
struct XMLText {
  let isBalanced: Bool

  init(_ text: String) {
    var open: [Substring] = []
    for tag in text.matches(of: /<(\/?)([a-z0-9-]+)[^<>]*>/) {
      if tag.1.isEmpty {
        open.append(tag.2)
      } else if open.popLast() != tag.2 {
        isBalanced = false
        return
      }
    }
    isBalanced = open.isEmpty
  }
}
