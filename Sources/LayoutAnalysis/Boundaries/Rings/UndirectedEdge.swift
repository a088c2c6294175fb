import LandModel

/// An edge without direction, ordered by its ends.
struct UndirectedEdge: Comparable {
  let low: XY
  let high: XY

  init(_ a: XY, _ b: XY) {
    (low, high) = (a.x, a.y) <= (b.x, b.y) ? (a, b) : (b, a)
  }

  static func < (left: UndirectedEdge, right: UndirectedEdge) -> Bool {
    (left.low.x, left.low.y, left.high.x, left.high.y)
      < (right.low.x, right.low.y, right.high.x, right.high.y)
  }
}
