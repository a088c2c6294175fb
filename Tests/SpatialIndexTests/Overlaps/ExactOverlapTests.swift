import LandModel
import TestSupport
import Testing

/// The oracle itself, on cases worked by hand.
struct ExactOverlapTests {
  private func triangle(_ a: (Int, Int), _ b: (Int, Int), _ c: (Int, Int)) -> LatticePolygon {
    LatticePolygon([a, b, c].map { LatticePoint($0.0, $0.1) })
  }

  @Test func `rectangles share the product of what their sides share`() {
    let base = LatticePolygon.rectangle(0, 0, 10, 8)
    #expect(ExactOverlap.area(of: base, with: .rectangle(6, 5, 10, 10)) == 12)
    #expect(ExactOverlap.area(of: base, with: .rectangle(2, 3, 4, 1)) == 4)
    #expect(ExactOverlap.area(of: base, with: base) == 80)
    #expect(ExactOverlap.area(of: base, with: .rectangle(10, 0, 5, 8)) == 0)
    #expect(ExactOverlap.area(of: base, with: .rectangle(10, 8, 5, 8)) == 0)
    #expect(ExactOverlap.area(of: base, with: .rectangle(20, 0, 5, 8)) == 0)
  }

  @Test func `slanting edges cross at fractions`() {
    // Right triangles of legs 4 and 4, mirrored: they share the triangle (0,0) (4,0) (2,2).
    #expect(
      ExactOverlap.area(
        of: triangle((0, 0), (4, 0), (0, 4)), with: triangle((0, 0), (4, 0), (4, 4)))
        == 4)
    // The triangle (0,0) (3,0) (0,1) below the line from (0,0) to (3,3): they meet at x = 3/4, so that
    // three quarters high the common triangle has area 3 × 3/4 / 2 = 9/8.
    #expect(
      ExactOverlap.area(
        of: triangle((0, 0), (3, 0), (0, 1)), with: triangle((0, 0), (3, 0), (3, 3)))
        == 1.125)
    // Two bars across each other, by thirds: (0,0)–(3,1)–(3,2)–(0,1) and its mirror image about the
    // middle share the kite with diagonals 3 (from x = 0 to 3) and 1 at x = 3/2: a parallelogram's half.
    let rising = LatticePolygon([(0, 0), (3, 1), (3, 2), (0, 1)].map { LatticePoint($0.0, $0.1) })
    let falling = LatticePolygon([(0, 1), (3, 0), (3, 1), (0, 2)].map { LatticePoint($0.0, $0.1) })
    // At x the bars are [x/3, x/3 + 1] and [1 − x/3, 2 − x/3]; they share 1 − |2x/3 − 1|: mean 1/2.
    #expect(abs(ExactOverlap.area(of: rising, with: falling) - 1.5) < 1e-15)
  }

  @Test func `holes and parts are told by parity, whatever their winding`() {
    let frame = LatticePolygon(parts: [
      [LatticePolygon.rectangleRing(0, 0, 10, 10), LatticePolygon.rectangleRing(2, 2, 6, 6)],
      [LatticePolygon.rectangleRing(4, 4, 2, 2).reversed()],
    ])
    #expect(ExactOverlap.area(of: frame, with: frame) == 68)
    #expect(ExactOverlap.area(of: frame, with: .rectangle(2, 2, 6, 6)) == 4)
    #expect(ExactOverlap.area(of: frame, with: .rectangle(1, 5, 20, 1)) == 5)
  }

  @Test func `land of several polygons counts once`() {
    let towns = [LatticePolygon.rectangle(0, 0, 10, 10)]
    let lines = [
      LatticePolygon.rectangle(-5, 2, 10, 3), .rectangle(3, 2, 4, 3), .rectangle(3, 2, 4, 3),
      .rectangle(20, 20, 1, 1),
    ]
    #expect(ExactOverlap.area(of: towns, with: lines) == 21)
    #expect(ExactOverlap.area(of: lines, with: towns) == 21)
    #expect(ExactOverlap.area(of: towns, with: []) == 0)
  }

  @Test func `the largest lattice leaves room for every product`() {
    let side = ExactOverlap.greatestExtent - 1
    // Two triangles over the whole square whose edges all cross at large fractions.
    let left = triangle((0, 0), (side, 1), (side - 1, side))
    let right = triangle((side, side), (0, side - 1), (1, 0))
    let area = ExactOverlap.area(of: left, with: right)
    #expect(area == ExactOverlap.area(of: right, with: left))
    // Both are halves of the square, nearly along one diagonal and on opposite sides of it.
    #expect(area > 0 && area < 4 * Double(side))
  }

  @Test func `generated polygons have the land that their rings bound`() {
    var random = SeededGenerator(seed: 20)
    for kind in OverlapPairKind.allCases {
      for _ in 0..<40 {
        let pair = OverlapPair(kind, &random)
        for polygon in [pair.left, pair.right] {
          let area = PlanarMeasure.area(of: polygon.geometry()).value
          #expect(area > 0, "\(kind): \(polygon)")
          // By parity a ring that crosses another or itself would have other land than by winding.
          #expect(ExactOverlap.area(of: polygon, with: polygon) == area, "\(kind): \(polygon)")
        }
      }
    }
  }
}
