import Foundation
import LandModel

/// A vertex of a ring with the edges to its neighbours, repeated positions left out.
struct RingCorner {
  /// The vertex in the column's positions.
  let index: Int
  let tip: XY
  /// Lengths of the edges before and after, in metres.
  let before: Double
  let after: Double
  /// The product of the edges' lengths with the cosine and the sine of the angle between them.
  let along: Double
  let across: Double

  init(index: Int, previous: XY, tip: XY, next: XY) {
    let (ux, uy) = (previous.x - tip.x, previous.y - tip.y)
    let (vx, vy) = (next.x - tip.x, next.y - tip.y)
    (self.index, self.tip) = (index, tip)
    before = (ux * ux + uy * uy).squareRoot()
    after = (vx * vx + vy * vy).squareRoot()
    along = ux * vx + uy * vy
    across = vx * uy - vy * ux
  }

  /// The angle between the edges in degrees, 0 to 180.
  var degrees: Double { atan2(abs(across), along) * 180 / .pi }
  /// The distance between the neighbours, in metres.
  var base: Double { max(0, before * before + after * after - 2 * along).squareRoot() }
  /// Above zero where the ring turns to the left, zero where it goes straight on or straight back.
  var turn: Double { across }
}

/// The corners of one ring of a column, in its order; closed in thought where it is not; none where
/// fewer than three positions differ.
struct RingCorners {
  let corners: [RingCorner]

  /// - Complexity: O(v).
  init(_ column: GeometryColumn, ring: Int) {
    let positions = column.positions
    var indices: [Int] = []
    for index in column.range(ofRing: ring)
    where indices.last.map({ positions[$0] != positions[index] }) ?? true {
      indices.append(index)
    }
    while indices.count > 1, let first = indices.first, let last = indices.last,
      positions[first] == positions[last]
    {
      indices.removeLast()
    }
    guard indices.count > 2 else {
      corners = []
      return
    }
    corners = indices.indices.map { place in
      RingCorner(
        index: indices[place],
        previous: positions[indices[place == 0 ? indices.count - 1 : place - 1]],
        tip: positions[indices[place]],
        next: positions[indices[place + 1 == indices.count ? 0 : place + 1]])
    }
  }

  /// The corners between the ends of a path, by their place in it.
  init(path: [XY]) {
    var places: [Int] = []
    for place in path.indices where places.last.map({ path[$0] != path[place] }) ?? true {
      places.append(place)
    }
    corners = places.indices.dropFirst().dropLast().map {
      RingCorner(
        index: places[$0], previous: path[places[$0 - 1]], tip: path[places[$0]],
        next: path[places[$0 + 1]])
    }
  }
}

/// How sharp a corner must be to be a slip.
struct SpikeLimits {
  let degrees: Double
  /// The least length of both arms in metres.
  let arm: Double

  /// An angle up to 180° is below the limit where its cosine is above this.
  var cosine: Double { cos(degrees * .pi / 180) }

  func isBroken(by corner: RingCorner) -> Bool {
    corner.before >= arm && corner.after >= arm
      && corner.along > cosine * corner.before * corner.after
  }
}
