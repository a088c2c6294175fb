import LandModel

/// Exact questions about a closed ring of some hundred positions, by edges with edges.
struct RingCheck {
  private let ring: [XY]

  /// - Parameter ring: closed: its last position is its first.
  init(_ ring: [XY]) { self.ring = ring }

  /// Whether no two edges meet but neighbours in the position they share.
  ///
  /// - Complexity: O(v log v + pairs of edges that share eastings).
  var isSimple: Bool {
    let count = ring.count - 1
    guard count >= 3 else { return false }
    let west = (0..<count).map { min(ring[$0].x, ring[$0 + 1].x) }
    let order = (0..<count).sorted { west[$0] < west[$1] }
    for (place, edge) in order.enumerated() {
      if ring[edge] == ring[edge + 1] { return false }
      let east = max(ring[edge].x, ring[edge + 1].x)
      for other in order[(place + 1)...] {
        if west[other] > east { break }
        if collide(min(edge, other), max(edge, other), count) { return false }
      }
    }
    return true
  }

  /// Whether two of so many edges, the first one before the second, meet where they must not.
  private func collide(_ first: Int, _ second: Int, _ count: Int) -> Bool {
    let (edge, other) = ((ring[first], ring[first + 1]), (ring[second], ring[second + 1]))
    if second == first + 1 { return Self.folds(edge.0, edge.1, other.1) }
    if first == 0, second == count - 1 { return Self.folds(other.0, other.1, edge.1) }
    return Self.meet(edge, other)
  }

  /// Whether another ring lies inside this one without touching it.
  ///
  /// - Complexity: O(v·w) tests of boxes.
  func holds(_ other: RingCheck) -> Bool {
    guard let first = other.ring.first else { return true }
    var crossings = 0
    for index in ring.indices.dropLast() {
      if Orientation.isCrossed(ring[index], ring[index + 1], byRayEastOf: first) { crossings += 1 }
      for place in other.ring.indices.dropLast()
      where Self.meet((ring[index], ring[index + 1]), (other.ring[place], other.ring[place + 1])) {
        return false
      }
    }
    return crossings % 2 == 1
  }

  /// Whether a path runs back along itself.
  private static func folds(_ a: XY, _ b: XY, _ c: XY) -> Bool {
    guard Orientation.sign(a, b, c) == 0 else { return false }
    return (b.x - a.x) * (c.x - b.x) + (b.y - a.y) * (c.y - b.y) < 0
  }

  /// Whether two edges share a point, ends included.
  private static func meet(_ left: (XY, XY), _ right: (XY, XY)) -> Bool {
    guard max(left.0.x, left.1.x) >= min(right.0.x, right.1.x),
      max(right.0.x, right.1.x) >= min(left.0.x, left.1.x),
      max(left.0.y, left.1.y) >= min(right.0.y, right.1.y),
      max(right.0.y, right.1.y) >= min(left.0.y, left.1.y)
    else { return false }
    let (a, b) = (
      Orientation.sign(left.0, left.1, right.0), Orientation.sign(left.0, left.1, right.1)
    )
    let (c, d) = (
      Orientation.sign(right.0, right.1, left.0), Orientation.sign(right.0, right.1, left.1)
    )
    // On one line with boxes that meet, they meet.
    return a * b <= 0 && c * d <= 0
  }
}
