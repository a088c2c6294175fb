import Foundation
import TestSupport
import Testing

/// A whole run whose boundaries run along streets: planned, verified, written everywhere, and told what is wrong.
struct FollowPlanTests {
  private let program = BuiltProgram()
  private let scratch: ScratchFolder
  private let city: EditedCity
  private var plan: URL { city.plan }

  init() throws {
    scratch = try ScratchFolder()
    city = try EditedCity(in: scratch, adding: "streets.geojson", Self.streets)
    try city.replace(
      "  roads: {file",
      with:
        "  streets: {file: streets.geojson, role: context, id: id, title: {zh: 街道, en: Streets}}\n"
        + "  roads: {file")
    try city.replace("  cell-size: 150 m", with: "  follow: [streets, roads]\n  cell-size: 150 m")
  }

  /// Streets from west to east every 230 m with bends of 25 m, and some from north to south.
  private static let streets: String = {
    func feature(_ id: String, _ line: [(Double, Double)]) -> String {
      let positions = line.map { "[\($0.0), \($0.1)]" }.joined(separator: ", ")
      let geometry = #"{"type": "LineString", "coordinates": [\#(positions)]}"#
      return #"{"type": "Feature", "properties": {"id": "\#(id)"}, "geometry": \#(geometry)}"#
    }
    var features: [String] = []
    for row in 0..<66 {
      let y = 2_850_000 + 230 * Double(row)
      let line = (0...160).map { step -> (Double, Double) in
        (400_000 + 250 * Double(step), step % 2 == 0 ? y + 25 : y)
      }
      features.append(feature("w\(row)", line))
    }
    for column in 0..<40 {
      let x = 400_000 + 920 * Double(column)
      features.append(feature("n\(column)", [(x, 2_850_000), (x + 300, 2_866_000)]))
    }
    return #"{"type": "FeatureCollection", "synthetic": true, "crs": {"type": "name", "#
      + #""properties": {"name": "urn:ogc:def:crs:EPSG::4547"}}, "features": ["#
      + features.joined(separator: ",\n") + "]}"
  }()

  private func planned(into name: String, _ arguments: [String] = []) throws -> URL {
    let out = scratch.path(name)
    let outcome = try program.run(["plan", plan.path, "--out", out] + arguments)
    try #require(outcome.code == 0, "\(outcome.errors)")
    return URL(filePath: out)
  }

  private func json(_ file: URL) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
  }

  @Test func `boundaries run along streets, verified, and the same for any number of workers`()
    throws
  {
    let run = try planned(into: "run", ["--language", "en"])
    let record = try json(run.appending(path: "run.json"))
    let towns = try #require(record["chosen"] as? [[String: Any]])
    #expect(towns.count >= 2)
    var shares: [Double] = []
    for town in towns {
      let boundary = try #require(town["boundary"] as? [String: Any])
      let share = try #require(boundary["followed_share"] as? Double)
      let layers = try #require(boundary["followed"] as? [[String: Any]])
      let sum = layers.compactMap { $0["share"] as? Double }.reduce(0, +)
      #expect(abs(sum - share) < 1e-3)
      #expect(layers.allSatisfy { ["streets", "roads"].contains($0["layer"] as? String) })
      shares.append(share)
    }
    #expect(shares.contains { $0 > 0.1 }, "\(shares)")
    for file in ["towns.geojson", "proposals.geojson"] {
      let features = try #require(
        try json(run.appending(path: file))["features"] as? [[String: Any]])
      for feature in features {
        let properties = try #require(feature["properties"] as? [String: Any])
        let share = try #require(properties["followed_share"] as? Double)
        let layers = try #require(properties["followed_layers"] as? String)
        #expect((share > 0) == !layers.isEmpty)
      }
    }
    let report = try String(contentsOf: run.appending(path: "report.html"), encoding: .utf8)
    #expect(report.contains("On features") && report.contains("Streets "))
    let verified = try program.run(["verify", run.path, "--plan", plan.path])
    #expect(verified.code == 0, "\(verified.output)\(verified.errors)")
    let other = try planned(into: "other", ["--workers", "1", "--language", "en"])
    for file in ["towns.geojson", "report.html", "proposals.geojson"] {
      #expect(
        try Data(contentsOf: run.appending(path: file))
          == Data(contentsOf: other.appending(path: file)), "\(file)")
    }
  }

  @Test func `cells decide the plan, with and without streets to follow`() throws {
    let following = try json(planned(into: "with").appending(path: "run.json"))
    try city.replace("  follow: [streets, roads]\n", with: "")
    let smooth = try json(planned(into: "without").appending(path: "run.json"))
    let (with, without) = try (
      #require(following["chosen"] as? [[String: Any]]),
      #require(smooth["chosen"] as? [[String: Any]])
    )
    #expect(with.map { $0["score"] as? Double } == without.map { $0["score"] as? Double })
    for (town, plain) in zip(with, without) {
      let (area, cells) = try (
        #require(town["area_m2"] as? Double), #require(plain["area_m2"] as? Double)
      )
      #expect(abs(area / cells - 1) < 1.1e-3)
      let boundary = try #require(plain["boundary"] as? [String: Any])
      #expect(boundary["followed_share"] == nil && boundary["followed"] == nil)
    }
  }

  @Test(arguments: [
    ("[strets]", "streets"), ("[resources]", "lines or edges of polygons"),
    ("[roads, roads]", "stands here twice"), ("roads", "list"),
  ])
  func `a layer that cannot be followed is told with its place`(value: String, words: String) throws
  {
    try city.replace("follow: [streets, roads]", with: "follow: \(value)")
    let outcome = try program.run(["plan", plan.path, "--out", scratch.path("wrong")])
    #expect(outcome.code != 0 && outcome.errors.contains(words), "\(outcome.errors)")
    #expect(outcome.errors.contains("plan.yaml:"), "\(outcome.errors)")
  }

  @Test func `points of a layer and the cells' own sides are refused`() throws {
    try city.replace("[streets, roads]", with: "[streets, roads]\n  boundary: cells")
    let both = try program.run(["plan", plan.path, "--out", scratch.path("both")])
    #expect(both.code != 0 && both.errors.contains("leave one of the two out"), "\(both.errors)")
    try city.replace("\n  boundary: cells", with: "")
    let file = plan.deletingLastPathComponent().appending(path: "streets.geojson")
    try Data(
      Self.streets.replacing(
        "\"features\": [",
        with: "\"features\": [{\"type\": \"Feature\", \"properties\": {\"id\": \"p\"}, "
          + "\"geometry\": {\"type\": \"Point\", \"coordinates\": [404000, 2854000]}},",
        maxReplacements: 1
      ).utf8
    ).write(to: file)
    let points = try program.run(["delimit", plan.path])
    #expect(points.code != 0 && points.errors.contains("streets.geojson"), "\(points.errors)")
  }
}
