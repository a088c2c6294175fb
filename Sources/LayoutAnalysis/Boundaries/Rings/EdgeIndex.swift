import Foundation
import LandModel
import SpatialIndex

/// Which edges of a ring set have boxes that meet.
///
/// A few edges are compared one with another; more go into a tree. Work is O(n log n + p) for n edges and
/// p pairs of edges whose boxes meet, as in GEOS; the boxes of ``forEachPair(_:)`` lie along the main
/// direction of the edges, so that long parallel edges askew to the axes do not all meet.
struct EdgeIndex {
  /// Up to this many edges comparing all boxes is quicker than building a tree.
  private static let treeless = 48

  private let rings: RingSet
  private let edges: [Int]
  private let boxes: [BoundingBox]
  private let tree: BoxTree?

  /// Indexes the edges of the rings for which `includes` holds.
  init(_ rings: RingSet, includes: (Int) -> Bool = { _ in true }) {
    self.rings = rings
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
    let turned = turnedBoxes()
    let turnedTree = turned.map { BoxTree($0) } ?? tree
    for left in edges.indices {
      turnedTree.forEachRow(meeting: turned?[left] ?? boxes[left]) { right in
        if left < right { body(edges[left], edges[right]) }
      }
    }
  }

  /// Calls the body for each edge whose box meets the ray that runs from a position to the east.
  func forEachEdge(eastOf position: XY, _ body: (Int) -> Void) {
    forEachEdge(
      meeting: BoundingBox(
        minX: position.x, minY: position.y, maxX: .infinity, maxY: position.y), body)
  }

  /// Calls the body for each edge whose box meets the one given.
  func forEachEdge(meeting box: BoundingBox, _ body: (Int) -> Void) {
    guard let tree else {
      for index in edges.indices where boxes[index].meets(box) { body(edges[index]) }
      return
    }
    tree.forEachRow(meeting: box) { body(edges[$0]) }
  }

  /// The boxes of the edges in axes turned to their main direction, where that halves their area.
  private func turnedBoxes() -> [BoundingBox]? {
    guard let origin = edges.first.map({ rings.positions[$0] }) else { return nil }
    // The mean of the directions taken four times, by length: edges across each other agree.
    var (sumX, sumY) = (0.0, 0.0)
    for edge in edges {
      let (a, b) = (rings.positions[edge], rings.positions[rings.next(edge)])
      let angle = 4 * atan2(b.y - a.y, b.x - a.x)
      let length = a.distance(to: b)
      sumX += length * cos(angle)
      sumY += length * sin(angle)
    }
    let angle = atan2(sumY, sumX) / 4
    // Of ordinates whose squares overflow no direction is known.
    guard sumX.isFinite, sumY.isFinite else { return nil }
    let (c, s) = (cos(angle), sin(angle))
    func turned(_ position: XY) -> XY {
      let (x, y) = (position.x - origin.x, position.y - origin.y)
      return XY(c * x + s * y, c * y - s * x)
    }
    var reach = BoundingBox.empty
    var area = 0.0
    for box in boxes {
      reach.extend(to: box)
      area += box.width * box.height
    }
    // Turning rounds by a few units in the last place of the extent; boxes grow by more than that.
    let slack = 1e-14 * (reach.width + reach.height)
    var turnedArea = 0.0
    let turnedBoxes = edges.map { edge in
      var box = BoundingBox.empty
      box.extend(to: turned(rings.positions[edge]))
      box.extend(to: turned(rings.positions[rings.next(edge)]))
      turnedArea += box.width * box.height
      return box.expanded(by: slack)
    }
    return turnedArea < area / 2 ? turnedBoxes : nil
  }
}
