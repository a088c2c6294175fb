package import LandModel

/// A row and how far away it is.
package struct RowDistance: Hashable, Sendable {
  package let row: Int
  package let distance: Double

  package init(row: Int, distance: Double) {
    self.row = row
    self.distance = distance
  }
}

extension BoundingBox {
  /// The distance between two boxes, zero where they meet; infinite where one is empty.
  package func distance(to other: BoundingBox) -> Double {
    guard !isEmpty, !other.isEmpty else { return .infinity }
    let dx = max(0, max(other.minX - maxX, minX - other.maxX))
    let dy = max(0, max(other.minY - maxY, minY - other.maxY))
    return (dx * dx + dy * dy).squareRoot()
  }
}

extension BoxTree {
  /// The rows nearest to a box, nearest first, equal distances by row.
  ///
  /// Rows are visited in the order of their boxes' distances, and the search ends when no box left can
  /// be nearer than the rows found.
  ///
  /// - Parameters:
  ///   - box: where to search from; an empty one finds nothing.
  ///   - count: how many rows at most.
  ///   - limit: rows beyond this distance are not found; one at it is.
  ///   - distance: the true distance to a row, at least that of its box and infinite for a row that
  ///     does not count. Called once for a row.
  package func nearestRows<Failure: Error>(
    to box: BoundingBox, count: Int = 1, within limit: Double = .infinity,
    by distance: (Int) throws(Failure) -> Double
  ) throws(Failure) -> [RowDistance] {
    try nearestLeaves(to: box, count: count, within: limit) { leaf throws(Failure) in
      try distance(Int(rowOfLeaf[leaf]))
    }
  }

  /// The rows whose boxes are nearest to a box, nearest first, equal distances by row.
  package func nearestRows(
    to box: BoundingBox, count: Int = 1, within limit: Double = .infinity
  ) -> [RowDistance] {
    nearestLeaves(to: box, count: count, within: limit) { boxes[$0].distance(to: box) }
  }

  private func nearestLeaves<Failure: Error>(
    to box: BoundingBox, count: Int, within limit: Double,
    by distance: (Int) throws(Failure) -> Double
  ) throws(Failure) -> [RowDistance] {
    guard !box.isEmpty, count > 0 else { return [] }
    var queue = DistanceQueue()
    let top = levelStarts.count - 2
    for index in topLevel {
      queue.push(index: index, level: top, distance: boxes[index].distance(to: box))
    }
    var found: [RowDistance] = []
    while let next = queue.pop() {
      let reach = found.count < count ? limit : min(limit, found[found.count - 1].distance)
      guard next.distance <= reach else { break }
      if next.level > 0 {
        for child in children(of: next.index, level: next.level) {
          let near = boxes[child].distance(to: box)
          if near <= reach { queue.push(index: child, level: next.level - 1, distance: near) }
        }
        continue
      }
      let row = Int(rowOfLeaf[next.index])
      let exact = try distance(next.index)
      guard exact <= reach, exact.isFinite else { continue }
      let place = found.firstIndex {
        exact < $0.distance || (exact == $0.distance && row < $0.row)
      }
      found.insert(RowDistance(row: row, distance: exact), at: place ?? found.count)
      if found.count > count { found.removeLast() }
    }
    return found
  }
}
