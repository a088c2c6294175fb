import Foundation
import LandModel
import LayerStore
import LayoutAnalysis
import Publishing
import Scenarios
import TestSupport
import Testing

struct ValidationFileTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private func write(_ name: String, language: Language = .english) throws -> Data {
    let file = try ValidationFile(scratch.path(name))
    try file.write(SampleValidation.make(), language: language, replacing: false)
    return try Data(contentsOf: URL(filePath: file.path))
  }

  private func object(_ data: Data) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  @Test(arguments: ValidationFile.Format.allCases)
  func `a second run gives the same bytes, and an existing file stays`(
    format: ValidationFile.Format
  ) throws {
    let first = try write("first.\(format.rawValue)")
    // A GeoPackage holds its file's name nowhere.
    #expect(try first == write("second.\(format.rawValue)"))
    #expect(throws: LayerStoreError.self) { try write("first.\(format.rawValue)") }
    let file = try ValidationFile(scratch.path("first.\(format.rawValue)"))
    #expect(throws: LayerStoreError.self) { try file.prepare(replacing: false) }
    try file.prepare(replacing: true)
  }

  @Test func `the ending names the format`() throws {
    #expect(try ValidationFile("a/B.GeoJSON").format == .geoJSON)
    #expect(try ValidationFile("findings.sarif.json").format == .sarif)
    #expect(throws: LayerStoreError.self) { try ValidationFile("findings.xlsx") }
  }

  @Test func `GeoJSON carries every property, and what was counted only`() throws {
    let collection = try object(write("findings.geojson", language: .chinese))
    let features = try #require(collection["features"] as? [[String: Any]])
    let properties = features.compactMap { $0["properties"] as? [String: Any] }
    #expect(properties[0]["vertex"] as? Int == 2)
    #expect(properties[0]["message"] as? String == "尖角")
    #expect(properties[0]["value"] as? Double == 3.2123)
    #expect(properties[2]["other_ids"] as? [String] == ["R1"])
    #expect(properties[2]["waiver_author"] as? String == "李娜")
    #expect(properties[2]["waived"] as? Bool == true)
    #expect(features[3]["geometry"] is NSNull)
    let omitted = try #require(collection["omitted"] as? [[String: Any]])
    #expect(omitted.map { $0["count"] as? Int } == [7])
    let counts = try #require(collection["findings_by_rule"] as? [String: Int])
    #expect(counts["ogc.self-intersection"] == 7)
  }

  @Test func `CSV has a mark, quotes, degrees, and is a file of waivers`() throws {
    let data = try write("findings.csv")
    #expect(data.starts(with: [0xEF, 0xBB, 0xBF]))
    let text = String(decoding: data, as: UTF8.self)
    let lines = text.components(separatedBy: "\r\n")
    #expect(lines.count == 7, "heading, four findings, one remark, the end")
    #expect(lines[1].contains("113.003271,25.7543687,POINT (113.003271 25.7543687)"))
    #expect(lines[2].contains("\"A line, \"\"quoted\"\"\""))
    #expect(lines[3].hasSuffix("两县共建,李娜,2027"))
    #expect(lines[5].contains("7 more findings"))
    let waivers = try WaiverFile.waivers(file: scratch.path("findings.csv"))
    #expect(waivers.map(\.waiver.reason) == ["两县共建"])
    #expect(waivers.first?.features == ["T01", "T02"])
  }

  @Test func `a name that looks like a formula is none in a spreadsheet, and comes back`() throws {
    let bytes = FindingsCSV.bytes(of: SampleValidation.make(name: "=1+1"), in: .english)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains(",'=1+1,"))
    let waivers = try WaiverFile.waivers(file: scratch.write(text, to: "formula.csv"))
    #expect(waivers.first?.features == ["=1+1", "T02"])
    // An apostrophe that the name has itself stays with it.
    let own = FindingsCSV.bytes(of: SampleValidation.make(name: "'t Zand"), in: .english)
    let back = try WaiverFile.waivers(
      file: scratch.write(String(decoding: own, as: UTF8.self), to: "apostrophe.csv"))
    #expect(back.first?.features == ["'t Zand", "T02"])
  }

  @Test func `SARIF refers to its rules, places and suppressions as the standard asks`() throws {
    let log = try object(write("findings.sarif"))
    #expect(log["version"] as? String == "2.1.0")
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    let driver = try #require((run["tool"] as? [String: [String: Any]])?["driver"])
    let rules = try #require(driver["rules"] as? [[String: Any]])
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.count == 4)
    for result in results {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
      let level = try #require(result["level"] as? String)
      #expect(["none", "note", "warning", "error"].contains(level))
      let message = try #require(result["message"] as? [String: String])
      #expect(message["text"]?.isEmpty == false)
      let locations = try #require(result["locations"] as? [[String: Any]])
      let physical = try #require(locations[0]["physicalLocation"] as? [String: [String: Any]])
      #expect(physical["artifactLocation"]?["uri"] as? String == "towns.geojson.geojson")
    }
    let places = try #require(
      ((results[0]["locations"] as? [[String: Any]])?.first)?["logicalLocations"]
        as? [[String: String]])
    #expect(places.last?["fullyQualifiedName"] == "towns.geojson/T01/part 0/ring 0/vertex 2")
    #expect(places.last?["kind"] == "vertex")
    let suppressions = try #require(results[2]["suppressions"] as? [[String: Any]])
    #expect(suppressions.map { $0["kind"] as? String } == ["external"])
    #expect(suppressions.map { $0["justification"] as? String } == ["两县共建"])
    #expect(results.indices.filter { results[$0]["suppressions"] != nil } == [2])
    let properties = try #require(run["properties"] as? [String: Any])
    #expect((properties["omitted"] as? [[String: Any]])?.count == 1)
    for rule in rules {
      let help = try #require(rule["help"] as? [String: String])
      #expect(help["text"]?.isEmpty == false)
    }
  }

  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/ogrinfo")),
    arguments: [
      ("findings_points", 1, "Point"), ("findings_lines", 1, "Line String"),
      ("findings_areas", 1, "Polygon"), ("findings_without_place", 1, "None"),
      ("findings_by_rule", 5, "None"),
    ])
  func `ogrinfo finds a typed layer in the package`(
    name: String, count: Int, kind: String
  ) throws {
    _ = try write("findings.gpkg")
    let listing = try #require(
      CommandLineTool.output(["ogrinfo", "-ro", "-so", scratch.path("findings.gpkg"), name]))
    #expect(listing.contains("Feature Count: \(count)\n"), "\(listing)")
    #expect(listing.contains("Geometry: \(kind)\n"), "\(listing)")
  }
}
