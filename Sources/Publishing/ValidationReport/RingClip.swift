import LandModel

/// Cuts rings and lines to a box, for pictures: a boundary of thousands of vertices of which a few are seen.
enum RingClip {
  /// A ring cut to a box by Sutherland and Hodgman 1974; where it leaves the box it runs along its edge.
  ///
  /// - Complexity: O(v).
  static func ring(_ positions: ArraySlice<XY>, to box: BoundingBox) -> [XY] {
    var ring = Array(positions)
    if ring.count > 1, ring.first == ring.last { ring.removeLast() }
    for side in Side.allCases where !ring.isEmpty {
      var kept: [XY] = []
      var previous = ring[ring.count - 1]
      for position in ring {
        let (wasIn, isIn) = (side.holds(previous, box), side.holds(position, box))
        if wasIn != isIn { kept.append(side.crossing(previous, position, box)) }
        if isIn { kept.append(position) }
        previous = position
      }
      ring = kept
    }
    return ring
  }

  /// The runs of a line that come near a box: segments whose own box meets it.
  static func line(_ positions: ArraySlice<XY>, to box: BoundingBox) -> [[XY]] {
    var runs: [[XY]] = []
    for (start, end) in zip(positions, positions.dropFirst()) {
      var segment = BoundingBox.empty
      segment.extend(to: start)
      segment.extend(to: end)
      guard segment.meets(box) else { continue }
      if runs.last?.last == start {
        runs[runs.count - 1].append(end)
      } else {
        runs.append([start, end])
      }
    }
    return runs
  }

  private enum Side: CaseIterable {
    case west, east, south, north

    func holds(_ position: XY, _ box: BoundingBox) -> Bool {
      switch self {
      case .west: position.x >= box.minX
      case .east: position.x <= box.maxX
      case .south: position.y >= box.minY
      case .north: position.y <= box.maxY
      }
    }

    func crossing(_ a: XY, _ b: XY, _ box: BoundingBox) -> XY {
      switch self {
      case .west: XY(box.minX, Self.middle(a.y, b.y, at: (box.minX - a.x) / (b.x - a.x)))
      case .east: XY(box.maxX, Self.middle(a.y, b.y, at: (box.maxX - a.x) / (b.x - a.x)))
      case .south: XY(Self.middle(a.x, b.x, at: (box.minY - a.y) / (b.y - a.y)), box.minY)
      case .north: XY(Self.middle(a.x, b.x, at: (box.maxY - a.y) / (b.y - a.y)), box.maxY)
      }
    }

    private static func middle(_ a: Double, _ b: Double, at share: Double) -> Double {
      a + share * (b - a)
    }
  }
}
