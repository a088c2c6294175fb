import LandModel

/// A straight piece of a boundary or line; a point is a piece without length.
struct PlainEdge {
  let start: XY
  let end: XY

  /// The edges of all rings of a geometry.
  static func all(of geometry: Geometry) -> [PlainEdge] {
    geometry.ringEnds.indices.flatMap { ring in
      let positions = Array(geometry.positions[geometry.range(ofRing: ring)])
      return positions.count == 1
        ? [PlainEdge(start: positions[0], end: positions[0])]
        : zip(positions, positions.dropFirst()).map { PlainEdge(start: $0, end: $1) }
    }
  }

  func distance(to position: XY) -> Double {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let length = dx * dx + dy * dy
    guard length > 0 else { return position.distance(to: start) }
    let along = (position.x - start.x) * dx + (position.y - start.y) * dy
    let share = min(max(along / length, 0), 1)
    return position.distance(to: XY(start.x + share * dx, start.y + share * dy))
  }

  func distance(to other: PlainEdge) -> Double {
    if crosses(other) { return 0 }
    return min(
      distance(to: other.start), distance(to: other.end), other.distance(to: start),
      other.distance(to: end))
  }

  /// Whether the interiors of two edges cross; a mere touch has a distance of zero anyway.
  private func crosses(_ other: PlainEdge) -> Bool {
    other.side(of: start) * other.side(of: end) < 0
      && side(of: other.start) * side(of: other.end) < 0
  }

  /// Above zero on the left, below on the right.
  private func side(of position: XY) -> Double {
    (end.x - start.x) * (position.y - start.y) - (end.y - start.y) * (position.x - start.x)
  }
}
