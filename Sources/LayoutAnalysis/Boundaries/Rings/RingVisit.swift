import LandModel

/// How a ring passes through a point: at one of its vertices, or inside one of its edges.
struct RingVisit: Hashable, Comparable {
  /// The vertex, or the vertex that the edge starts at.
  let index: Int
  let isInsideEdge: Bool

  /// The visit of an edge to a point known to lie on it.
  init(ofEdge edge: Int, at point: XY, in rings: RingSet) {
    let next = rings.next(edge)
    if rings.positions[edge] == point {
      (index, isInsideEdge) = (edge, false)
    } else if rings.positions[next] == point {
      (index, isInsideEdge) = (next, false)
    } else {
      (index, isInsideEdge) = (edge, true)
    }
  }

  static func < (left: RingVisit, right: RingVisit) -> Bool {
    (left.index, left.isInsideEdge ? 1 : 0) < (right.index, right.isInsideEdge ? 1 : 0)
  }

  /// Where the ring comes from.
  func origin(in rings: RingSet) -> XY {
    rings.positions[isInsideEdge ? index : rings.previous(index)]
  }

  /// Where the ring goes on to.
  func destination(in rings: RingSet) -> XY { rings.positions[rings.next(index)] }
}

/// On which side of a path that turns at a point another direction leaves that point.
enum PathSide {
  case left
  case right
  /// The direction runs along the path.
  case along

  /// The side on which `direction` lies, seen from the path from `origin` over `point` on to
  /// `destination`.
  init(of direction: XY, from origin: XY, over point: XY, to destination: XY) {
    if Self.isSameDirection(direction, origin, from: point)
      || Self.isSameDirection(direction, destination, from: point)
    {
      self = .along
      return
    }
    let before = Orientation.sign(origin, point, direction)
    let after = Orientation.sign(point, destination, direction)
    switch Orientation.sign(origin, point, destination) {
    case 1: self = before > 0 && after > 0 ? .left : .right
    case -1: self = before > 0 || after > 0 ? .left : .right
    // A path that turns back on itself has one side only.
    default:
      self =
        before > 0 && !Self.isSameDirection(origin, destination, from: point) ? .left : .right
    }
  }

  private static func isSameDirection(_ first: XY, _ second: XY, from point: XY) -> Bool {
    guard Orientation.sign(point, first, second) == 0 else { return false }
    // On one line through the point: the same direction where both lie on the same side of it.
    return first.x == point.x
      ? (first.y > point.y) == (second.y > point.y) : (first.x > point.x) == (second.x > point.x)
  }
}
