import LandModel

/// The rings of one polygonal feature, made fit for comparison: closed in thought, nothing repeated.
///
/// The closing position and consecutive equal positions are left out; an unclosed ring is thus treated
/// as if it were closed. Rings with fewer than three positions left are dropped: they have no inside.
///
/// A class, because visits of rings are passed round by the million and each takes its rings along.
final class RingSet: Sendable {
  /// The positions of all rings, each once; edge `i` runs from position `i` to ``next(_:)``.
  let positions: [XY]
  /// For each ring, where it begins in `positions`, and at the end their number.
  let starts: [Int]
  /// For each ring, the part of the feature it belongs to; ascending.
  let partOfRing: [Int]
  /// For each ring, whether it is the shell of its part.
  let isShell: [Bool]
  /// For each position its ring.
  let ringOfPosition: [Int32]
  /// For each ring, which ring of the layer's column it is.
  let columnRings: [Int]
  /// For each position, which position of the layer's column it is; of equal ones in a row, the first.
  let columnPositions: [Int]

  var count: Int { partOfRing.count }

  init(_ column: GeometryColumn, row: Int) {
    var builder = Builder()
    let parts = column.parts(ofRow: row)
    for part in parts {
      for (order, ring) in column.rings(ofPart: part).enumerated() {
        builder.append(
          column.positions[column.range(ofRing: ring)], columnRing: ring,
          part: part - parts.lowerBound, isShell: order == 0)
      }
    }
    positions = builder.positions
    starts = builder.starts
    partOfRing = builder.partOfRing
    isShell = builder.isShell
    ringOfPosition = builder.ringOfPosition
    columnRings = builder.columnRings
    columnPositions = builder.columnPositions
  }

  /// The columns of a set while rings are added.
  private struct Builder {
    var positions: [XY] = []
    var starts: [Int] = [0]
    var partOfRing: [Int] = []
    var isShell: [Bool] = []
    var ringOfPosition: [Int32] = []
    var columnRings: [Int] = []
    var columnPositions: [Int] = []

    mutating func append(
      _ ring: ArraySlice<XY>, columnRing: Int, part: Int, isShell shell: Bool
    ) {
      let start = positions.count
      for index in ring.indices where positions.count == start || positions.last != ring[index] {
        positions.append(ring[index])
        columnPositions.append(index)
      }
      while positions.count > start + 1, positions.last == positions[start] {
        positions.removeLast()
        columnPositions.removeLast()
      }
      guard positions.count - start >= 3 else {
        positions.removeSubrange(start...)
        columnPositions.removeSubrange(start...)
        return
      }
      columnRings.append(columnRing)
      ringOfPosition.append(
        contentsOf: repeatElement(Int32(partOfRing.count), count: positions.count - start))
      partOfRing.append(part)
      isShell.append(shell)
      starts.append(positions.count)
    }
  }

  func range(ofRing ring: Int) -> Range<Int> { starts[ring]..<starts[ring + 1] }
  func ring(of position: Int) -> Int { Int(ringOfPosition[position]) }

  /// The position after one, round its ring.
  func next(_ index: Int) -> Int {
    let range = range(ofRing: ring(of: index))
    return index + 1 == range.upperBound ? range.lowerBound : index + 1
  }

  /// The position before one, round its ring.
  func previous(_ index: Int) -> Int {
    let range = range(ofRing: ring(of: index))
    return index == range.lowerBound ? range.upperBound - 1 : index - 1
  }

  /// The box of the edge that starts at a position.
  func box(ofEdge edge: Int) -> BoundingBox {
    let (a, b) = (positions[edge], positions[next(edge)])
    return BoundingBox(
      minX: min(a.x, b.x), minY: min(a.y, b.y), maxX: max(a.x, b.x), maxY: max(a.y, b.y))
  }

  /// A ring as a polygon of its own, closed: how a ring is shown as the place of a finding.
  func outline(ofRing ring: Int) -> Geometry {
    let range = range(ofRing: ring)
    return .polygon(rings: [Array(positions[range]) + [positions[range.lowerBound]]])
  }
}
