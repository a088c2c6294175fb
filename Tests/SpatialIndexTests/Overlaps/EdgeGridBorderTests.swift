import Foundation
import LandModel
import TestSupport
import Testing

/// Small towns along the border of red lines with thousands of edges, where the grid's cells decide.
struct EdgeGridBorderTests {
  private static let towns =
    ProcessInfo.processInfo.environment["TOWNLAYOUT_HEAVY_TESTS"] == nil ? 60 : 300

  /// A red line of some thousand edges, with holes and parts.
  private func redLine(_ random: inout SeededGenerator) -> LatticePolygon {
    LatticeBlocks(&random, columns: 44, rows: 44, step: 9).polygon(&random, share: 0.58)
  }

  /// A town about a position: a star, a rectangle with corners on the lattice, or one cell.
  private func town(_ random: inout SeededGenerator, at place: LatticePoint) -> LatticePolygon {
    switch random.whole(0...2) {
    case 0:
      return LatticeStars.star(&random, corners: random.whole(3...20), reach: random.whole(2...30))
        .moved(by: place)
    case 1:
      return .rectangle(
        place.x - random.whole(0...9), place.y - random.whole(0...9), random.whole(1...40),
        random.whole(1...40))
    default: return .rectangle(place.x, place.y, 1, 1)
    }
  }

  private func expectExact(
    _ town: LatticePolygon, _ line: LatticePolygon, _ placement: OverlapPlacement,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let exact = ExactOverlap.area(of: town, with: line) * placement.scale * placement.scale
    let (left, right) = (placement.geometry(town), placement.geometry(line))
    // The red line's box is a thousand times the town's: the tolerance is the town's.
    let area = OverlapAdapter.overlapArea(of: left, with: right)
    #expect(
      abs(area - exact) <= placement.tolerance(left, left), "\(area), not \(exact): \(town)",
      sourceLocation: sourceLocation)
    let reverse = OverlapAdapter.overlapArea(of: right, with: left)
    #expect(
      abs(reverse - exact) <= placement.tolerance(left, right),
      "\(reverse), not \(exact): \(town)",
      sourceLocation: sourceLocation)
  }

  @Test(arguments: [51, 52, 53, 54] as [UInt64])
  func `towns on the border of a large red line share what exact arithmetic says`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let line = redLine(&random)
    let points = line.points
    #expect(points.count > 700)
    for number in 0..<Self.towns {
      let place = points[random.whole(0...(points.count - 1))]
      let placement = OverlapPlacement.all[number % OverlapPlacement.all.count]
      expectExact(town(&random, at: place), line, placement)
    }
  }

  @Test(arguments: [61, 62] as [UInt64])
  func `towns half outside the box of a red line share what lies in it`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let line = redLine(&random)
    let points = line.points
    let (low, high) = (points.map(\.x).min() ?? 0, points.map(\.x).max() ?? 0)
    let (bottom, top) = (points.map(\.y).min() ?? 0, points.map(\.y).max() ?? 0)
    for number in 0..<Self.towns {
      let place = LatticePoint(
        [low, high, random.whole(low...high)][random.whole(0...2)],
        [bottom, top, random.whole(bottom...top)][random.whole(0...2)])
      let placement = OverlapPlacement.all[number % OverlapPlacement.all.count]
      expectExact(town(&random, at: place), line, placement)
    }
  }

  @Test(arguments: [3, 6, 8, 16])
  func `corners on the lines of the grid are on neither side twice`(cells: Int) {
    var random = SeededGenerator(seed: UInt64(cells))
    // A square with a square hole whose edges are cut so that about one edge falls to a cell of a grid of
    // so many columns and rows: its lines run through whole multiples of twelve.
    let side = 12 * cells
    let hole = LatticePolygon.rectangleRing(side / 3, side / 3, side / 3, side / 3)
    let frame = LatticePolygon(parts: [[LatticePolygon.rectangleRing(0, 0, side, side), hole]])
    let pieces = max(1, cells * cells / 8)
    let line = frame.scaled(by: pieces).subdivided(by: pieces)
    for _ in 0..<Self.towns {
      let (x, y) = (random.whole(-1...cells), random.whole(-1...cells))
      let (width, height) = (random.whole(1...cells), random.whole(1...cells))
      let town = LatticePolygon.rectangle(12 * x, 12 * y, 12 * width, 12 * height)
        .scaled(by: pieces)
      expectExact(town, line, .plain)
      let diamond = LatticePolygon([
        LatticePoint(12 * x, 12 * y), LatticePoint(12 * x + 12, 12 * y - 12),
        LatticePoint(12 * x + 24, 12 * y), LatticePoint(12 * x + 12, 12 * y + 12),
      ]).scaled(by: pieces)
      expectExact(diamond, line, OverlapPlacement.all[3])
    }
  }
}
