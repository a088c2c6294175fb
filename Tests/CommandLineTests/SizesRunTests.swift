import Foundation
import TestSupport
import Testing

/// A whole run with size classes: written, verified, and found out when changed.
@Suite struct SizesRunTests {
  private let program = BuiltProgram()
  private let scratch: ScratchFolder
  private let run: URL

  init() throws {
    scratch = try ScratchFolder()
    run = scratch.url.appending(path: "run")
    let sound = try SizedRun.shared()
    try FileManager.default.copyItem(at: sound.run, to: run)
    try FileManager.default.copyItem(at: sound.city, to: scratch.url.appending(path: "city"))
  }

  private func verified() throws -> BuiltProgram.Outcome {
    try program.run(["verify", run.path, "--plan", scratch.path("city/plan.yaml")])
  }

  private func object(_ file: String) throws -> [String: Any] {
    try #require(
      JSONSerialization.jsonObject(with: Data(contentsOf: run.appending(path: file)))
        as? [String: Any])
  }

  private func changeTown(_ body: (inout [String: Any]) throws -> Void) throws {
    var collection = try object("towns.geojson")
    var features = try #require(collection["features"] as? [[String: Any]])
    var properties = try #require(features[0]["properties"] as? [String: Any])
    try body(&properties)
    features[0]["properties"] = properties
    collection["features"] = features
    try JSONSerialization.data(withJSONObject: collection)
      .write(to: run.appending(path: "towns.geojson"))
  }

  @Test func `a run with sizes holds, and says the size of each town`() throws {
    let outcome = try verified()
    #expect(outcome.code == 0, "\(outcome.output)\(outcome.errors)")
    let towns = try #require(try object("run.json")["chosen"] as? [[String: Any]])
    #expect(!towns.isEmpty)
    for town in towns {
      let size = try #require(town["size_class_m2"] as? Double)
      #expect([1.5e6, 2.5e6].contains(size))
      let area = try #require(town["area_m2"] as? Double)
      #expect(abs(area - size) < 0.1 * size)
    }
    let report = try String(contentsOf: run.appending(path: "report.html"), encoding: .utf8)
    #expect(report.contains("Size class, km²") || report.contains("规模等级（平方公里）"))
  }

  @Test func `an area changed by 1 m² is found`() throws {
    try changeTown { town in
      town["area_m2"] = try #require(town["area_m2"] as? Double) + 1
    }
    let outcome = try verified()
    #expect(outcome.code == 1)
    #expect(outcome.output.contains("area_m2") || outcome.output.contains("The area of"))
  }

  @Test func `another size class is found`() throws {
    try changeTown { town in
      let size = try #require(town["size_class_m2"] as? Double)
      town["size_class_m2"] = size == 1.5e6 ? 2.5e6 : 1.5e6
    }
    let outcome = try verified()
    #expect(outcome.code == 1)
    #expect(outcome.output.contains("size class"), "\(outcome.output)")
    try changeTown { $0["size_class_m2"] = NSNull() }
    #expect(try verified().output.contains("none, which the plan does not have"))
  }
}

/// A run of the small city with two sizes, made once for all tests.
private struct SizedRun: Sendable {
  let run: URL
  let city: URL
  private let scratch: ScratchFolder

  private static let made = Result { try SizedRun() }

  static func shared() throws -> SizedRun { try made.get() }

  private init() throws {
    scratch = try ScratchFolder()
    city = scratch.url.appending(path: "city")
    run = scratch.url.appending(path: "run")
    try FileManager.default.copyItem(at: Fixtures.folder("plans/two-counties"), to: city)
    let plan = city.appending(path: "plan.yaml")
    let text = try String(contentsOf: plan, encoding: .utf8)
    try #require(text.contains("delimitation:\n"))
    try Data(
      text.replacing(
        "delimitation:\n", with: "delimitation:\n  sizes: [1.5 km2, 2.5 km2]\n",
        maxReplacements: 1
      ).utf8
    ).write(to: plan)
    let outcome = try BuiltProgram().run(["plan", plan.path, "--out", run.path])
    try #require(outcome.code == 0, "\(outcome.errors)")
  }
}
