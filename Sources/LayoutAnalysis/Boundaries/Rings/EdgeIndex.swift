import LandModel
import SpatialIndex

/// Which edges of a ring set have boxes that meet.
///
/// A few edges are compared one with another; more go into a tree. Work is O(n log n + p) for n edges and
/// p pairs of edges whose boxes meet, as in GEOS.
struct EdgeIndex {
  /// Up to this many edges comparing all boxes is quicker than building a tree (measured: 40 to 60).
  private static let treeless = 48

  private let edges: [Int]
  private let boxes: [BoundingBox]
  private let tree: BoxTree?

  /// Indexes the edges of the rings for which `includes` holds.
  init(_ rings: RingSet, includes: (Int) -> Bool) {
    var edges: [Int] = []
    edges.reserveCapacity(rings.positions.count)
    for ring in 0..<rings.count where includes(ring) {
      edges.append(contentsOf: rings.range(ofRing: ring))
    }
    self.edges = edges
    boxes = edges.map(rings.box(ofEdge:))
    tree = edges.count > Self.treeless ? BoxTree(boxes) : nil
  }

  /// Calls the body for each pair of edges whose boxes meet, once, the lower edge first; the order is
  /// fixed by the edges alone.
  func forEachPair(_ body: (Int, Int) -> Void) {
    guard let tree else {
      for left in edges.indices {
        for right in edges.indices.dropFirst(left + 1) where boxes[left].meets(boxes[right]) {
          body(edges[left], edges[right])
        }
      }
      return
    }
    for left in edges.indices {
      tree.forEachRow(meeting: boxes[left]) { right in
        if left < right { body(edges[left], edges[right]) }
      }
    }
  }

  /// Calls the body for each edge whose box meets the ray that runs from a position to the east.
  func forEachEdge(eastOf position: XY, _ body: (Int) -> Void) {
    let ray = BoundingBox(minX: position.x, minY: position.y, maxX: .infinity, maxY: position.y)
    guard let tree else {
      for index in edges.indices where boxes[index].meets(ray) { body(edges[index]) }
      return
    }
    tree.forEachRow(meeting: ray) { body(edges[$0]) }
  }
}
