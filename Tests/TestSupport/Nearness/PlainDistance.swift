package import LandModel

/// Distances by every pair of edges and every vertex, without an index: what fast ones are held against.
package enum PlainDistance {
  /// The distance between two rows, zero where they have a position in common; infinite without one.
  package static func between(
    _ row: Int, of column: GeometryColumn, _ other: Int, of others: GeometryColumn
  ) -> Double {
    let (own, far) = (column.range(ofRow: row), others.range(ofRow: other))
    if own.contains(where: { others.contains(column.positions[$0], inRow: other) })
      || far.contains(where: { column.contains(others.positions[$0], inRow: row) })
    {
      return 0
    }
    var least = Double.infinity
    for (a, b) in edges(row, of: column) {
      for (c, d) in edges(other, of: others) { least = min(least, between(a, b, c, d)) }
    }
    return least
  }

  /// The edges of a row; a single position is one to itself.
  package static func edges(_ row: Int, of column: GeometryColumn) -> [(XY, XY)] {
    column.rings(ofRow: row).flatMap { ring -> [(XY, XY)] in
      let range = column.range(ofRing: ring)
      let positions = column.positions[range]
      guard range.count > 1 else { return positions.map { ($0, $0) } }
      return zip(positions, positions.dropFirst()).map { ($0, $1) }
    }
  }

  /// The distance between two segments.
  private static func between(_ a: XY, _ b: XY, _ c: XY, _ d: XY) -> Double {
    if turn(a, b, c) * turn(a, b, d) < 0, turn(c, d, a) * turn(c, d, b) < 0 { return 0 }
    return min(min(from(a, c, d), from(b, c, d)), min(from(c, a, b), from(d, a, b)))
  }

  /// The distance of a position from a segment: to the foot of its perpendicular, or to an end.
  package static func from(_ p: XY, _ a: XY, _ b: XY) -> Double {
    let length = a.distance(to: b)
    guard length > 0 else { return p.distance(to: a) }
    let along = ((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / length
    if along <= 0 { return p.distance(to: a) }
    if along >= length { return p.distance(to: b) }
    return abs(turn(a, b, p)) / length
  }

  private static func turn(_ a: XY, _ b: XY, _ p: XY) -> Double {
    (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)
  }
}
