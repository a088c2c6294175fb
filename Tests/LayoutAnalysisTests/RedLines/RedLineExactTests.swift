import LandModel
import LayoutAnalysis
import TestSupport
import Testing

/// The red-line check's areas against exact arithmetic, on lattices where everything touches everything.
struct RedLineExactTests {
  typealias S = RedLineSamples

  /// Metres of one step of the lattice: areas are whole multiples of a quarter of its square, and more than a
  /// sliver unless they are none.
  private static let scale = 64.0

  /// Towns and red lines cut from common lines, with copies, overlaps, holes and parts.
  private struct Scene {
    var towns: [LatticePolygon] = []
    var lines: [LatticePolygon] = []

    init(seed: UInt64) {
      var random = SeededGenerator(seed: seed)
      let grid = LatticeBlocks(&random, columns: 8, rows: 8, step: 5)
      for number in 0..<10 {
        towns.append(grid.polygon(&random, share: 0.25 + 0.05 * Double(number)))
        towns.append(
          LatticeStars.star(&random, corners: 9, reach: 8).moved(
            by: LatticePoint(random.whole(0...24), random.whole(0...24))))
        lines.append(grid.polygon(&random, share: 0.1 + 0.03 * Double(number)))
      }
      // One twice, one that is a town, one far away.
      lines += [lines[2], towns[4], .rectangle(500, 500, 3, 3)]
      lines.append(
        LatticeStars.star(&random, corners: 12, reach: 12).moved(by: LatticePoint(12, 9)))
    }
  }

  private static func layer(_ key: String, _ polygons: [LatticePolygon]) -> CheckedLayer {
    S.layer(key, polygons.map { $0.geometry(scale: scale, origin: S.origin) })
  }

  /// Areas in common with the union of a layer, in square metres, towns in order.
  private static func areas(
    _ towns: [LatticePolygon], _ lines: [LatticePolygon], drawsPieces: Bool
  ) throws -> [Double] {
    var parameters = RedLineParameters()
    parameters.drawsPieces = drawsPieces
    return try RedLineCheck(parameters: parameters).result(
      towns: layer("town", towns), constraints: [S.constraint(layer("line", lines))]
    ).results.map { $0.planarArea.value }
  }

  /// Areas without pieces are rounded to 1e-4 m²; those of pieces are sums of GEOS's coordinates.
  private static let tolerance = 1e-4

  @Test(arguments: [1, 2, 3, 4] as [UInt64], [true, false])
  func `land under several red lines counts once`(seed: UInt64, drawsPieces: Bool) throws {
    let scene = Scene(seed: 900 + seed)
    let found = try Self.areas(scene.towns, scene.lines, drawsPieces: drawsPieces)
    for (town, area) in zip(scene.towns, found) {
      let exact = ExactOverlap.area(of: [town], with: scene.lines) * Self.scale * Self.scale
      #expect(abs(area - exact) <= Self.tolerance, "\(area), not \(exact)")
    }
  }

  @Test(arguments: [1, 2] as [UInt64])
  func `the order of features does not matter`(seed: UInt64) throws {
    let scene = Scene(seed: 900 + seed)
    let forward = try Self.areas(scene.towns, scene.lines, drawsPieces: false)
    let backward = try Self.areas(scene.towns, scene.lines.reversed(), drawsPieces: false)
    let reordered = try Self.areas(scene.towns.reversed(), scene.lines, drawsPieces: false)
    #expect(zip(forward, backward).allSatisfy { abs($0 - $1) <= Self.tolerance })
    #expect(zip(forward, reordered.reversed()).allSatisfy { abs($0 - $1) <= Self.tolerance })
  }

  @Test(arguments: [1, 2] as [UInt64])
  func `pairs share as much when towns and red lines change places`(seed: UInt64) throws {
    let scene = Scene(seed: 900 + seed)
    // A layer for each feature, so that pairs are measured one by one.
    func pairs(_ towns: [LatticePolygon], _ lines: [LatticePolygon]) throws -> [[Double]] {
      try lines.map { try Self.areas(towns, [$0], drawsPieces: false) }
    }
    let forward = try pairs(scene.towns, scene.lines)
    let backward = try pairs(scene.lines, scene.towns)
    var sum = 0.0
    for town in scene.towns.indices {
      for line in scene.lines.indices {
        #expect(abs(forward[line][town] - backward[town][line]) <= Self.tolerance)
        let exact = ExactOverlap.area(of: scene.towns[town], with: scene.lines[line])
        #expect(abs(forward[line][town] - exact * Self.scale * Self.scale) <= Self.tolerance)
        sum += exact
      }
    }
    #expect(sum > 0)
  }
}
