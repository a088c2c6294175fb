import LandModel
import LayoutAnalysis
import Testing
import Topology

/// Seeded layers against plain GEOS: the union of the whole layer, each town, no index and no cut.
struct RedLineParityTests {
  typealias S = RedLineSamples

  /// Towns among red lines of which some are large, have holes, share edges, are repeated or overlap.
  private func layers(seed: UInt64) -> (towns: CheckedLayer, lines: CheckedLayer) {
    var random = SeededGenerator(seed: seed)
    var lines: [Geometry] = []
    for _ in 0..<25 {
      let corners = [8, 30, 400, 2000][Int(random.next() % 4)]
      lines.append(
        S.star(
          &random, x: random.unit() * 8000, y: random.unit() * 8000,
          radius: 200 + random.unit() * 1500, corners: corners))
    }
    lines.append(lines[3])
    lines.append(.polygon(rings: [S.square(7000, 7000, 500)]))
    lines.append(.polygon(rings: [S.square(7500, 7000, 500)]))
    lines.append(Geometry(kind: .polygon, positions: [], ringEnds: [], partEnds: []))
    let towns = (0..<60).map { _ in
      S.star(
        &random, x: random.unit() * 9000 - 500, y: random.unit() * 9000 - 500,
        radius: 50 + random.unit() * 400, corners: 5 + Int(random.next() % 40))
    }
    return (S.layer("town", towns + [lines[5]]), S.layer("line", lines))
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `areas and distances agree with plain GEOS`(seed: UInt64) throws {
    let (towns, lines) = layers(seed: seed)
    let found = try RedLineCheck().result(
      towns: towns,
      constraints: [S.constraint(lines), S.constraint(lines, .inside)])
    let workspace = Workspace()
    let union = try Shape.unaryUnion(of: lines.geometry, in: workspace)
    for row in 0..<towns.count {
      let town = try Shape(row: row, of: towns.geometry, in: workspace)
      let overlap = try town.intersection(with: union).planarArea().value
      let (forbid, inside) = (found.results[2 * row], found.results[2 * row + 1])
      #expect(abs(forbid.planarArea.value - overlap) < 1e-5)
      let whole = try town.planarArea().value
      #expect(abs(inside.planarArea.value - (whole - overlap)) < 1e-5)
      let distance = try town.distance(to: union).value
      #expect(abs((forbid.nearestDistance?.value ?? -1) - distance) < 1e-6)
      let pieces = try town.intersection(with: union).polygons().partCount
      #expect(forbid.pieces.count == pieces)
      #expect(
        abs(forbid.pieces.reduce(0) { $0 + $1.planarArea.value } - forbid.planarArea.value) < 1e-6)
    }
  }

  @Test func `a setback agrees with a buffer of the union`() throws {
    let (towns, lines) = layers(seed: 4)
    let found = try RedLineCheck().result(
      towns: towns, constraints: [S.constraint(lines, .buffer(Metres(120)))])
    let workspace = Workspace()
    let closed = try Shape.unaryUnion(of: lines.geometry, in: workspace)
      .buffered(by: Metres(120), quadrantSegments: 16)
    for row in 0..<towns.count {
      let town = try Shape(row: row, of: towns.geometry, in: workspace)
      let overlap = try town.intersection(with: closed).planarArea().value
      // Round corners are drawn from other starting points: a few thousandths of their area differ.
      #expect(abs(found.results[row].planarArea.value - overlap) < 30 + 0.001 * overlap)
    }
  }

  @Test func `one, two and seven workers give the same result`() throws {
    let (towns, lines) = layers(seed: 5)
    let constraints = [
      S.constraint(lines), S.constraint(lines, .inside), S.constraint(lines, .buffer(Metres(50))),
    ]
    let results = try [1, 2, 7].map {
      try RedLineCheck().result(towns: towns, constraints: constraints, workers: $0)
    }
    #expect(results[0] == results[1] && results[1] == results[2])
  }

  @Test func `areas without pieces are those with them`() throws {
    let (towns, lines) = layers(seed: 6)
    var parameters = RedLineParameters()
    parameters.drawsPieces = false
    let constraints = [
      S.constraint(lines), S.constraint(lines, .limit(share: Ratio(0.3), area: nil)),
    ]
    let bare = try RedLineCheck(parameters: parameters).result(
      towns: towns, constraints: constraints)
    let drawn = try RedLineCheck().result(towns: towns, constraints: constraints)
    #expect(bare.overlappingPairs == drawn.overlappingPairs)
    for (a, b) in zip(bare.results, drawn.results) {
      #expect(a.pieces.isEmpty && a.situation == b.situation && a.isBreach == b.isBreach)
      // Areas without pieces are rounded to 1e-4 m².
      #expect(abs(a.planarArea.value - b.planarArea.value) < 6e-5)
      #expect(
        abs(a.ellipsoidalArea.value - b.ellipsoidalArea.value) < 1e-5 * b.planarArea.value + 1e-9)
    }
  }
}
