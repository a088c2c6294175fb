import Foundation
import TestSupport
import Testing

/// `check --pairs`: each town against each feature, without a rule.
struct CheckPairsTests {
  private let program = BuiltProgram()
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  /// A CSV of squares on EPSG:4547, named and placed in metres from (400000, 2850000).
  private func layer(_ name: String, _ squares: [(id: String, x: Int, y: Int, side: Int)]) throws
    -> String
  {
    var text = "id,wkt\n"
    for square in squares {
      let (x, y) = (400_000 + square.x, 2_850_000 + square.y)
      let (right, top) = (x + square.side, y + square.side)
      text +=
        "\(square.id),\"POLYGON((\(x) \(y),\(right) \(y),\(right) \(top),\(x) \(top),\(x) \(y)))\"\n"
    }
    let path = scratch.path("\(name).csv")
    try Data(text.utf8).write(to: URL(filePath: path))
    return path
  }

  private func answer(_ arguments: [String], code: Int32 = 0) throws -> [String: Any] {
    let outcome = try program.run(["check"] + arguments + ["--layer-crs", "EPSG:4547", "--json"])
    #expect(outcome.code == code, "\(outcome.errors)")
    return try #require(
      JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  @Test func `sums are printed for the program, and pairs where they are wanted`() throws {
    let towns = try layer("towns", [("a", 0, 0, 100), ("b", 500, 0, 100)])
    let lines = try layer("lines", [("x", 50, 0, 100), ("y", 50, 0, 101), ("z", 600, 0, 9)])
    let arguments = [towns, "--id", "id", "--against", lines, "--against-id", "id", "--pairs"]
    let sums = try answer(arguments + ["--summary"])
    #expect(sums["overlapping_pairs"] as? Int == 2)
    #expect(sums["pair_overlap_planar_m2"] as? Double == 10_000)
    // 100 km west of the central meridian the grid is 1.000123 times as long as the ellipsoid.
    let statutory = try #require(sums["pair_overlap_m2"] as? Double)
    #expect(abs(statutory - 10_000 / pow(1.000123, 2)) < 0.05)
    #expect((sums["layers"] as? [[String: Any]])?.first?["pairs"] == nil)
    let listed = try answer(arguments)
    let layers = try #require(listed["layers"] as? [[String: Any]])
    let pairs = try #require(layers.first?["pairs"] as? [[String: Any]])
    #expect(
      pairs.map { "\($0["town_id"] ?? "") \($0["feature_id"] ?? "") \($0["situation"] ?? "")" }
        == ["a x overlaps", "a y overlaps", "b z touches"])
    let text = try program.run(
      ["check"] + arguments + ["--layer-crs", "EPSG:4547", "--language", "zh"])
    #expect(text.output.contains("重叠 2 对"))
  }

  @Test func `what is invalid is left out, and that is said`() throws {
    let towns = scratch.path("towns.csv")
    try Data(
      """
      id,wkt
      bow,"POLYGON((400000 2850000,400100 2850100,400100 2850000,400000 2850100,400000 2850000))"
      good,"POLYGON((400000 2850000,400100 2850000,400100 2850100,400000 2850000))"

      """.utf8
    ).write(to: URL(filePath: towns))
    let lines = try layer("lines", [("x", -50, -50, 500)])
    let answer = try answer(
      [towns, "--id", "id", "--against", lines, "--pairs", "--summary"], code: 1)
    #expect(answer["overlapping_pairs"] as? Int == 1)
    #expect(answer["pair_overlap_planar_m2"] as? Double == 5000)
    #expect(answer["features_left_out"] as? Int == 1)
    let findings = try #require(answer["findings"] as? [[String: Any]])
    #expect(findings.contains { $0["rule"] as? String == "ogc.self-intersection" })
  }

  @Test func `why features are left out is told by cause`() throws {
    let towns = scratch.path("causes.csv")
    try Data(
      """
      id,wkt
      bow,"POLYGON((400000 2850000,400100 2850100,400100 2850000,400000 2850100,400000 2850000))"
      bow,"POLYGON((400000 2850000,400100 2850000,400100 2850100,400000 2850000))"
      twin,"POLYGON((400000 2850000,400100 2850000,400100 2850100,400000 2850000))"
      twin,"POLYGON((400500 2850000,400600 2850000,400600 2850100,400500 2850000))"
      none,

      """.utf8
    ).write(to: URL(filePath: towns))
    let lines = try layer("lines", [("x", -50, -50, 500)])
    let arguments = [towns, "--id", "id", "--against", lines, "--pairs", "--summary"]
    let answer = try answer(arguments, code: 1)
    #expect(answer["features_left_out"] as? Int == 3)
    #expect(
      answer["left_out_by_cause"] as? [String: Int]
        == ["invalid": 1, "without_geometry": 1, "repeated_id": 1])
    let text = try program.run(["check"] + arguments + ["--layer-crs", "EPSG:4547"])
    #expect(
      text.output.contains(
        "3 features were not measured: 1 with invalid geometry, 1 without geometry, "
          + "1 with the id of another feature\n"), "\(text.output)")
    let chinese = try program.run(
      ["check"] + arguments + ["--layer-crs", "EPSG:4547", "--language", "zh"])
    #expect(chinese.output.contains("3 个要素未参与量算：几何无效 1 个，无几何 1 个，标识重复 1 个\n"))
  }

  @Test func `a summary without pairs is a mistake that is told`() throws {
    let outcome = try program.run(["check", "towns.csv", "--against", "x.csv", "--summary"])
    #expect(outcome.code == 64 && outcome.errors.contains("--pairs"))
  }
}
