import LandModel
import LayoutAnalysis
import Testing

/// Towns asked about in runs of any length get the answers of one call.
struct RedLineSessionTests {
  typealias S = RedLineSamples

  private func layers(seed: UInt64) -> (towns: [Geometry], constraints: [Constraint]) {
    var random = SeededGenerator(seed: seed)
    let lines = (0..<20).map { number in
      S.star(
        &random, x: random.unit() * 6000, y: random.unit() * 6000,
        radius: 200 + random.unit() * 1200, corners: [9, 40, 900][number % 3])
    }
    let towns = (0..<90).map { _ in
      S.star(
        &random, x: random.unit() * 6000, y: random.unit() * 6000,
        radius: 40 + random.unit() * 400, corners: 5 + Int(random.next() % 30))
    }
    let line = S.layer("line", lines)
    return (
      towns,
      [S.constraint(line), S.constraint(line, .inside), S.constraint(line, .buffer(Metres(60)))]
    )
  }

  @Test(arguments: [1, 2, 7, 1000], [1, 2, 7])
  func `runs of any length and any workers give the answers of the check`(
    length: Int, workers: Int
  ) throws {
    let (towns, constraints) = layers(seed: 11)
    let whole = try RedLineCheck().result(
      towns: S.layer("town", towns), constraints: constraints)
    let session = RedLineSession(constraints, workers: workers)
    var found: [TownResult] = []
    for start in stride(from: 0, to: towns.count, by: length) {
      let rows = start..<min(start + length, towns.count)
      let layer = ProjectedLayer(
        key: "town", grid: S.grid, geometry: GeometryColumn(rows.map { towns[$0] }),
        ids: rows.map { FeatureID("town-\($0)") }, attributes: AttributeTable())
      found += try session.results(
        of: CheckedLayer(layer, keepingValidRows: Array(0..<rows.count)), workers: workers)
    }
    #expect(found.flatMap(\.results) == whole.results)
    #expect(found.reduce(0) { $0 + $1.overlappingPairs } == whole.overlappingPairs)
    #expect(whole.results.contains { $0.isBreach })
  }

  @Test func `no towns have no answers`() throws {
    let (_, constraints) = layers(seed: 12)
    #expect(try RedLineSession(constraints).results(of: S.layer("town", [])).isEmpty)
  }
}
