import LandModel
import Testing
import Topology

@testable import LayoutAnalysis

/// What is written with seven decimals is valid where it is read.
struct DegreeLatticeTests {
  private let grid = TownScene.grid
  private let workspace = Workspace()

  /// As a reader of the file gets it: seven decimals of a degree.
  private func written(_ geometry: Geometry) -> Geometry {
    geometry.mapPositions {
      let degrees = grid.geodetic($0)
      return XY((degrees.x * 1e7).rounded() / 1e7, (degrees.y * 1e7).rounded() / 1e7)
    }
  }

  /// A square of 1 km with a notch from the west, and one from the north whose tip ends a hair above it.
  private func bitten(_ seed: Int) -> Geometry {
    var random = SeededGenerator(seed: UInt64(seed))
    let corner = XY(420_000 + 1000 * random.unit(), 2_850_000 + 1000 * random.unit())
    let gap = 0.003 * random.unit() + 1e-9
    let (west, fall, tip) = (
      500 + 40 * random.unit(), 60 * random.unit(), 300 + 200 * random.unit()
    )
    let ring = [
      (0.0, 0.0), (1000, 0), (1000, 1000), (560, 1000), (tip, west - fall * tip / 700 + gap),
      (200, 1000), (0, 1000), (0, west), (700, west - fall), (0, west - fall - 50), (0, 0),
    ].map { XY(corner.x + $0.0, corner.y + $0.1) }
    return .polygon(rings: [ring])
  }

  @Test func `rounding breaks some, and what is settled is valid as it is read`() throws {
    let lattice = DegreeLattice(grid: grid)
    var (broken, kept) = (0, 0)
    for seed in 1...400 {
      let geometry = bitten(seed)
      let shape = try Shape(geometry, in: workspace)
      guard try shape.isValid() else { continue }
      let settled = try lattice.settled(geometry, in: workspace)
      #expect(try Shape(written(settled), in: workspace).isValid(), "seed \(seed)")
      if try Shape(written(geometry), in: workspace).isValid() {
        kept += 1
        #expect(settled == geometry)
        continue
      }
      broken += 1
      // A cell of the lattice is 1.0 cm by 1.1 cm: nothing moves farther, and no land comes or goes beyond.
      let after = try Shape(settled, in: workspace)
      #expect(try after.difference(from: shape.buffered(by: Metres(0.012))).planarArea() == .zero)
      #expect(try shape.difference(from: after.buffered(by: Metres(0.012))).planarArea() == .zero)
    }
    #expect(broken >= 10 && kept >= 10, "\(broken) broken, \(kept) kept")
  }

  @Test func `points, lines and nothing stay as they are`() throws {
    let lattice = DegreeLattice(grid: grid)
    for geometry in [
      Geometry.null, .point(XY(420_000.123456, 2_850_000)),
      .line([XY(420_000, 2_850_000), XY(420_000.000001, 2_850_000), XY(420_000, 2_850_000)]),
    ] {
      #expect(try lattice.settled(geometry, in: workspace) == geometry)
    }
  }

  @Test func `what collapses on the lattice is gone`() throws {
    let sliver = Geometry.polygon(rings: [
      [
        XY(420_000, 2_850_000), XY(420_000.002, 2_850_000), XY(420_000.001, 2_850_000.002),
        XY(420_000, 2_850_000),
      ]
    ])
    #expect(try DegreeLattice(grid: grid).settled(sliver, in: workspace).isEmpty)
  }
}
