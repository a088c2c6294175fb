import Foundation
import LandModel
import Testing
import Topology

@testable import LayoutAnalysis

struct MinimumRectangleTests {
  @Test func `a strip is as long as it is wherever it points`() {
    for degrees in stride(from: 0.0, to: 180, by: 7) {
      let (c, s) = (cos(degrees * .pi / 180), sin(degrees * .pi / 180))
      let strip = [XY(0, 0), XY(100, 0), XY(60, 0.4), XY(100, 1), XY(0, 1), XY(0, 0)].map {
        XY(450_000 + c * $0.x - s * $0.y, 2_850_000 + s * $0.x + c * $0.y)
      }
      let box = MinimumRectangle(of: strip)
      #expect(abs(box.length - 100) < 1e-6 && abs(box.width - 1) < 1e-6, "\(degrees)°")
    }
  }

  @Test func `positions on a line, at one place or none have no width`() {
    #expect(MinimumRectangle(of: [XY(0, 0), XY(3, 4), XY(1.5, 2)]).length == 5)
    #expect(MinimumRectangle(of: [XY(0, 0), XY(3, 4)]).elongation == .infinity)
    #expect(MinimumRectangle(of: [XY(1, 1), XY(1, 1)]).length == 0)
    #expect(MinimumRectangle(of: []).width == 0)
  }

  /// A rectangle along every edge of GEOS's hull, the smallest taken.
  @Test func `calipers find the smallest of the rectangles along all edges of the hull`() throws {
    var ragged = RaggedPolygons(seed: 3)
    let workspace = Workspace()
    for _ in 0..<200 {
      let polygon = ragged.next()
      let hull = try Shape(polygon, in: workspace).convexHull().polygons().positions
      var least = Double.infinity
      for (a, b) in zip(hull, hull.dropFirst()) {
        let angle = atan2(b.y - a.y, b.x - a.x)
        let along = hull.map { $0.x * cos(angle) + $0.y * sin(angle) }
        let across = hull.map { $0.y * cos(angle) - $0.x * sin(angle) }
        let reach = (along.max() ?? 0) - (along.min() ?? 0)
        least = min(least, reach * ((across.max() ?? 0) - (across.min() ?? 0)))
      }
      let box = MinimumRectangle(of: polygon.positions)
      #expect(abs(box.length * box.width - least) < 1e-6 * least)
    }
  }
}
