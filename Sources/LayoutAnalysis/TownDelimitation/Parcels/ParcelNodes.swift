import LandModel
import SpatialIndex

/// The corners of parcels, those nearer to each other than a gap taken as one.
///
/// Corners come in the order given; each joins the nearest one known within the gap, or is new. Edges that
/// pass a corner within the gap get it as a vertex. So borders that were digitised twice, with other
/// vertices or a hair apart, become the same edges.
struct ParcelNodes {
  private(set) var positions: [XY] = []
  private let gap: Double
  private var buckets: [Bucket: [Int32]] = [:]
  private var tree: BoxTree?

  private struct Bucket: Hashable {
    var column: Int
    var row: Int
  }

  /// - Parameter gap: metres; at zero only equal corners are one.
  init(gap: Double) { self.gap = gap }

  /// The width of a bucket: never zero.
  private var width: Double { max(gap, 0.001) }

  private func bucket(of position: XY) -> Bucket {
    Bucket(
      column: Int((position.x / width).rounded(.down)),
      row: Int((position.y / width).rounded(.down)))
  }

  /// The corner that a position is, made when there is none yet.
  ///
  /// - Complexity: O(1) expected.
  mutating func node(at position: XY) -> Int32 {
    let home = bucket(of: position)
    var (best, nearest) = (Int32(-1), Double.infinity)
    for column in (home.column - 1)...(home.column + 1) {
      for row in (home.row - 1)...(home.row + 1) {
        for node in buckets[Bucket(column: column, row: row)] ?? [] {
          let distance = positions[Int(node)].distance(to: position)
          if distance <= gap, distance < nearest { (best, nearest) = (node, distance) }
        }
      }
    }
    if best >= 0 { return best }
    positions.append(position)
    buckets[home, default: []].append(Int32(positions.count - 1))
    return Int32(positions.count - 1)
  }

  /// Indexes the corners known, for ``splitting(_:)``.
  mutating func index() { tree = BoxTree(positions.map { BoundingBox(at: $0) }) }

  /// A closed ring of corners (the first not repeated) with each corner put in that an edge passes, and without
  /// stretches that run back on themselves: land narrower than the gap, of which nothing is left.
  func splitting(_ ring: [Int32]) -> [Int32] {
    withoutSpikes(passing(ring))
  }

  private func withoutSpikes(_ ring: [Int32]) -> [Int32] {
    var kept: [Int32] = []
    for corner in ring {
      if kept.count >= 2, kept[kept.count - 2] == corner {
        kept.removeLast()
      } else if kept.last != corner {
        kept.append(corner)
      }
    }
    // The same across the place where the ring begins.
    while kept.count >= 3 {
      if kept[0] == kept[kept.count - 2] {
        kept.removeLast(2)
      } else if kept[1] == kept[kept.count - 1] {
        kept.removeFirst(2)
      } else {
        break
      }
    }
    return kept.count >= 3 ? kept : []
  }

  private func passing(_ ring: [Int32]) -> [Int32] {
    var result: [Int32] = []
    for (place, start) in ring.enumerated() {
      let end = ring[(place + 1) % ring.count]
      guard start != end else { continue }
      result.append(start)
      result += passed(from: start, to: end)
    }
    return result
  }

  private func passed(from start: Int32, to end: Int32) -> [Int32] {
    guard let tree else { return [] }
    let edge = LayerEdge(start: positions[Int(start)], end: positions[Int(end)])
    var box = BoundingBox(at: edge.start)
    box.extend(to: edge.end)
    let (dx, dy) = (edge.end.x - edge.start.x, edge.end.y - edge.start.y)
    return tree.rows(meeting: box.expanded(by: gap)).compactMap { row -> (Int32, Double)? in
      let position = positions[row]
      let along = (position.x - edge.start.x) * dx + (position.y - edge.start.y) * dy
      guard Int32(row) != start, Int32(row) != end, along > 0, along < dx * dx + dy * dy,
        edge.distance(to: position) <= gap
      else { return nil }
      return (Int32(row), along)
    }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.0)
  }
}
