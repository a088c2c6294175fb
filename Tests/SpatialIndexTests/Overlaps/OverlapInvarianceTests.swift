import Foundation
import LandModel
import TestSupport
import Testing

/// What must not change the area in common, on pairs of every kind.
struct OverlapInvarianceTests {
  private static let pairs =
    ProcessInfo.processInfo.environment["TOWNLAYOUT_HEAVY_TESTS"] == nil ? 40 : 150

  /// Calls the body with seeded pairs of every kind and their exact area in lattice units.
  private func forEachPair(
    seed: UInt64, _ body: (OverlapPair, Double, inout SeededGenerator) -> Void
  ) {
    var random = SeededGenerator(seed: seed)
    for kind in OverlapPairKind.allCases {
      for _ in 0..<Self.pairs {
        let pair = OverlapPair(kind, &random)
        body(pair, ExactOverlap.area(of: pair.left, with: pair.right), &random)
      }
    }
  }

  private func expect(
    _ left: Geometry, _ right: Geometry, _ expected: Double, within tolerance: Double,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let area = OverlapAdapter.overlapArea(of: left, with: right)
    #expect(
      abs(area - expected) <= tolerance, "\(area), not \(expected)", sourceLocation: sourceLocation)
  }

  @Test func `forty million metres of easting change it by the rounding of coordinates alone`() {
    forEachPair(seed: 31) { pair, exact, _ in
      // Thirds of a metre: near 4·10⁷ m doubles lie 7.5e-9 m apart, so each ordinate moves by half of it
      // and the area by no more than both boundaries times that distance.
      let near = OverlapPlacement(scale: 1.0 / 3, origin: XY(0, 0))
      let (left, right) = (near.geometry(pair.left), near.geometry(pair.right))
      let far = { (p: XY) in XY(p.x + 40_000_000, p.y) }
      let length = PlanarMeasure.length(of: left).value + PlanarMeasure.length(of: right).value
      expect(
        left.mapPositions(far), right.mapPositions(far),
        OverlapAdapter.overlapArea(of: left, with: right), within: 7.5e-9 * length)
      // Whole metres stay whole: nothing is rounded but the sums.
      let whole = OverlapPlacement(scale: 1, origin: XY(40_000_000, 2_800_000))
      let (a, b) = (whole.geometry(pair.left), whole.geometry(pair.right))
      expect(a, b, exact, within: whole.tolerance(a, b))
    }
  }

  @Test func `an exact turn by the angle of 3, 4 and 5 makes it twenty-five times as large`() {
    forEachPair(seed: 32) { pair, exact, _ in
      let (left, right) = (pair.left.turned.geometry(), pair.right.turned.geometry())
      expect(left, right, 25 * exact, within: OverlapPlacement.plain.tolerance(left, right))
    }
  }

  @Test func `any turn changes it by the rounding of coordinates alone`() {
    forEachPair(seed: 33) { pair, exact, random in
      let angle = 2 * .pi * random.unit()
      let (c, s) = (cos(angle), sin(angle))
      let turn = { (p: XY) in XY(c * p.x - s * p.y, s * p.x + c * p.y) }
      let (left, right) = (
        pair.left.geometry().mapPositions(turn), pair.right.geometry().mapPositions(turn)
      )
      // Two products and their sum round by no more than one distance of doubles together.
      expect(left, right, exact, within: 2 * OverlapPlacement.turned.tolerance(left, right))
    }
  }

  @Test func `winding, first positions and the order of holes and parts do not matter`() {
    forEachPair(seed: 34) { pair, exact, random in
      let turned = [pair.left, pair.right].map { polygon in
        let rings = polygon.mapRings { ring in
          let start = random.whole(0...(ring.count - 1))
          let moved = Array(ring[start...] + ring[..<start])
          return random.unit() < 0.5 ? moved.reversed() : moved
        }
        return LatticePolygon(
          parts: rings.parts.reversed().map { [$0[0]] + $0.dropFirst().reversed() })
      }
      let (left, right) = (turned[0].geometry(), turned[1].geometry())
      expect(left, right, exact, within: OverlapPlacement.plain.tolerance(left, right))
    }
  }

  @Test func `positions on straight edges do not matter`() {
    forEachPair(seed: 35) { pair, exact, random in
      let count = random.whole(2...9)
      let left = pair.left.scaled(by: count).subdivided(by: count).geometry()
      let right = pair.right.scaled(by: count).geometry()
      expect(
        left, right, exact * Double(count * count),
        within: OverlapPlacement.plain.tolerance(left, right))
    }
  }

  @Test func `mirrored and transposed pairs share as much`() {
    forEachPair(seed: 36) { pair, exact, _ in
      for map in [
        { (p: LatticePoint) in LatticePoint(-p.x, p.y) },
        { (p: LatticePoint) in LatticePoint(p.y, p.x) },
        { (p: LatticePoint) in LatticePoint(p.x, -p.y) },
      ] {
        let (left, right) = (pair.left.map(map).geometry(), pair.right.map(map).geometry())
        expect(left, right, exact, within: OverlapPlacement.plain.tolerance(left, right))
      }
    }
  }
}
