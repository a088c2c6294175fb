import Foundation
import TestSupport
import Testing

/// `validate --repair` from file to file.
struct RepairCommandTests {
  private let program = BuiltProgram()
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  /// Ordinates of more decimals than RFC 7946 asks for: a repeat in a, nothing wrong in b.
  private static let a = """
    [[[113.1234567891,25.5],[113.1334567892,25.5],[113.1334567892,25.5],[113.13,25.5112345678],\
    [113.1234567891,25.5]]]
    """
  private static let b = """
    [[[113.2,25.6],[113.2000000001,25.7],[113.3,25.7123456789],[113.2,25.6]]]
    """

  private func layer(_ a: String = Self.a) throws -> String {
    func feature(_ id: String, _ rings: String) -> String {
      #"{"type":"Feature","properties":{"id":"\#(id)","名称":"镇\#(id)"},"#
        + #""geometry":{"type":"Polygon","coordinates":\#(rings)}}"#
    }
    return try scratch.write(
      #"{"type":"FeatureCollection","features":["# + feature("a", a) + ","
        + feature("b", Self.b) + "]}", to: "in.geojson")
  }

  private func repair(_ input: String, _ options: String...) throws -> BuiltProgram.Outcome {
    try program.run(["validate", input, "--id", "id"] + options)
  }

  /// The coordinates of each feature as written.
  private func coordinates(_ file: String) throws -> [String] {
    let root = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: file)))
    let features = (root as? [String: Any])?["features"] as? [[String: Any]] ?? []
    return try features.map { feature in
      let geometry = feature["geometry"] as? [String: Any]
      return String(
        decoding: try JSONSerialization.data(withJSONObject: geometry?["coordinates"] ?? []),
        as: UTF8.self)
    }
  }

  @Test func `only what is repaired changes in the file's own system`() throws {
    let input = try layer()
    let output = scratch.path("out.geojson")
    let outcome = try repair(input, "--repair", output, "--fix", "geometry.duplicate-vertex")
    #expect(outcome.code == 0, "\(outcome.errors)\(outcome.output)")
    #expect(outcome.output.contains("1 feature changed, 0 dropped, 0 with a repair refused"))
    let (before, after) = (try coordinates(input), try coordinates(output))
    #expect(after[1] == before[1])
    #expect(
      after[0]
        == before[0].replacing(
          "[113.1334567892,25.5],[113.1334567892,25.5]", with: "[113.1334567892,25.5]"))
    let text = try String(contentsOf: URL(filePath: output), encoding: .utf8)
    #expect(text.contains("镇a"))
  }

  @Test func `a second repair has nothing to do`() throws {
    let (first, second) = (scratch.path("1.gpkg"), scratch.path("2.gpkg"))
    let once = try repair(try layer(), "--repair", first, "--fix", "safe")
    #expect(once.code == 0, "\(once.errors)")
    let twice = try repair(first, "--repair", second, "--fix", "safe")
    #expect(twice.output.contains("0 features changed"), "\(twice.output)\(twice.errors)")
    #expect(twice.code == 0)
  }

  @Test func `an unclosed ring is closed, and the rest of the report says so`() throws {
    let open = Self.a.replacing(",[113.1234567891,25.5]]]", with: "]]")
    let output = scratch.path("out.fgb")
    let outcome = try repair(
      try layer(open), "--repair", output, "--fix", "ogc.unclosed-ring", "--json")
    #expect(outcome.code == 0, "\(outcome.errors)\(outcome.output)")
    let root = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let repair = (root as? [String: Any])?["repair"] as? [String: Any]
    #expect(repair?["features_changed"] as? Int == 1)
    #expect((repair?["findings_before"] as? [String: Int])?["ogc.unclosed-ring"] == 1)
    #expect((repair?["findings_after"] as? [String: Int])?["ogc.unclosed-ring"] == nil)
    let features = repair?["features"] as? [[String: Any]]
    #expect(features?.first?["applied"] as? [String] == ["ogc.unclosed-ring"])
    #expect(repair?["output"] as? String == output)
  }

  @Test func `a remark of the reader on a feature that is dropped goes with it`() throws {
    // Neither ring is closed, which the reader tells of both; the second parcel repeats the first.
    let points = "J1,1,2850000,450000\nJ2,1,2850000,450100\nJ3,1,2850100,450100\n"
    let input = try scratch.write(
      "[属性描述]\n坐标系=2000国家大地坐标系\n几度分带=3\n带号=38\n[地块坐标]\n"
        + "3,0.5,1,甲,面,,,,@\n\(points)3,0.5,2,乙,面,,,,@\n\(points)", to: "parcels.txt")
    let outcome = try program.run([
      "validate", input, "--repair", scratch.path("out.gpkg"), "--fix",
      "layer.duplicate-geometry",
    ])
    #expect(outcome.code == 0, "\(outcome.errors)\(outcome.output)")
    #expect(outcome.output.contains("parcels.txt [#1]: Rings of 2 parcels"))
  }

  @Test func `a dry run writes nothing and says what it would do`() throws {
    let outcome = try repair(
      try layer(), "--dry-run", "--repair", scratch.path("out.gpkg"), "--fix", "safe")
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("dry run, nothing written"))
    #expect(outcome.output.contains("geometry.duplicate-vertex"))
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.url.path)
    #expect(names == ["in.geojson"])
  }

  @Test func `without rules it explains what is possible and writes nothing`() throws {
    let outcome = try repair(try layer(), "--repair", scratch.path("out.gpkg"))
    #expect(outcome.code == 64)
    #expect(outcome.output.contains("name rules with --fix"))
    #expect(!FileManager.default.fileExists(atPath: scratch.path("out.gpkg")))
  }

  @Test func `neither the input nor an existing file is replaced unasked`() throws {
    let input = try layer()
    let bytes = try Data(contentsOf: URL(filePath: input))
    let onto = try repair(input, "--repair", input, "--fix", "safe", "--overwrite")
    #expect(onto.code == 64, "\(onto.errors)")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("link.geojson"), withDestinationPath: input)
    let link = try repair(
      input, "--repair", scratch.path("link.geojson"), "--fix", "safe", "--overwrite")
    #expect(link.code == 64, "\(link.errors)")
    #expect(try Data(contentsOf: URL(filePath: input)) == bytes)
    let other = try scratch.write("mine", to: "other.geojson")
    #expect(try repair(input, "--repair", other, "--fix", "safe").code == 73)
    #expect(try String(contentsOf: URL(filePath: other), encoding: .utf8) == "mine")
    #expect(try repair(input, "--repair", other, "--fix", "safe", "--overwrite").code == 0)
  }

  @Test(arguments: [
    ["--fix", "safe"], ["--dry-run", "--fix", "layer.nothing"],
    ["--dry-run", "--fix", "crs.zone-mismatch"], ["--dry-run", "--max-area-change", "5"],
    ["--dry-run", "--max-area-share", "200 %"],
  ])
  func `an option that cannot be is a sentence`(_ options: [String]) throws {
    let outcome = try program.run(["validate", try layer()] + options)
    #expect(outcome.code == 64)
    #expect(outcome.errors.contains("--"))
  }
}
