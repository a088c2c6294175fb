extension Geometry {
  /// A position of the geometry that stands for all of it, such as on a map or in a table.
  ///
  /// The middle of the widest stretch of a horizontal line through the middle of a polygon, which lies
  /// inside even where the centroid does not; the middle vertex of the longest line; the first of several
  /// points. Nil for an empty geometry, and for one with an ordinate that is not finite.
  ///
  /// - Complexity: O(v log v).
  package var representativePosition: XY? {
    guard !positions.isEmpty, positions.allSatisfy(\.isFinite) else { return nil }
    switch kind {
    case .null: return nil
    case .point: return positions.first
    case .line: return middleOfLongestLine
    case .polygon: return inside ?? positions.first
    }
  }

  private var middleOfLongestLine: XY? {
    let ranges = ringEnds.indices.map(range(ofRing:))
    let lengths = ranges.map { range in
      range.dropFirst().reduce(0.0) { $0 + positions[$1 - 1].distance(to: positions[$1]) }
    }
    guard let longest = lengths.indices.max(by: { lengths[$0] < lengths[$1] }) else { return nil }
    let range = ranges[longest]
    return range.isEmpty ? positions.first : positions[range.lowerBound + range.count / 2]
  }

  private var inside: XY? {
    let box = boundingBox
    // Half way between two vertices' northings nearest to the middle, so that no vertex is on the line.
    let middle = box.centre.y
    let below = positions.map(\.y).filter { $0 <= middle }.max() ?? box.minY
    let above = positions.map(\.y).filter { $0 > middle }.min() ?? box.maxY
    let y = (below + above) / 2
    var crossings: [Double] = []
    for ring in ringEnds.indices {
      for index in range(ofRing: ring).dropFirst() {
        let (a, b) = (positions[index - 1], positions[index])
        guard (a.y > y) != (b.y > y) else { continue }
        crossings.append(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x))
      }
    }
    crossings.sort()
    var (best, width) = (nil as XY?, 0.0)
    for index in stride(from: 1, to: crossings.count, by: 2)
    where crossings[index] - crossings[index - 1] > width {
      width = crossings[index] - crossings[index - 1]
      best = XY(crossings[index - 1] + width / 2, y)
    }
    return best
  }
}
