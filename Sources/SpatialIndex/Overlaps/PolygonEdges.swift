internal import CKernels
package import LandModel

/// One polygonal row, laid out for sums of overlap areas; reused from row to row.
///
/// Positions are relative to the lower left corner of the row's box. The edges are laid out as
/// ``EdgePieces`` when a sum over them is first asked for: most rows need none.
package struct PolygonEdges: Sendable {
  package private(set) var box = BoundingBox.empty
  /// Area in the plane of the positions, shells less holes, whatever their winding.
  package private(set) var area = 0.0
  /// The positions of all rings, from the box's corner.
  private var positions: [XY] = []
  private var rings: [TurnedRing] = []
  /// From the westernmost to the easternmost position.
  private(set) var width = 0.0
  /// The ways of all edges from west to east, added up.
  private var eastWestLength = 0.0
  private var isLaidOut = false
  private var pieces = EdgePieces()

  package init() {}

  /// Takes a row; what was there before is gone.
  ///
  /// - Complexity: O(v).
  package mutating func load(row: Int, of column: GeometryColumn) {
    restart()
    let range = column.range(ofRow: row)
    positions.append(contentsOf: column.positions[range])
    moveToCorner()
    for part in column.parts(ofRow: row) {
      let parts = column.rings(ofPart: part)
      for ring in parts {
        addRing(
          endingAt: column.range(ofRing: ring).upperBound - range.lowerBound,
          isShell: ring == parts.lowerBound)
      }
    }
  }

  /// Takes another polygon, stretched from west to east from its box's corner.
  ///
  /// ``box`` is the other's own.
  /// - Complexity: O(v).
  package mutating func load(_ other: PolygonEdges, stretchedBy stretch: EastStretch) {
    restart()
    box = other.box
    positions.append(contentsOf: other.positions)
    for index in positions.indices { positions[index].x = stretch(positions[index].x) }
    width = stretch(other.width)
    for ring in other.rings {
      addRing(endingAt: ring.end, area: measureRing(endingAt: ring.end), turn: ring.turn)
    }
    guard other.isLaidOut else { return }
    isLaidOut = true
    pieces.take(other.pieces, stretchedBy: stretch, width: other.width)
  }

  private mutating func restart() {
    positions.removeAll(keepingCapacity: true)
    rings.removeAll(keepingCapacity: true)
    isLaidOut = false
    (area, eastWestLength) = (0, 0)
  }

  /// Finds the box and makes positions relative to its corner.
  private mutating func moveToCorner() {
    var (low, high) = (XY(.infinity, .infinity), XY(-.infinity, -.infinity))
    for position in positions {
      if position.x < low.x { low.x = position.x }
      if position.x > high.x { high.x = position.x }
      if position.y < low.y { low.y = position.y }
      if position.y > high.y { high.y = position.y }
    }
    box = BoundingBox(minX: low.x, minY: low.y, maxX: high.x, maxY: high.y)
    width = box.width
    for index in positions.indices {
      positions[index].x -= low.x
      positions[index].y -= low.y
    }
  }

  /// Adds a ring as if shells ran anticlockwise and holes clockwise.
  private mutating func addRing(endingAt end: Int, isShell: Bool) {
    let ringArea = measureRing(endingAt: end)
    addRing(endingAt: end, area: ringArea, turn: (ringArea > 0) == isShell ? 1 : -1)
  }

  /// Adds a ring with the land on its left for `turn` 1, on its right for -1.
  private mutating func addRing(endingAt end: Int, area ringArea: Double, turn: Double) {
    area += turn * ringArea
    rings.append(TurnedRing(end: end, turn: turn))
  }

  /// The signed area of the next ring, whose ways from west to east are added up.
  private mutating func measureRing(endingAt end: Int) -> Double {
    let start = rings.last?.end ?? 0
    var (ringArea, length) = (0.0, 0.0)
    for index in start..<max(start, end - 1) {
      let (a, b) = (positions[index], positions[index + 1])
      ringArea += (a.x - b.x) * (a.y + b.y)
      length += abs(b.x - a.x)
    }
    eastWestLength += length
    return 0.5 * ringArea
  }

  /// The area of the polygon left of a position, counted from the box's left side.
  func area(leftOf x: Double) -> Double {
    var (sum, start) = (0.0, 0)
    for ring in rings {
      for index in start..<max(start, ring.end - 1) {
        let (a, b) = (positions[index], positions[index + 1])
        let (from, to) = (min(a.x, b.x), max(a.x, b.x))
        let width = min(to, x) - from
        guard width > 0, ((b.y - a.y) / (b.x - a.x)).isFinite else { continue }
        let (low, sign) = a.x < b.x ? (a, -ring.turn) : (b, ring.turn)
        sum += sign * width * (low.y + 0.5 * (b.y - a.y) / (b.x - a.x) * width)
      }
      start = ring.end
    }
    return sum
  }

  /// The area of the polygon below edges, each with its sign, within the width of the box.
  ///
  /// The sum over both polygons' edges of the signed integral of the lower of the two heights.
  mutating func area(below edges: [ck_edge]) -> Double {
    if !isLaidOut {
      isLaidOut = true
      pieces.layOut(positions, rings: rings, slabCount: chosenSlabCount, width: width)
    }
    return pieces.twiceArea(below: edges) / 2
  }

  /// Pieces in a slab, about, where edges are spread evenly.
  private static let piecesPerSlab = 6.0

  /// As many slabs as give each about six pieces, and so few that the cuts are no more than the edges.
  private var chosenSlabCount: Int {
    let edges = Double(positions.count)
    let cuts = eastWestLength > 0 ? edges * width / eastWestLength : 1
    return max(1, Int(min(edges / Self.piecesPerSlab, cuts, 65_536)))
  }
}
