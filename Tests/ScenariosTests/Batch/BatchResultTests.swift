import Foundation
import LandModel
import Scenarios
import Testing

/// What records tell when they lie beside each other.
struct BatchResultTests {
  /// A record with towns and two terms, made as a batch's folder holds it.
  private func record(
    _ number: Int, _ towns: [String], suitability: Double = 1, coverage: Double = 1,
    status: String = "optimal"
  ) throws -> ScenarioRecord {
    let list = towns.map { id in
      """
      {"id":"\(id)","name":"\(id)","county":"c","countyName":"C","industry":"x","area":1000000,
      "constructionArea":1,"score":1,"seedX":0,"seedY":0,
      "shape":{"kind":"null","rings":[],"parts":[],"ordinates":""}}
      """
    }
    let text = """
      {"number":\(number),"id":"s\(number)","status":"\(status)","terms":[],"unweighted":[
      {"name":"suitability","value":\(suitability)},{"name":"coverage.a","value":\(coverage)}],
      "towns":[\(list.joined(separator: ","))],"columns":0,"rows":0,"nodes":0,"timings":[]}
      """
    return try JSONDecoder().decode(ScenarioRecord.self, from: Data(text.utf8))
  }

  private func batch(_ records: [ScenarioRecord]) throws -> BatchResult {
    let scenarios = records.map {
      """
      {"number":\($0.number),"id":"\($0.id)","family":"f","title":{"english":"","chinese":""}}
      """
    }
    let index = """
      {"scenarios":[\(scenarios.joined(separator: ","))],"groups":[],"parameters":[]}
      """
    let context = """
      {"title":{"english":"","chinese":""},"crs":{"text":"EPSG:4547"},"counties":[],"industries":[],
      "isSynthetic":false,"prices":{"rows":[],"groups":[]},
      "candidates":[{"id":"A","name":"A","countyName":"C","x":0,"y":0},
      {"id":"Z","name":"Z","countyName":"C","x":0,"y":0}]}
      """
    let manifest = """
      {"version":1,"plan":{"name":"p"},"scenarios":{"name":"s"},"inputs":[],"versions":{},"count":1}
      """
    func read<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
      try JSONDecoder().decode(type, from: Data(text.utf8))
    }
    return BatchResult(
      index: try read(BatchIndex.self, index), context: try read(BatchContext.self, context),
      manifest: try read(BatchManifest.self, manifest),
      grid: try #require(GaussKrugerGrid(epsg: 4547)), records: records)
  }

  @Test func `towns in common are counted over those of either plan`() throws {
    let records = [
      try record(0, ["A", "B", "C"]), try record(1, ["B", "C", "D"]), try record(2, []),
      try record(3, [], status: "infeasible"),
    ]
    let batch = try batch(records)
    #expect(batch.common(with: batch.base, records[1])?.count == 2)
    #expect(batch.common(with: batch.base, records[1])?.share == 0.5)
    #expect(batch.common(with: batch.base, records[2])?.share == 0)
    #expect(batch.common(with: records[2], records[2])?.share == 1)
    #expect(batch.common(with: batch.base, records[3]) == nil)
  }

  @Test func `candidates are counted without the base, strangers behind them`() throws {
    let batch = try batch([
      try record(0, ["A"]), try record(1, ["A", "Q"]), try record(2, ["Q"]),
    ])
    #expect(batch.choices.map(\.id) == ["A", "Z", "Q"])
    #expect(batch.choices.map(\.count) == [1, 0, 2])
    #expect(batch.choices.map(\.isInBase) == [true, false, false])
  }

  @Test func `the front holds what no other plan beats, and equals together`() throws {
    let points = [(1.0, 9.0), (2, 8), (2, 8), (2, 7), (3, 8), (5, 1), (4, 1)]
    let batch = try batch(
      points.enumerated().map { try record($0, ["A"], suitability: $1.0, coverage: $1.1) })
    let (x, y) = batch.axes
    #expect((x.name, y.name) == ("suitability", "coverage"))
    #expect(batch.front(x, y) == [true, false, false, false, true, true, false])
    // Of land, less is better: all plans have one square kilometre here.
    let land = batch.front(x, PlanMeasure("area"))
    #expect(land == [false, false, false, false, false, true, false])
  }

  @Test func `a brute force finds the same front`() throws {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<40 {
      let points = (0..<25).map { _ in (Double(random.next() % 8), Double(random.next() % 8)) }
      let batch = try batch(
        points.enumerated().map { try record($0, ["A"], suitability: $1.0, coverage: $1.1) })
      let expected = points.map { point in
        !points.contains { other in
          other.0 >= point.0 && other.1 >= point.1 && (other.0 > point.0 || other.1 > point.1)
        }
      }
      #expect(batch.front(batch.axes.x, batch.axes.y) == expected)
    }
  }
}
