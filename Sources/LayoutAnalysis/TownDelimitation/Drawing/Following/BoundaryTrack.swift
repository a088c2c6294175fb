import LandModel

/// A closed line by its length: where along it, and how far off, a position lies.
struct BoundaryTrack {
  let corners: [SmoothOutline.Corner]
  /// Length of the line up to each corner, metres.
  let starts: [Double]
  let length: Double

  init(_ corners: [SmoothOutline.Corner]) {
    self.corners = corners
    var starts: [Double] = []
    var length = 0.0
    for index in corners.indices {
      starts.append(length)
      length += corners[index].position.distance(to: corners[(index + 1) % corners.count].position)
    }
    self.starts = starts
    self.length = length
  }

  /// The point of the line nearest to a position.
  struct Place {
    let position: XY
    /// Length of the line up to it.
    let along: Double
    /// Orders positions that have one corner as their nearest point: how far ahead of it they lie.
    let ahead: Double
    let distance: Double
    /// The edge it lies on, by the corner where it begins.
    let edge: Int
  }

  /// - Complexity: O(corners).
  func place(nearestTo position: XY) -> Place {
    var (least, nearest, nearestShare) = (Double.infinity, 0, 0.0)
    for edge in corners.indices {
      let (a, b) = (self[edge], self[edge + 1])
      let (dx, dy) = (b.x - a.x, b.y - a.y)
      let square = dx * dx + dy * dy
      let along = (position.x - a.x) * dx + (position.y - a.y) * dy
      let share = square > 0 ? min(max(along / square, 0), 1) : 0
      let distance = XY(a.x + dx * share, a.y + dy * share).distance(to: position)
      if distance < least { (least, nearest, nearestShare) = (distance, edge, share) }
    }
    if nearestShare == 1 { (nearest, nearestShare) = ((nearest + 1) % corners.count, 0) }
    let (start, end) = (self[nearest], self[nearest + 1])
    guard nearestShare > 0 else {
      let before = self[nearest + corners.count - 1]
      let (dx, dy) = (end.x - before.x, end.y - before.y)
      let length = max((dx * dx + dy * dy).squareRoot(), .leastNormalMagnitude)
      return Place(
        position: start, along: starts[nearest],
        ahead: ((position.x - start.x) * dx + (position.y - start.y) * dy) / length,
        distance: least, edge: nearest)
    }
    return Place(
      position: XY(
        start.x + (end.x - start.x) * nearestShare, start.y + (end.y - start.y) * nearestShare),
      along: starts[nearest] + start.distance(to: end) * nearestShare, ahead: 0, distance: least,
      edge: nearest)
  }

  /// From one length of the line to another the shorter way round; negative where that is backwards.
  func way(from start: Double, to end: Double) -> Double {
    let way = end - start
    if way > length / 2 { return way - length }
    return way <= -length / 2 ? way + length : way
  }

  /// The corners between an edge and a later one, in the order of the line.
  func corners(after edge: Int, upTo last: Int) -> [XY] {
    var (positions, index): ([XY], Int) = ([], edge)
    while index != last {
      index = (index + 1) % corners.count
      positions.append(self[index])
    }
    return positions
  }

  /// A corner's position, counted round and round.
  subscript(index: Int) -> XY { corners[index % corners.count].position }
}
