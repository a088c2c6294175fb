import Foundation
import TestSupport
import Testing

/// A written run against its inputs: what was changed afterwards is found and named.
struct VerifyTests {
  private let sample: VerifiedRun

  init() throws { sample = try VerifiedRun(of: .shared()) }

  @Test func `a run that was not touched holds`() throws {
    #expect(try sample.faults() == [:])
    let english = try sample.verified()
    #expect(english.code == 0)
    #expect(english.output.contains("holds"))
    #expect(english.output.contains("it is proven without the solver that no plan is better"))
    let chinese = try sample.verified(["--language", "zh"])
    #expect(chinese.output.contains("各项检查均成立；不依赖求解器即已证明无更优方案"))
  }

  @Test func `the answer for machines has the members of its schema`() throws {
    let outcome = try sample.verified(["--json"])
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let text = try sample.program.run(["schema", "verify"]).output
    let schema = try #require(
      JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(Set(object.keys) == Set(schema["required"] as? [String] ?? []))
    let definitions = try #require(schema["$defs"] as? [String: [String: Any]])
    let properties = try #require(definitions["check"]?["properties"] as? [String: [String: Any]])
    let checks = try #require(object["checks"] as? [[String: Any]])
    let codes = checks.compactMap { $0["check"] as? String }
    // What the plan does not ask for is not looked at.
    let known = try #require(properties["check"]?["enum"] as? [String])
    #expect(codes == known.filter { !["budget", "equity", "minimums"].contains($0) })
    for check in checks { #expect(Set(check.keys) == Set(properties.keys)) }
  }

  @Test(arguments: [1999, 1999.95])
  func `a town moved to 1 m, or 5 cm, inside the spacing is found`(goal: Double) throws {
    // Along the line between the nearest corners of two towns, in metres at 25.8° north.
    let (metresEast, metresNorth) = (100_290.0, 110_785.0)
    let outlines = try (0..<4).map(sample.outline)
    var nearest = (distance: Double.infinity, row: 0, east: 0.0, north: 0.0)
    for right in 1..<4 {
      for left in 0..<right {
        for one in outlines[left] {
          for other in outlines[right] {
            let east = (one[0] - other[0]) * metresEast
            let north = (one[1] - other[1]) * metresNorth
            let distance = (east * east + north * north).squareRoot()
            if distance < nearest.distance { nearest = (distance, right, east, north) }
          }
        }
      }
    }
    // What is left to go is told by the check itself, and gets less with each step.
    for _ in 0..<3 {
      let share = (try nearestDistance() - goal) / nearest.distance
      try sample.move(
        nearest.row, east: nearest.east * share / metresEast,
        north: nearest.north * share / metresNorth)
    }
    #expect(abs(try nearestDistance() - goal) < 0.005)
    let found = try sample.faults()
    #expect(found["spacing"]?.count == 1)
    #expect(found["spacing"]?.first?.contains("m apart, less than 2000.0 m") == true)
    #expect(found["files"]?.count == 1)
  }

  /// The least distance between two towns, as the check of spacing tells it.
  private func nearestDistance() throws -> Double {
    let outcome = try sample.verified()
    let line = try #require(outcome.output.split(separator: "\n").first { $0.hasPrefix("spacing") })
    let words = line.split(separator: " ")
    let place = try #require(words.firstIndex(of: "nearest"))
    return try #require(Double(words[place + 1]))
  }

  @Test func `a town on the red line is found`() throws {
    // The first town onto R1, whose corner is at 427 800, 2 857 600 on the grid.
    let corner = try sample.outline(0)[0]
    try sample.move(0, east: 113.2963 - corner[0], north: 25.8400 - corner[1])
    let found = try sample.faults()
    #expect(found["constraints"]?.first?.contains("of forbidden land, in R1") == true, "\(found)")
  }

  /// Puts a corner into the middle of the first edge of a town, as drawing anew on rounded positions does.
  private func addCorner(movedBy degrees: Double) throws {
    try sample.changeTown(0) { town in
      var geometry = try #require(town["geometry"] as? [String: Any])
      var rings = try #require(geometry["coordinates"] as? [[[Double]]])
      let middle = zip(rings[0][0], rings[0][1]).map { (($0 + $1) / 2 * 1e7).rounded() / 1e7 }
      rings[0].insert([middle[0] + degrees, middle[1] + degrees], at: 1)
      geometry["coordinates"] = rings
      town["geometry"] = geometry
    }
  }

  @Test func `a published boundary may have other corners, with the same land`() throws {
    try addCorner(movedBy: 0)
    #expect(try sample.faults().isEmpty)
  }

  @Test func `a corner put in 15 cm off the edge is found`() throws {
    try addCorner(movedBy: 0.000_001)
    let found = try sample.faults()
    #expect(found["files"]?.first?.contains("m elsewhere in towns.geojson") == true, "\(found)")
  }

  @Test func `a stated area wrong by 1 m² is found`() throws {
    var id = ""
    try sample.changeTown(2) { town in
      var properties = try #require(town["properties"] as? [String: Any])
      id = try #require(properties["town_id"] as? String)
      properties["area_m2"] = try #require(properties["area_m2"] as? Double) + 1
      town["properties"] = properties
    }
    let found = try sample.faults()
    #expect(found["areas"]?.count == 1)
    #expect(found["areas"]?.first?.contains("The area of \(id) is stated as") == true)
    #expect(found["land"]?.count == 1)
    #expect(found["files"]?.count == 2)
  }

  @Test func `a changed objective term is found`() throws {
    try sample.change("run.json", in: sample.run) { record in
      var objective = try #require(record["objective"] as? [String: Any])
      var terms = try #require(objective["terms"] as? [[String: Any]])
      terms[1]["value"] = try #require(terms[1]["value"] as? Double) + 0.01
      terms[0]["value"] = try #require(terms[0]["value"] as? Double) + 0.000_1
      objective["terms"] = terms
      record["objective"] = objective
    }
    let found = try sample.faults()
    #expect(found.keys.sorted() == ["objective"])
    #expect(found["objective"]?.count == 3)
    #expect(found["objective"]?[0].contains("Term “suitability”") == true)
    #expect(found["objective"]?[1].contains("Term “coverage.scenic”") == true)
  }

  @Test func `a bound below the objective is found`() throws {
    try sample.change("run.json", in: sample.run) { record in
      var objective = try #require(record["objective"] as? [String: Any])
      objective["bound"] = try #require(objective["value"] as? Double) - 1
      record["objective"] = objective
    }
    let found = try sample.faults()
    #expect(found.keys.sorted() == ["bound", "dual"])
    #expect(found["bound"]?.first?.contains("above its bound") == true)
  }

  @Test func `factor values, scores, counties and industries that were changed are found`() throws {
    var id = ""
    try sample.changeTown(0) { town in
      var properties = try #require(town["properties"] as? [String: Any])
      id = try #require(properties["town_id"] as? String)
      let factor = try #require(
        properties.keys.sorted().first { $0.hasPrefix("factor_") && properties[$0] is Double })
      properties[factor] = try #require(properties[factor] as? Double) - 0.1
      town["properties"] = properties
    }
    var found = try sample.faults()
    #expect(found.keys.sorted() == ["factors", "scores"])
    #expect(found["factors"]?.count == 1)
    #expect(found["factors"]?.first?.contains(" of \(id) is stated as ") == true)
    try sample.changeTown(1) { town in
      var properties = try #require(town["properties"] as? [String: Any])
      properties["industry"] = "mining"
      properties["county_id"] = "C"
      town["properties"] = properties
    }
    found = try sample.faults()
    #expect(found["towns"]?.count == 2)
    #expect(found["files"]?.count == 3)
    #expect(found["county"]?.count == 1)
  }

  @Test func `a town left out of one file is found`() throws {
    try sample.change("towns.geojson", in: sample.run) { collection in
      let features = try #require(collection["features"] as? [[String: Any]])
      collection["features"] = Array(features.dropLast())
    }
    let found = try sample.faults()
    #expect(found["files"]?.count == 2)
    #expect(found["objective"] != nil)
  }
}
