import Foundation
import LandModel
import Testing
import Topology

@testable import LayoutAnalysis

struct SoundnessProofTests {
  private func holds(_ geometry: Geometry) -> Bool {
    var proof = SoundnessProof(greatestOrdinate: .greatestFiniteMagnitude)
    return proof.proven(GeometryColumn([geometry]), rows: 0..<1) == [true]
  }

  private func holds(_ text: String) throws -> Bool {
    holds(try #require(WKT.geometry(text)))
  }

  @Test(arguments: [
    "POLYGON((0 0,4 0,4 4,0 4,0 0))", "POLYGON((0 0,4 0,0 4,0 0))",
    "POLYGON((0 0,2 0,4 0,4 4,4 4,0 4,0 0,0 0))",
    "POLYGON((0 0,9 0,9 9,0 9,0 0),(1 1,2 1,2 2,1 1),(3 3,4 3,4 4,3 3))",
    "MULTIPOLYGON(((0 0,1 0,1 1,0 0)),((5 5,6 5,6 6,5 5)))",
    "MULTIPOLYGON(((0 0,4 0,0 4,0 0)),((4 1,4 4,1 4,4 1)))",
  ])
  func `plain polygons are proven`(text: String) throws { #expect(try holds(text)) }

  @Test(arguments: [
    "POLYGON((0 0,2 2,2 0,0 2,0 0))", "POLYGON((0 0,4 0,4 4,0 4))", "POLYGON((0 0,1 0,0 0))",
    "POLYGON((0 0,4 0,6 0,4 0,4 4,0 4,0 0))", "POLYGON((0 0,4 0,4 4,2 0,0 4,0 0))",
    "POLYGON((0 0,9 0,9 9,0 9,0 0),(20 1,21 1,21 2,20 1))",
    "POLYGON((0 0,9 0,9 9,0 9,0 0),(1 1,8 1,4 8,1 1),(4 2,5 2,4 3,4 2))",
    "POLYGON((0 0,9 0,9 9,0 9,0 0),(4 2,5 2,4 3,4 2),(1 1,8 1,4 8,1 1))",
    "MULTIPOLYGON(((0 0,9 0,9 9,0 9,0 0)),((1 1,2 1,2 2,1 1)))",
    "MULTIPOLYGON(((1 1,2 1,2 2,1 1)),((0 0,9 0,9 9,0 9,0 0)))", "POLYGON EMPTY", "POINT(1 1)",
    "LINESTRING(0 0,1 1,1 0,0 0)",
  ])
  func `what is invalid or no polygon is not proven`(text: String) throws {
    #expect(try !holds(text))
  }

  @Test func `a single position is sound only where points are asked for`() throws {
    var proof = SoundnessProof(greatestOrdinate: 1e9)
    let points: [Geometry] = [
      .point(XY(1, 2)), .point(XY(.nan, 2)), .point(XY(1e12, 2)),
      Geometry(kind: .point, positions: [], ringEnds: [], partEnds: []), .null,
    ]
    let column = GeometryColumn(points)
    #expect(
      proof.proven(column, rows: 0..<5, takesPoints: true) == [true, false, false, false, false])
    #expect(proof.proven(column, rows: 0..<5).allSatisfy { !$0 })
  }

  @Test func `many edges and many rings are proven block by block`() throws {
    let circle = { (radius: Double, count: Int, x: Double, y: Double) in
      let ring = UnitCircle.vertices(count).map { XY(x + radius * $0.x, y + radius * $0.y) }
      return ring + [ring[0]]
    }
    let shell = circle(1000, 5000, 0, 0)
    let holes = (0..<400).map {
      circle(10, 30, Double($0 % 20) * 50 - 500, Double($0 / 20) * 50 - 500)
    }
    #expect(holds(.polygon(rings: [shell] + holes)))
    #expect(!holds(.polygon(rings: [shell] + holes + [circle(3, 70, 0, 0)])))
    #expect(!holds(.polygon(rings: [shell] + holes + [circle(26, 70, 25, 25)])))
  }

  /// What the proof says is never more than GEOS says, and it is silent about few plain polygons.
  @Test func `nothing invalid is ever proven`() throws {
    let isHeavy = ProcessInfo.processInfo.environment["TOWNLAYOUT_HEAVY_TESTS"] != nil
    var polygons = RandomPolygons(seed: 21)
    let workspace = Workspace()
    var proven = 0
    for _ in 0..<(isHeavy ? 100_000 : 4000) {
      let geometry = polygons.next()
      guard holds(geometry) else { continue }
      proven += 1
      #expect(try Shape(geometry, in: workspace).validityFault() == nil, "\(geometry)")
    }
    #expect(proven > 400)
  }
}
