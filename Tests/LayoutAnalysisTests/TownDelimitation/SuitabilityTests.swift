import Foundation
import LandModel
import Testing

@testable import LayoutAnalysis

struct SuitabilityTests {
  /// The value of a factor at the middle of the scene, which is nearly a cell's centre.
  private func value(of factor: SuitabilityFactor, _ land: LandInput) -> Double {
    let window = CellWindow(
      lattice: HexagonLattice(cellSize: Metres(10)), seed: TownScene.middle, radius: Metres(20))
    let values = CellFactors(window: window, land: LandIndex(land)).values(of: factor)
    let cell = window.row(of: window.lattice.cell(at: TownScene.middle)) ?? 0
    return values[cell]
  }

  private func place(_ east: Double) -> XY {
    XY(TownScene.middle.x + east, TownScene.middle.y)
  }

  @Test func `a resource counts half at the half distance, and two close the rest in part`() {
    let half = DistanceDecay.exponential(half: Metres(1000))
    let factor = SuitabilityFactor.resource("spring", decay: half)
    func land(_ points: [(Double, Double)]) -> LandInput {
      LandInput(
        grid: TownScene.grid,
        resources: points.map {
          ResourcePoint(id: "r", category: "spring", position: place($0.0), weight: $0.1)
        })
    }
    #expect(abs(value(of: factor, land([(1000, 7)])) - 0.5) < 0.01)
    #expect(abs(value(of: factor, land([(1000, 7), (-1000, 7)])) - 0.75) < 0.01)
    // The second has half the weight of the first: 1 − (1 − 0.5)(1 − 0.25).
    #expect(abs(value(of: factor, land([(1000, 8), (-1000, 4)])) - 0.625) < 0.01)
    #expect(value(of: factor, land([])) == 0)
    let straight = SuitabilityFactor.resource("spring", decay: .linear(half: Metres(1000)))
    #expect(abs(value(of: straight, land([(500, 1)])) - 0.75) < 0.01)
    #expect(value(of: straight, land([(2100, 1)])) == 0)
  }

  @Test func `people near count by number and saturate`() {
    let factor = SuitabilityFactor(
      name: "settlement",
      source: .settlement(decay: .exponential(half: Metres(1000)), saturation: 5000))
    let land = LandInput(
      grid: TownScene.grid,
      settlements: [Settlement(id: "v", position: place(1000), population: 10_000)])
    #expect(abs(value(of: factor, land) - 0.5) < 0.01)
  }

  @Test(arguments: [(500.0, 1.0), (1000, 1), (3000, 0.5), (5000, 0), (9000, 0)])
  func `access is full near, none far, and straight between`(distance: Double, expected: Double) {
    let road = TownScene.layer(
      "road", [.line([XY(place(distance).x, 2_840_000), XY(place(distance).x, 2_860_000)])])
    let land = LandInput(grid: TownScene.grid, access: [road])
    #expect(abs(value(of: .road, land) - expected) < 0.01)
  }

  @Test func `slope classes are read off the elevation surface`() {
    // A plane that rises eastwards by 0.1 m per metre at this latitude: 5.71°.
    let middle = TownScene.grid.geodetic(TownScene.middle)
    let perDegree = Ellipsoid.cgcs2000.metresPerDegree(atLatitude: middle.y).x
    let grid = ElevationGrid(
      origin: XY(middle.x - 0.2, middle.y - 0.2), step: XY(0.1, 0.1), columnCount: 5, rowCount: 5,
      elevations: (0..<25).map { Double($0 % 5) * 0.1 * perDegree * 0.1 })
    let land = LandInput(grid: TownScene.grid, elevation: grid)
    let surface = grid.surface(at: middle)
    #expect(abs(surface.gradient.x - 0.1) < 1e-9 && abs(surface.gradient.y) < 1e-9)
    #expect(abs(surface.elevation - 2 * 0.1 * perDegree * 0.1) < 1e-6)
    #expect(value(of: .relief, land) == 0.8)
  }

  @Test func `an elevation grid is found from rounded samples in any order and refused with a gap`()
  {
    let nodes = (0..<12).map { XY(112 + Double($0 % 4) / 12, 25 + Double($0 / 4) / 12) }
    let rounded = nodes.map { XY(($0.x * 1e5).rounded() / 1e5, ($0.y * 1e5).rounded() / 1e5) }
    let heights = (0..<12).map(Double.init)
    let grid = ElevationGrid(positions: rounded.reversed(), elevations: heights.reversed())
    #expect(grid?.columnCount == 4 && grid?.rowCount == 3)
    #expect(grid?.elevations == heights)
    #expect(
      ElevationGrid(positions: Array(rounded.dropLast()), elevations: Array(heights.dropLast()))
        == nil)
    #expect(ElevationGrid(positions: [], elevations: []) == nil)
    var bad = heights
    bad[3] = .nan
    #expect(ElevationGrid(positions: rounded, elevations: bad) == nil)
  }

  @Test func `the surface passes through its nodes`() {
    var generator = SeededGenerator(seed: 1)
    let heights = (0..<30).map { _ in generator.unit() * 900 }
    let grid = ElevationGrid(
      origin: XY(112, 25), step: XY(0.1, 0.1), columnCount: 6, rowCount: 5, elevations: heights)
    for node in 0..<30 {
      let position = XY(112 + 0.1 * Double(node % 6), 25 + 0.1 * Double(node / 6))
      #expect(abs(grid.surface(at: position).elevation - heights[node]) < 1e-6)
    }
  }
}
