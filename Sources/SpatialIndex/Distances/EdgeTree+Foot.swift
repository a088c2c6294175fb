package import LandModel

/// The position on an edge that is nearest to a position elsewhere.
package struct EdgeFoot: Sendable {
  package let position: XY
  package let distance: Double
  /// Direction of the edge, of length 1; nil where the foot is an end of the edge, or the edge has no length.
  package let direction: XY?
}

extension EdgeTree {
  /// The nearest position on any edge; nil where there is none within a distance.
  ///
  /// Of equally near edges the first in the column's order of runs counts.
  /// - Complexity: O(log v) for edges spread as in maps.
  package func foot(of position: XY, within limit: Double) -> EdgeFoot? {
    let box = BoundingBox(
      minX: position.x, minY: position.y, maxX: position.x, maxY: position.y)
    let positions = column.positions
    let nearest = tree.nearestRows(to: box, within: limit) { run in
      runs[run].edges.reduce(Double.infinity) {
        min($0, SegmentDistance.squared(position, from: positions[$1.0], to: positions[$1.1]))
      }.squareRoot()
    }
    guard let found = nearest.first else { return nil }
    var best: EdgeFoot?
    for (start, end) in runs[found.row].edges {
      let foot = Self.foot(of: position, from: positions[start], to: positions[end])
      if foot.distance < best?.distance ?? .infinity { best = foot }
    }
    return best
  }

  private static func foot(of position: XY, from a: XY, to b: XY) -> EdgeFoot {
    let foot = SegmentDistance.foot(of: position, from: a, to: b)
    let length = a.distance(to: b)
    return EdgeFoot(
      position: foot, distance: foot.distance(to: position),
      direction: foot == a || foot == b
        ? nil : XY((b.x - a.x) / length, (b.y - a.y) / length))
  }
}

extension EdgeRun {
  /// The ends of each edge, in the column's numbering; a single position twice.
  fileprivate var edges: [(Int, Int)] {
    guard positions.count > 1 else { return [(positions.lowerBound, positions.lowerBound)] }
    return positions.dropLast().map { ($0, $0 + 1) }
  }
}
