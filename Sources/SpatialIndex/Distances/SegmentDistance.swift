package import LandModel

/// Distances between straight edges in the plane.
package enum SegmentDistance {
  /// The square of the distance between two segments, zero where they cross or touch.
  ///
  /// Either may be a single position given twice.
  package static func squared(_ a: XY, _ b: XY, _ c: XY, _ d: XY) -> Double {
    if crosses(a, b, c, d) { return 0 }
    return min(
      min(squared(a, from: c, to: d), squared(b, from: c, to: d)),
      min(squared(c, from: a, to: b), squared(d, from: a, to: b)))
  }

  /// The square of the distance of a position from a segment.
  package static func squared(_ p: XY, from a: XY, to b: XY) -> Double {
    let share = share(of: p, from: a, to: b)
    let (x, y) = (a.x + share * (b.x - a.x) - p.x, a.y + share * (b.y - a.y) - p.y)
    return x * x + y * y
  }

  /// Where along a segment it is nearest to a position: 0 at its start, 1 at its end.
  static func share(of p: XY, from a: XY, to b: XY) -> Double {
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let length = dx * dx + dy * dy
    let along = (p.x - a.x) * dx + (p.y - a.y) * dy
    return length > 0 ? min(max(along / length, 0), 1) : 0
  }

  /// Whether two segments cross in their interiors.
  private static func crosses(_ a: XY, _ b: XY, _ c: XY, _ d: XY) -> Bool {
    let first = side(a, b, c) * side(a, b, d)
    return first < 0 && side(c, d, a) * side(c, d, b) < 0
  }

  /// Positive where p lies left of the line from a to b.
  static func side(_ a: XY, _ b: XY, _ p: XY) -> Double {
    (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)
  }
}
