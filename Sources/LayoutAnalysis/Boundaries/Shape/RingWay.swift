import LandModel

/// The stored rings of one feature as ways to go along, by positions of the column.
struct RingWay {
  let column: GeometryColumn
  private let rings: Range<Int>

  init(_ column: GeometryColumn, row: Int) {
    self.column = column
    rings = column.rings(ofRow: row)
  }

  /// The ring that an edge or vertex belongs to, by bisection.
  func ring(of index: Int) -> Int {
    var (low, high) = (rings.lowerBound, rings.upperBound - 1)
    while low < high {
      let middle = (low + high) / 2
      if index < column.ringEnds[middle] { high = middle } else { low = middle + 1 }
    }
    return low
  }

  func segment(_ edge: Int) -> Segment {
    Segment(start: column.positions[edge], end: column.positions[edge + 1])
  }

  /// The edge after one, round its ring.
  func edge(after edge: Int, in ring: Int) -> Int {
    let range = column.range(ofRing: ring)
    return edge + 2 == range.upperBound ? range.lowerBound : edge + 1
  }

  /// The edge before one, round its ring.
  func edge(before edge: Int, in ring: Int) -> Int {
    let range = column.range(ofRing: ring)
    return edge == range.lowerBound ? range.upperBound - 2 : edge - 1
  }

  /// The vertex as the file counts it, the closing one of a ring as the first.
  func vertex(_ index: Int) -> Int {
    let range = column.range(ofRing: ring(of: index))
    let isClosing =
      index == range.upperBound - 1
      && column.positions[index] == column.positions[range.lowerBound]
    return isClosing ? range.lowerBound : index
  }

  /// The length of the way on from a share of one edge to a share of another, nil where it is longer than
  /// a limit.
  func length(
    from edge: Int, _ share: Double, to other: Int, _ otherShare: Double, in ring: Int,
    atMost limit: Double
  ) -> Double? {
    if edge == other, share <= otherShare { return (otherShare - share) * segment(edge).length }
    var length = (1 - share) * segment(edge).length
    var current = self.edge(after: edge, in: ring)
    while current != other, length <= limit {
      length += segment(current).length
      current = self.edge(after: current, in: ring)
    }
    length += otherShare * segment(other).length
    return length <= limit ? length : nil
  }
}
