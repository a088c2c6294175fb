import Foundation
import LandModel
import Testing

@testable import SpatialIndex

struct InscribedCircleTests {
  private func rectangle(_ width: Double, _ height: Double, turned: Double = 0) -> Geometry {
    let corners = [
      XY(0, 0), XY(width, 0), XY(width, height), XY(0, height), XY(0, 0),
    ]
    return .polygon(rings: [
      corners.map {
        XY(
          500_000 + $0.x * cos(turned) - $0.y * sin(turned),
          2_800_000 + $0.x * sin(turned) + $0.y * cos(turned))
      }
    ])
  }

  @Test(arguments: [(10.0, 10.0), (100, 3), (5000, 2), (800, 0.01)])
  func `the circle of a rectangle is as wide as its short side`(
    width: Double, height: Double
  ) throws {
    for turn in [0, 0.3, 1.2] {
      let circle = try #require(
        InscribedCircle(
          in: rectangle(width, height, turned: turn), tolerance: Metres(height / 50)))
      #expect(abs(circle.radius.value - height / 2) <= height / 50 + 1e-6)
    }
  }

  @Test func `a triangle has its known circle and a hole is kept out of`() throws {
    // Sides 3, 4, 5: radius 1, centre (1, 1).
    let triangle = Geometry.polygon(rings: [[XY(0, 0), XY(4, 0), XY(0, 3), XY(0, 0)]])
    let circle = try #require(InscribedCircle(in: triangle, tolerance: Metres(1e-6)))
    #expect(abs(circle.radius.value - 1) < 1e-5 && circle.centre.distance(to: XY(1, 1)) < 0.01)
    let square = { (x: Double, side: Double) in
      [XY(x, x), XY(x + side, x), XY(x + side, x + side), XY(x, x + side), XY(x, x)]
    }
    let frame = Geometry.polygon(rings: [square(0, 10), square(2, 6)])
    let inFrame = try #require(InscribedCircle(in: frame, tolerance: Metres(1e-4)))
    // In a corner of the frame: r such that (r, r) is r from the hole's corner (2, 2).
    #expect(abs(inFrame.radius.value - 2 * 2.0.squareRoot() / (1 + 2.0.squareRoot())) < 1e-3)
  }

  @Test func `the distance in vectors is that of the plain loop, and positive inside only`() {
    var random = SeededGenerator(seed: 31)
    let corners = (0..<37).map { corner in
      let (angle, radius) = (Double(corner) * 2 * .pi / 37, 40 + 60 * random.unit())
      return XY(radius * cos(angle), radius * sin(angle))
    }
    let ring = corners + [corners[0]]
    let star = Geometry.polygon(rings: [ring])
    let (boundary, column) = (BoundaryDistance(star), GeometryColumn([star]))
    var (inside, outside) = (0, 0)
    for _ in 0..<500 {
      let place = XY(random.unit() * 240 - 120, random.unit() * 240 - 120)
      let plain = zip(ring, ring.dropFirst()).map {
        SegmentDistance.squared(place, from: $0, to: $1).squareRoot()
      }.min()
      let isInside = column.contains(place, inRow: 0)
      let found = boundary.signed(from: place)
      #expect(isInside == (found > 0))
      #expect(abs(abs(found) - (plain ?? .nan)) < 1e-9)
      if isInside { inside += 1 } else { outside += 1 }
    }
    #expect(inside > 50 && outside > 50)
  }

  @Test func `no area has no circle`() {
    #expect(InscribedCircle(in: .null, tolerance: Metres(1)) == nil)
    #expect(InscribedCircle(in: .line([XY(0, 0), XY(1, 1)]), tolerance: Metres(1)) == nil)
    let flat = Geometry.polygon(rings: [[XY(0, 0), XY(1, 0), XY(0, 0)]])
    #expect(InscribedCircle(in: flat, tolerance: Metres(1)) == nil)
  }
}
