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

  /// A square of 1 km, drawn with corners every 50 m as towns are, with a slit of a few millimetres from the north.
  private func slit(_ seed: Int) -> Geometry {
    var random = SeededGenerator(seed: UInt64(seed))
    let corner = XY(420_000 + 1000 * random.unit(), 2_850_000 + 1000 * random.unit())
    let mouth = 410 + 80 * random.unit()
    let bends = (0...6).map { (mouth + 40 * random.unit() - 20, 1000 - 50 * Double($0)) }
    let width = 0.001 + 0.006 * random.unit()
    let sides = (0..<20).map { 50 * Double($0) }
    var ring = sides.map { ($0, 0.0) } + sides.map { (1000, $0) }
    ring += sides.reversed().filter { $0 >= 500 }.map { ($0 + 25, 1000.0) }
    ring += bends.map { ($0.0 + width, $0.1) } + bends.reversed().map { ($0.0, $0.1) }
    ring += sides.reversed().filter { $0 < 350 }.map { ($0 + 25, 1000.0) }
    ring += sides.reversed().map { (0, $0 + 50) } + [(0, 0)]
    return .polygon(rings: [ring.map { XY(corner.x + $0.0, corner.y + $0.1) }])
  }

  @Test func `a town drawn anew is one part without a hole, and holds the land it was drawn with`()
    throws
  {
    let lattice = DegreeLattice(grid: grid)
    var (redrawn, otherCorners, pierced) = (0, 0, 0)
    for seed in 1...200 {
      let town = slit(seed)
      try #require(try Shape(town, in: workspace).isValid(), "seed \(seed)")
      let settled = try lattice.settledTown(town, in: workspace)
      guard settled != town else { continue }
      redrawn += 1
      pierced += try lattice.settled(town, in: workspace).ringEnds.count > 1 ? 1 : 0
      let published = written(settled).mapPositions(grid.projected)
      #expect(settled.partCount == 1 && settled.ringEnds.count == 1, "seed \(seed)")
      #expect(try Shape(published, in: workspace).isValid(), "seed \(seed)")
      otherCorners += published.positions.count == town.positions.count ? 0 : 1
      func stated(_ published: Geometry) -> StatedTown {
        StatedTown(
          id: "T", county: "C", industry: "farm", publishedBoundary: published, boundary: town,
          construction: town, ellipsoidalArea: .zero, constructionArea: .zero, score: 0,
          factors: [])
      }
      #expect(try stated(published).isPublishedAsDrawn(), "seed \(seed)")
      for shift in [0.05, -0.05] {
        let moved = published.mapPositions { XY($0.x + shift, $0.y) }
        #expect(try !stated(moved).isPublishedAsDrawn(), "seed \(seed)")
      }
      #expect(try !stated(.null).isPublishedAsDrawn())
    }
    #expect(
      redrawn >= 10 && otherCorners >= 10 && pierced >= 10,
      "\(redrawn) redrawn, \(otherCorners) with other corners, \(pierced) pierced")
  }

  @Test func `an inlet whose mouth rounding closes stays open land, a part cut off is left out`()
    throws
  {
    let lattice = DegreeLattice(grid: grid)
    var (inlets, cut) = (0, 0)
    for seed in 1...400 {
      let town = bitten(seed)
      guard try Shape(town, in: workspace).isValid() else { continue }
      let settled = try lattice.settledTown(town, in: workspace)
      guard settled != town else { continue }
      let whole = try lattice.settled(town, in: workspace)
      #expect(settled.partCount == 1, "seed \(seed)")
      cut += whole.partCount > 1 ? 1 : 0
      inlets += settled.ringEnds.count > 1 ? 1 : 0
      let area = PlanarMeasure.area(of: settled)
      #expect(
        whole.polygonParts.allSatisfy { PlanarMeasure.area(of: $0) <= area + SquareMetres(1) })
      // Open land stays open, but for what rounding moves.
      let land = try Shape(town, in: workspace).buffered(by: Metres(0.013))
      #expect(
        try Shape(settled, in: workspace).difference(from: land).planarArea() == .zero,
        "seed \(seed)")
    }
    #expect(cut + inlets >= 10, "\(cut) cut, \(inlets) inlets")
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
