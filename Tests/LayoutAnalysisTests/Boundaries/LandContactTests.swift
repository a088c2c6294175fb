import LandModel
import Testing
import Topology

@testable import LayoutAnalysis

struct LandContactTests {
  @Test func `valid polygons that GEOS finds to share land are never told apart`() throws {
    let workspace = Workspace()
    var polygons = RandomPolygons(seed: 21)
    var valid: [Geometry] = []
    while valid.count < 400 {
      let geometry = polygons.onLattice()
      if try Shape(geometry, in: workspace).isValid() { valid.append(geometry) }
    }
    let column = GeometryColumn(valid)
    let outlines = valid.indices.map { PolygonOutline(column, row: $0) }
    var (sharing, doubted) = (0, 0)
    for left in valid.indices {
      let shape = try Shape(valid[left], in: workspace)
      for right in valid.indices where right > left {
        let shares = try shape.overlapsInterior(Shape(valid[right], in: workspace))
        let may = LandContact.mayShareLand(outlines[left], outlines[right])
        if shares {
          sharing += 1
          #expect(may, "\(valid[left]) \(valid[right])")
        } else if may {
          doubted += 1
        }
      }
    }
    // Doubt costs an overlay and no more; it stays rare even where rings touch everywhere.
    let apart = 400 * 399 / 2 - sharing
    #expect(sharing > 5000 && apart > 5000)
    #expect(doubted * 50 < apart)
  }
}
