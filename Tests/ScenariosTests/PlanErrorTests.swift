import Foundation
import LandModel
import Scenarios
import Testing

/// What a plan file gets wrong, and what is said about it.
struct PlanErrorTests {
  /// A small plan that is right.
  static let plan = """
    townlayout: 1
    title: Test
    crs: EPSG:4547
    profile: national-2021
    layers:
      red: {file: red.geojson, role: constraint}
      roads: {file: roads.geojson, role: access}
    constraints:
      red: {rule: forbid}
    industries:
      tourism: {weights: {road: 1}}
    suitability:
      road: {kind: access, layer: roads, full: 1 km, none: 5 km}
    delimitation:
      cell-size: 100 m
    layout:
      spacing: 4 km
      county: {min: 1, max: 3}

    """

  /// The error of a plan with one text replaced by another.
  static func error(replacing text: String, with other: String) throws -> PlanError? {
    try #require(plan.contains(text))
    return try error(of: plan.replacingOccurrences(of: text, with: other))
  }

  static func error(of text: String) throws -> PlanError? {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).yaml")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    do {
      _ = try Plan(file: file.path)
      return nil
    } catch {
      return error
    }
  }

  @Test func `a plan that is right is read`() throws {
    #expect(try Self.error(of: Self.plan) == nil)
  }

  @Test(arguments: [
    (
      "cell-size: 100 m", "cell-sise: 100 m", 15,
      PlanError.Cause.unknownKey("cell-sise", nearest: "cell-size")
    ),
    ("profile: national-2021\n", "", 1, .missingKey("profile")),
    (
      "profile: national-2021", "profile: nationel-2021", 4,
      .unknownName(kind: "value", name: "nationel-2021", nearest: "national-2021")
    ),
    (
      "layer: roads", "layer: road", 13,
      .unknownName(kind: "layer of role access", name: "road", nearest: "roads")
    ),
    (
      "red: {rule: forbid}", "reed: {rule: forbid}", 9,
      .unknownName(kind: "layer", name: "reed", nearest: "red")
    ),
    (
      "title: Test", "title: Test\nvalidate: {reference: rod}", 3,
      .unknownName(kind: "layer", name: "rod", nearest: "red")
    ),
    ("min: 1, max: 3", "min: 4, max: 3", 18, .contradiction("min is 4, but max is 3")),
    ("full: 1 km", "full: 9 km", 13, .contradiction("none must be farther than full")),
    ("weights: {road: 1}", "weights: {road: 0}", 11, .contradiction("no weight is above zero")),
    ("rule: forbid", "rule: buffer", 9, .missingKey("distance")),
    (
      "rule: forbid", "rule: buffer, distance: 0 m", 9,
      .outOfRange(found: "0 m", allowed: "more than 0 m")
    ),
    (
      "rule: forbid", "rule: setback, by: road, attribute: class, distances: {county: 0 m}", 9,
      .outOfRange(found: "0 m", allowed: "more than 0 m")
    ),
    ("cell-size: 100 m", "cell-size: 0 m", 15, .outOfRange(found: "0 m", allowed: "more than 0 m")),
    (
      "spacing: 4 km", "spacing: -4 km", 17,
      .outOfRange(found: "-4 km", allowed: "0 m to 100000 km")
    ),
    ("townlayout: 1", "townlayout: 2", 1, .outOfRange(found: "2", allowed: "1 to 1")),
  ])
  func `a mistake is told with its line and what was meant`(
    text: String, replacement: String, line: Int, cause: PlanError.Cause
  ) throws {
    let error = try #require(try Self.error(replacing: text, with: replacement))
    #expect(error.cause == cause)
    #expect(error.place.line == line)
  }

  @Test(arguments: ["4000", "4 ha", "4 kn", "km", "nan m", "1e999 m", "[4]", "~"])
  func `a length without a proper unit is refused`(text: String) throws {
    let error = try #require(try Self.error(replacing: "spacing: 4 km", with: "spacing: \(text)"))
    guard case .wrongValue(let expected, _) = error.cause else {
      Issue.record("\(error.cause)")
      return
    }
    #expect(expected.contains("500 m"))
    #expect(error.place.path == "layout.spacing")
  }

  @Test func `a negative area is out of range`() throws {
    let error = try #require(
      try Self.error(replacing: "spacing: 4 km", with: "land: -3 km2\n  spacing: 4 km"))
    #expect(error.cause == .outOfRange(found: "-3 km2", allowed: "0 m2 to 1e9 km2"))
  }

  @Test func `a key given twice is an error`() throws {
    let error = try Self.error(replacing: "title: Test", with: "title: Test\ntitle: Again")
    #expect(error != nil)
  }

  @Test(arguments: [
    String(repeating: "[", count: 100_000), String(repeating: "- ", count: 100_000) + "x",
    "a: " + String(repeating: "{b: ", count: 10_000),
  ])
  func `nesting without end is refused before it is parsed`(text: String) throws {
    let error = try #require(try Self.error(of: text))
    #expect(error.cause == .tooDeep(limit: 50))
  }

  @Test(arguments: ["", "a: [", "\u{1}", "just text", "- list", "%YAML 9.9\n---\n", "a: *b"])
  func `what is no plan is an error and nothing worse`(text: String) throws {
    #expect(try Self.error(of: text) != nil)
  }

  @Test func `repeated aliases do not blow up`() throws {
    var text = "a0: &a0 [x, x]\n"
    for level in 1..<40 { text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
    #expect(try Self.error(of: text) != nil)
  }

  @Test func `bytes that are not UTF-8 are told`() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).yaml")
    try Data([0x74, 0x3A, 0x20, 0xD6, 0xD0]).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    #expect(throws: PlanError.self) { try Plan(file: file.path) }
  }

  @Test func `a missing plan file is told as such`() {
    #expect {
      try Plan(file: "/nowhere/plan.yaml")
    } throws: { error in
      guard case .unreadable = (error as? PlanError)?.cause else { return false }
      return true
    }
  }
}
