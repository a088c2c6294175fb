import Foundation
import LandModel
import SpatialIndex
import Testing

struct EdgeTreeTests {
  /// A seeded walk of short edges, closed where asked.
  private func walk(_ random: inout SeededGenerator, steps: Int) -> [XY] {
    var place = XY(random.unit() * 1000, random.unit() * 1000)
    return (0..<steps).map { _ in
      place = XY(place.x + random.unit() * 20 - 10, place.y + random.unit() * 20 - 10)
      return place
    }
  }

  @Test func `the nearest row is that of the loop over all pairs of edges`() {
    var random = SeededGenerator(seed: 5)
    let lines = GeometryColumn((0..<60).map { _ in .line(walk(&random, steps: 23)) })
    let tree = EdgeTree(lines)
    let probes = GeometryColumn((0..<40).map { _ in .line(walk(&random, steps: 17)) })
    for row in 0..<probes.count {
      var best = RowDistance(row: -1, distance: .infinity)
      for other in 0..<lines.count {
        var least = Double.infinity
        for a in probes.range(ofRow: row).dropLast() {
          for b in lines.range(ofRow: other).dropLast() {
            least = min(
              least,
              SegmentDistance.squared(
                probes.positions[a], probes.positions[a + 1], lines.positions[b],
                lines.positions[b + 1]))
          }
        }
        if least.squareRoot() < best.distance {
          best = RowDistance(row: other, distance: least.squareRoot())
        }
      }
      #expect(tree.nearestRow(to: ProbeEdges(row: row, of: probes), of: probes) == best)
    }
  }

  @Test func `segments that cross, touch and pass have the drawn distance`() {
    let (a, b) = (XY(0, 0), XY(10, 0))
    #expect(SegmentDistance.squared(a, b, XY(5, -1), XY(5, 1)) == 0)
    #expect(SegmentDistance.squared(a, b, XY(10, 0), XY(20, 5)) == 0)
    #expect(SegmentDistance.squared(a, b, XY(5, 3), XY(9, 4)) == 9)
    #expect(SegmentDistance.squared(a, b, XY(13, 4), XY(20, 4)) == 25)
    #expect(SegmentDistance.squared(a, a, XY(3, 4), XY(3, 4)) == 25)
  }

  @Test func `points and limits are kept and the first of equals is named`() {
    let points = GeometryColumn([.point(XY(5, 0)), .null, .point(XY(-5, 0)), .point(XY(5, 0))])
    let tree = EdgeTree(points)
    let probe = GeometryColumn([.point(XY(0, 0)), .line([XY(-5, 3), XY(-5, 9)]), .null])
    func nearest(to row: Int, within limit: Double = .infinity) -> RowDistance? {
      tree.nearestRow(to: ProbeEdges(row: row, of: probe), of: probe, within: limit)
    }
    #expect(nearest(to: 0) == RowDistance(row: 0, distance: 5))
    #expect(nearest(to: 1) == RowDistance(row: 2, distance: 3))
    #expect(nearest(to: 2) == nil)
    #expect(nearest(to: 0, within: 5) == RowDistance(row: 0, distance: 5))
    #expect(nearest(to: 0, within: 4.9) == nil)
  }

  @Test func `a position in a hole is outside`() {
    let ring = { (x: Double, side: Double) in
      [XY(x, x), XY(x + side, x), XY(x + side, x + side), XY(x, x + side), XY(x, x)]
    }
    let column = GeometryColumn([Geometry.polygon(rings: [ring(0, 10), ring(3, 4)]), .null])
    #expect(column.contains(XY(1, 1), inRow: 0))
    #expect(!column.contains(XY(5, 5), inRow: 0))
    #expect(!column.contains(XY(11, 5), inRow: 0))
    #expect(!column.contains(XY(1, 1), inRow: 1))
  }
}
