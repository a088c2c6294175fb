import Foundation
import LandModel
import Projections
import Testing

/// The statutory area against the shoelace formula in PROJ's cylindrical equal-area projection.
struct EllipsoidalAreaTests {
  /// A ring round a centre on the grid, radius about 977 m (3 km²), each vertex drawn by the seed.
  private func jaggedRing(centre: XY, vertices: Int, seed: UInt64) -> [XY] {
    var generator = SeededGenerator(seed: seed)
    var ring = (0..<vertices).map { index in
      let angle = 2 * Double.pi * Double(index) / Double(vertices)
      let radius = 977 * Double.random(in: 0.6...1.4, using: &generator)
      return XY(centre.x + radius * cos(angle), centre.y + radius * sin(angle))
    }
    ring.append(ring[0])
    return ring
  }

  /// Planar shoelace about the first vertex, so that nothing large cancels.
  private func shoelace(_ ring: [XY]) -> Double {
    var total = 0.0
    for index in 1..<ring.count {
      let (a, b, o) = (ring[index - 1], ring[index], ring[0])
      total += (a.x - o.x) * (b.y - o.y) - (b.x - o.x) * (a.y - o.y)
    }
    return abs(total) / 2
  }

  @Test(arguments: [(4, 1), (17, 2), (60, 3), (200, 4), (400, 5)] as [(Int, UInt64)])
  func `it equals the cylindrical equal-area shoelace`(vertices: Int, seed: UInt64) throws {
    let grid = try #require(GaussKrugerGrid(epsg: 4547))
    let equalArea = CRSIdentifier("+proj=cea +ellps=GRS80")
    for centre in [XY(330_000, 2_760_000), XY(400_000, 2_850_000), XY(520_000, 2_965_000)] {
      let ring = jaggedRing(centre: centre, vertices: vertices, seed: seed)
      let area = EllipsoidalArea(grid: grid).area(of: .polygon(rings: [ring]))
      var positions = ring
      #expect(try Projector(from: grid.crs, to: equalArea).transform(&positions) == 0)
      #expect(abs(area.value - shoelace(positions)) < 1e-4)
    }
  }
}
