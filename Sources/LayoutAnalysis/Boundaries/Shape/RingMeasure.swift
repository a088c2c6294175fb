import LandModel

/// What one pass along a ring, or a line, tells about it: the extremes that rules of shape ask for first.
///
/// A rule compares an extreme with its limit and goes along the ring again only where that is broken, so
/// that a sound feature is passed once for all of them. Consecutive equal positions have no direction and
/// take no part in the angles.
struct RingMeasure {
  /// Planar area in square metres, positive when the ring runs anticlockwise; zero for a line.
  private(set) var signedArea = 0.0
  /// Length in metres; a ring that is not closed counts its closing edge.
  private(set) var length = 0.0
  /// The square of the shortest stored edge, zero where a position is repeated; infinite without edges.
  private(set) var shortestSquared = Double.infinity
  /// The square of the longest stored edge.
  private(set) var longestSquared = 0.0
  /// The cosine of the sharpest angle between neighbouring edges: 1 where the ring turns straight back.
  private(set) var sharpestCosine = -1.0

  var area: Double { abs(signedArea) }

  /// Measures positions of a column; a polygon's ring has an angle at its start too.
  ///
  /// - Complexity: O(v), without allocation.
  init(_ positions: [XY], range: Range<Int>, isRing: Bool) {
    guard range.count > 1 else { return }
    let (first, last) = (positions[range.lowerBound], positions[range.upperBound - 1])
    var path = Path()
    var (shortest, longest) = (Double.infinity, 0.0)
    var previous = XY(0, 0)
    for index in range.dropFirst() {
      // Relative to the first position, so that prefixed eastings do not cancel.
      let current = XY(positions[index].x - first.x, positions[index].y - first.y)
      let squared = path.go(from: previous, to: current)
      shortest = min(shortest, squared)
      longest = max(longest, squared)
      previous = current
    }
    if isRing {
      if last != first { _ = path.go(from: previous, to: XY(0, 0)) }
      path.turn(to: path.start)
      signedArea = path.doubledArea / 2
    }
    (length, sharpestCosine) = (path.length, path.sharpest)
    (shortestSquared, longestSquared) = (shortest, longest)
  }
}

/// The sums along a path.
private struct Path {
  /// An edge as a direction: its extent and length.
  struct Edge {
    var dx = 0.0
    var dy = 0.0
    /// Never zero, so that the edge before the first has no angle with it.
    var length = Double.infinity
  }

  var start = Edge()
  var edge = Edge()
  var doubledArea = 0.0
  var length = 0.0
  var sharpest = -1.0

  /// Goes along an edge and returns the square of its length.
  mutating func go(from a: XY, to b: XY) -> Double {
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let squared = dx * dx + dy * dy
    guard squared > 0 else { return 0 }
    let next = Edge(dx: dx, dy: dy, length: squared.squareRoot())
    doubledArea += a.x * b.y - b.x * a.y
    length += next.length
    if start.length == .infinity { start = next } else { turn(to: next) }
    edge = next
    return squared
  }

  /// Notes the angle between the last edge and one that follows it.
  mutating func turn(to next: Edge) {
    sharpest = max(
      sharpest, -(edge.dx * next.dx + edge.dy * next.dy) / (edge.length * next.length))
  }
}
