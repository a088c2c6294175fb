import Foundation
import LandModel
import LayoutAnalysis
import Testing
import Topology

struct PairMeasurementTests {
  typealias S = RedLineSamples

  private func pairs(
    _ towns: CheckedLayer, _ lines: CheckedLayer, workers: Int? = nil
  ) throws -> PairOverlaps {
    try #require(
      PairMeasurement().result(towns: towns, layers: [lines], workers: workers).first)
  }

  @Test func `each pair is told alone, with how it lies`() throws {
    let towns = S.layer("town", rings: [S.square(0, 0, 100), S.square(1000, 0, 100)])
    let lines = S.layer(
      "line",
      [
        .polygon(rings: [S.square(50, 0, 100)]),  // half of the first town
        .polygon(rings: [S.square(50, 0, 100)]),  // the same again: counted again
        .polygon(rings: [S.square(-100, 0, 100)]),  // a shared edge
        .polygon(rings: [S.square(100, 100, 50)]),  // a shared corner
        // A strip of 1e-9 m along the left edge: 1e-7 m², less than counts.
        .polygon(rings: [S.rectangle(-50, 10, 50 + 1e-9, 50)]),
        .polygon(rings: [S.square(990, -10, 200)]),  // round the second town
        .polygon(rings: [S.square(300, 300, 10)]),  // apart
      ])
    let found = try pairs(towns, lines)
    #expect(
      found.pairs.map { "\($0.town)-\($0.feature) \($0.situation.rawValue)" } == [
        "0-0 overlaps", "0-1 overlaps", "0-2 touches", "0-3 touches", "0-4 grazes", "1-5 overlaps",
      ])
    #expect(found.pairs.map(\.planarArea.value) == [5000, 5000, 0, 0, 0, 10_000])
    #expect(found.overlapCount == 3 && found.planarArea == SquareMetres(20_000))
  }

  @Test func `sums alone are those of the list`() throws {
    let (towns, lines) = seeded(7)
    let listed = try pairs(towns, lines)
    var measurement = PairMeasurement()
    measurement.listsPairs = false
    let sums = try #require(measurement.result(towns: towns, layers: [lines]).first)
    #expect(sums.pairs.isEmpty && sums.overlapCount == listed.overlapCount)
    #expect(sums.planarArea == listed.planarArea)
    #expect(sums.ellipsoidalArea == listed.ellipsoidalArea)
    let added = listed.pairs.reduce(0) { $0 + $1.planarArea.value }
    #expect(abs(added - listed.planarArea.value) < 5e-5 * Double(listed.pairs.count))
  }

  private func seeded(_ seed: UInt64) -> (towns: CheckedLayer, lines: CheckedLayer) {
    var random = SeededGenerator(seed: seed)
    func stars(_ count: Int, radius: Double, corners: [Int]) -> [Geometry] {
      (0..<count).map { _ in
        S.star(
          &random, x: random.unit() * 9000, y: random.unit() * 9000,
          radius: radius * (0.2 + random.unit()), corners: corners[Int(random.next() % 3)])
      }
    }
    return (
      S.layer("town", stars(150, radius: 500, corners: [5, 20, 90])),
      S.layer("line", stars(30, radius: 1500, corners: [12, 300, 2500]))
    )
  }

  @Test(arguments: [1, 2] as [UInt64])
  func `every pair agrees with an overlay by GEOS`(seed: UInt64) throws {
    let (towns, lines) = seeded(seed)
    let found = try pairs(towns, lines)
    let workspace = Workspace()
    var expected: [[Int]: Double] = [:]
    for town in 0..<towns.count {
      let shape = try Shape(row: town, of: towns.geometry, in: workspace)
      for line in 0..<lines.count {
        let area = try shape.intersection(
          with: Shape(row: line, of: lines.geometry, in: workspace)
        ).planarArea().value
        if area >= 1e-6 { expected[[town, line]] = area }
      }
    }
    let overlaps = found.pairs.filter { $0.situation == .overlaps }
    #expect(overlaps.count == expected.count && found.overlapCount == expected.count)
    for pair in overlaps {
      let area = try #require(expected[[pair.town, pair.feature]])
      #expect(abs(pair.planarArea.value - area) < 6e-5)
    }
  }

  @Test func `statutory areas of the parts of a town are that of the town`() throws {
    // Edges of more than a kilometre, cut by lines across them.
    let town = S.layer("town", rings: [S.square(0, 0, 1700)])
    let strips = (0..<7).map { S.rectangle(-500 + 400 * Double($0), -300, 400, 2500) }
    let whole = EllipsoidalArea(grid: S.grid).area(of: town.geometry.geometry(ofRow: 0)).value
    let found = try pairs(town, S.layer("strip", rings: strips))
    let sum = found.pairs.reduce(0) { $0 + $1.ellipsoidalArea.value }
    #expect(abs(sum - whole) < 6e-4)
    // Each is that of the formula on its corners, but for the bow of edges of a kilometre.
    for pair in found.pairs {
      let left = max(0, -500 + 400 * Double(pair.feature))
      let width = min(1700, -100 + 400 * Double(pair.feature)) - left
      let piece = Geometry.polygon(rings: [S.rectangle(left, 0, width, 1700)])
      let formula = EllipsoidalArea(grid: S.grid).area(of: piece).value
      #expect(abs(pair.ellipsoidalArea.value / formula - 1) < 1e-7)
    }
  }

  @Test func `borders with and without a vertex between have no area in common on any surface`()
    throws
  {
    // Two kilometres of border straight on the grid; the neighbour has a vertex in its middle.
    let town = S.layer("town", rings: [S.rectangle(0, 0, 2000, 1000)])
    let corner = S.origin
    let neighbour = [(0, 0), (0, -900), (2000, -900), (2000, 0), (1000, 0), (0, 0)].map {
      XY(corner.x + Double($0.0), corner.y + Double($0.1))
    }
    let rotated = { (ring: [XY]) in
      ring.map { XY(0.6 * $0.x - 0.8 * $0.y + 2_000_000, 0.8 * $0.x + 0.6 * $0.y) }
    }
    let ring = S.rectangle(0, 0, 2000, 1000)
    for change in [{ $0 }, rotated] {
      let found = try pairs(
        S.layer("town", rings: [change(ring)]), S.layer("line", rings: [change(neighbour)]))
      #expect(found.ellipsoidalArea.value < 1e-3)
    }
    #expect(
      try pairs(town, S.layer("line", rings: [neighbour])).pairs.map(\.situation) == [.touches])
  }

  @Test(arguments: [3_000_000.0, 12_000_000, 40_000_000, 4e9])
  func `far off the grid planar areas stay, whatever the ellipsoid makes of it`(far: Double)
    throws
  {
    let shifted = { (ring: [XY]) in ring.map { XY($0.x + far, $0.y) } }
    let found = try pairs(
      S.layer("town", rings: [shifted(S.square(0, 0, 1000))]),
      S.layer("line", rings: [shifted(S.square(500, 0, 1000)), shifted(S.square(900, 900, 50))]))
    #expect(found.pairs.map(\.planarArea.value) == [500_000, 2500])
  }

  @Test func `edges a double wide, or less, leave areas what they are`() throws {
    // The stretch brings neighbouring doubles together.
    let (x, y) = (S.origin.x, S.origin.y)
    let ring = [
      XY(x, y), XY(x + 1000, y), XY((x + 1000).nextUp, y + 500), XY(x + 1000, y + 1000),
      XY(x, y + 1000), XY(x.nextDown, y + 500), XY(x, y),
    ]
    let town = S.layer("town", rings: [ring])
    let lines = (0..<50).map { number in
      let left = x + 13 + 19 * Double(number)
      return [
        XY(left, y - 5), XY(left + 7, y - 5), XY((left + 7).nextUp, y + 500),
        XY(left + 7, y + 1200), XY(left, y + 1200), XY(left.nextUp, y + 300), XY(left, y - 5),
      ]
    }
    for pair in try pairs(town, S.layer("line", rings: lines)).pairs {
      #expect(abs(pair.planarArea.value - 7000) < 1e-3)
      #expect(abs(pair.ellipsoidalArea.value / pair.planarArea.value - 1) < 1e-3)
    }
    // So steep that the slope is no number.
    let steep = [
      XY(0, 0), XY(Double.leastNonzeroMagnitude, 500), XY(0, 1000), XY(1000, 1000), XY(1000, 0),
      XY(0, 0),
    ]
    let half = [XY(-500, 0), XY(500, 0), XY(500, 700), XY(-500, 700), XY(-500, 0)]
    for (town, line) in [(steep, half), (half, steep)] {
      let found = try pairs(S.layer("town", rings: [town]), S.layer("line", rings: [line]))
      #expect(found.pairs.map(\.planarArea.value) == [350_000])
    }
  }

  @Test func `one, two and seven workers give the same pairs`() throws {
    let (towns, lines) = seeded(5)
    let one = try pairs(towns, lines, workers: 1)
    #expect(try pairs(towns, lines, workers: 2) == one)
    #expect(try pairs(towns, lines, workers: 7) == one)
  }

  @Test func `empty layers, lines and null geometries have no pairs`() throws {
    let towns = S.layer("town", [.null, .polygon(rings: [S.square(0, 0, 10)])])
    let line = Geometry.line([S.square(0, 0, 20)[0], S.square(0, 0, 20)[2]])
    #expect(try pairs(towns, S.layer("line", [line, .null])).pairs.isEmpty)
    #expect(try pairs(towns, S.layer("line", [Geometry]())).overlapCount == 0)
    #expect(try pairs(S.layer("town", [Geometry]()), towns).overlapCount == 0)
  }
}
