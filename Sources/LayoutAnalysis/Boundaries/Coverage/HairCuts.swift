import LandModel
import SpatialIndex

/// Short lines across the places where borders all but touch.
///
/// A vertex on a neighbour's edge is off it by rounding, so that a hair of open land may join two openings
/// there, or part them: the cuts end each opening where it gets narrower than the tolerance, whichever way
/// rounding went.
struct HairCuts {
  /// The cuts, each across a vertex or from one vertex to another.
  let lines: [[XY]]

  /// Metres by which a cut goes beyond the edge that it crosses: more than rounding, and less than any
  /// width that is looked for.
  private static let beyond = 1e-6

  /// - Parameters:
  ///   - borders: lines with at least two positions each.
  ///   - tolerance: the distance up to which a vertex lies on an edge.
  /// - Complexity: O(v log v).
  init(_ borders: [[XY]], tolerance: Double) {
    var edges: [(start: XY, end: XY)] = []
    for border in borders { edges += zip(border, border.dropFirst()).map { ($0, $1) } }
    let tree = BoxTree(
      edges.map { edge in
        var box = BoundingBox(at: edge.start)
        box.extend(to: edge.end)
        return box
      })
    var lines: [[XY]] = []
    for vertex in borders.joined() {
      tree.forEachRow(meeting: BoundingBox(at: vertex).expanded(by: tolerance)) { number in
        let (start, end) = edges[number]
        guard vertex != start, vertex != end, start != end else { return }
        let edge = Segment(start: start, end: end)
        let share = edge.share(nearest: vertex)
        let distance = vertex.distance(to: edge.position(at: share))
        guard distance <= tolerance else { return }
        guard share > 0, share < 1 else {
          lines.append([vertex, share > 0 ? end : start])
          return
        }
        // Across the edge on both sides of the vertex: which side it lies on is rounding.
        let reach = (distance + Self.beyond) / edge.length
        let (dx, dy) = (-reach * edge.dy, reach * edge.dx)
        lines.append([
          XY(vertex.x - dx, vertex.y - dy), vertex, XY(vertex.x + dx, vertex.y + dy),
        ])
      }
    }
    self.lines = lines.sorted { left, right in
      left.lexicographicallyPrecedes(right) { ($0.x, $0.y) < ($1.x, $1.y) }
    }
  }
}
