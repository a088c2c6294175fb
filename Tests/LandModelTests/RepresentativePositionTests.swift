import LandModel
import Testing

struct RepresentativePositionTests {
  private static func ring(_ corners: [(Double, Double)]) -> [XY] {
    (corners + corners.prefix(1)).map { XY($0.0, $0.1) }
  }

  @Test func `the position of a horseshoe lies in it, where its centroid does not`() throws {
    let horseshoe = Geometry.polygon(rings: [
      Self.ring([(0, 0), (10, 0), (10, 10), (8, 10), (8, 2), (2, 2), (2, 10), (0, 10)])
    ])
    let position = try #require(horseshoe.representativePosition)
    #expect(GeometryColumn([horseshoe]).contains(position, inRow: 0))
    let centroid = try #require(PlanarMeasure.centroid(of: horseshoe))
    #expect(!GeometryColumn([horseshoe]).contains(centroid, inRow: 0))
  }

  @Test func `it keeps out of a hole`() throws {
    let ringed = Geometry.polygon(rings: [
      Self.ring([(0, 0), (10, 0), (10, 10), (0, 10)]), Self.ring([(1, 1), (1, 9), (8, 9), (8, 1)]),
    ])
    let position = try #require(ringed.representativePosition)
    #expect(GeometryColumn([ringed]).contains(position, inRow: 0))
  }

  @Test func `a line gives a vertex of its longest part, points the first`() {
    let lines = Geometry.multiLine([
      [XY(0, 0), XY(1, 0)], [XY(5, 5), XY(9, 5), XY(20, 5)],
    ])
    #expect(lines.representativePosition == XY(9, 5))
    #expect(Geometry.point(XY(3, 4)).representativePosition == XY(3, 4))
  }

  @Test func `nothing, and what is not finite, has none`() {
    #expect(Geometry.null.representativePosition == nil)
    #expect(Geometry.point(XY(.nan, 0)).representativePosition == nil)
    #expect(Geometry.polygon(rings: [[]]).representativePosition == nil)
  }

  @Test func `a flat polygon gives a vertex`() {
    let flat = Geometry.polygon(rings: [Self.ring([(0, 1), (5, 1), (9, 1)])])
    #expect(flat.representativePosition == XY(0, 1))
  }
}
