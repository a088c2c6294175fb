import LandModel
import Testing
import Topology

@testable import LayoutAnalysis

struct LayerOverlapsTests {
  /// A coverage of jagged cells with planted faults, and features laid over it.
  private static let geometries: [Geometry] = {
    var cells = NearCoverage(columns: 14, rows: 14, seed: 51)
    var geometries = cells.geometries(faulty: 0.3)
    // One over many clean cells, one with a hole, one of two parts, and a cell given twice.
    geometries.append(.polygon(rings: [NearCoverage.rectangle(310, 290, 520, 480)]))
    geometries.append(
      .polygon(rings: [
        NearCoverage.rectangle(820, 820, 1190, 1180), NearCoverage.rectangle(880, 900, 1110, 1100),
      ]))
    geometries.append(
      .multiPolygon([
        [NearCoverage.rectangle(30, 930, 70, 990)], [NearCoverage.rectangle(130, 1030, 170, 1090)],
      ]))
    geometries.append(geometries[40])
    return geometries
  }()

  private func overlaps(
    _ geometries: [Geometry], tolerance: Double = 0.001, workers: Int? = 1
  ) throws -> LayerOverlaps {
    let layer = ProjectedLayer.test(geometries)
    return try LayerOverlaps(
      of: CheckedLayer(layer, keepingValidRows: Array(0..<layer.count)),
      tolerance: Metres(tolerance), workers: workers)
  }

  @Test func `pairs and areas are those of GEOS on every pair`() throws {
    let geometries = Self.geometries
    let workspace = Workspace()
    var expected: [(left: Int, right: Int, area: Double)] = []
    for left in geometries.indices {
      let shape = try Shape(geometries[left], in: workspace)
      #expect(try shape.isValid())
      for right in geometries.indices.dropFirst(left + 1)
      where geometries[left].boundingBox.meets(geometries[right].boundingBox)
        && geometries[left] != geometries[right]
      {
        let common = try shape.intersection(with: Shape(geometries[right], in: workspace))
        let pieces = Pieces(of: try common.polygons(), widerThan: 0.001)
        if !pieces.isEmpty { expected.append((left, right, pieces.planarArea.value)) }
      }
    }
    let found = try overlaps(geometries)
    #expect(expected.count > 60)
    #expect(found.pairs.map { [$0.left, $0.right] } == expected.map { [$0.left, $0.right] })
    for (pair, wanted) in zip(found.pairs, expected) {
      // Pieces narrower than the tolerance are in our sum.
      #expect(abs(pair.planarArea - wanted.area) < 0.05)
    }
    let drawn = try found.pieces(of: found.pairs)
    for (piece, wanted) in zip(drawn, expected) {
      #expect(abs(PlanarMeasure.area(of: piece).value - wanted.area) < 1e-6)
    }
  }

  @Test func `pairs are the same with one, two and seven workers, and in any order of features`()
    throws
  {
    let one = try overlaps(Self.geometries).pairs
    #expect(try overlaps(Self.geometries, workers: 2).pairs == one)
    #expect(try overlaps(Self.geometries, workers: 7).pairs == one)
    let count = Self.geometries.count
    let reversed = try overlaps(Array(Self.geometries.reversed())).pairs
    let back = reversed.map { [count - 1 - $0.right, count - 1 - $0.left] }
    #expect(Set(back) == Set(one.map { [$0.left, $0.right] }))
  }

  @Test func `a clean coverage has no pair, whatever the tolerance`() throws {
    var cells = NearCoverage(columns: 9, rows: 9, seed: 52)
    let geometries = cells.geometries(faulty: 0)
    #expect(try overlaps(geometries, tolerance: 0).pairs.isEmpty)
    #expect(try overlaps(geometries).pairs.isEmpty)
  }

  @Test func `polygons too large for the edge by edge sum are measured all the same`() throws {
    let circle = UnitCircle.vertices(1500)
    func ring(_ x: Double, _ start: Int) -> Geometry {
      .polygon(rings: [
        (0...1500).map {
          let vertex = circle[($0 + start) % 1500]
          return XY(x + 100 * vertex.x, 100 * vertex.y)
        }
      ])
    }
    let found = try overlaps([ring(0, 0), ring(100, 7)])
    // Two circles of radius r at distance r share r² (2π/3 − √3/2).
    let area = 10_000 * (2 * Double.pi / 3 - 3.0.squareRoot() / 2)
    #expect(found.pairs.count == 1)
    #expect(abs(found.pairs[0].planarArea - area) < 1)
  }

  @Test func `a large polygon is compared with small ones by its grid, touches told apart`() throws
  {
    let circle = UnitCircle.vertices(4000)
    let large = Geometry.polygon(rings: [
      (0...4000).map { XY(1000 * circle[$0 % 4000].x, 1000 * circle[$0 % 4000].y) }
    ])
    // Inside, across the rim, outside but in the box, and touching the rim at one of its vertices.
    let small = [
      NearCoverage.rectangle(-50, -50, 50, 50), NearCoverage.rectangle(990, -10, 1010, 10),
      NearCoverage.rectangle(900, 900, 950, 950), NearCoverage.rectangle(0, 1000, 20, 1020),
    ].map { Geometry.polygon(rings: [$0]) }
    let found = try overlaps([large] + small).pairs
    let workspace = Workspace()
    let shape = try Shape(large, in: workspace)
    #expect(found.map(\.right) == [1, 2])
    for pair in found {
      let common = try shape.intersection(with: Shape(small[pair.right - 1], in: workspace))
      #expect(abs(try common.planarArea().value - pair.planarArea) < 1e-5)
    }
  }
}
