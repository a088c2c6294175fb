import LandModel
import SpatialIndex

/// Which edges of a layer's polygons are shared exactly, vertex by vertex, with land on both sides.
///
/// Neighbours of a clean coverage share all edges but those of the rim. Every border between open land,
/// single cover and double cover runs along edges that are not shared: it is enough to look there for
/// overlaps and gaps, which makes the work grow with the faults and not with the layer.
struct EdgeMatching: Sendable {
  /// For each position of the column whether the edge that starts there has more land on one side than on
  /// the other; false for positions of rows that were not compared.
  let isFree: [Bool]
  /// For each ring of the column, whether its polygon's land lies to the left of it.
  let hasLandOnLeft: [Bool]

  /// Rows compared in one go: few enough for a table of their edges to stay near the processor.
  private static let chunk = 256

  /// Compares the valid polygons of a column.
  ///
  /// - Parameters:
  ///   - rows: the rows to compare, each a valid polygon.
  ///   - boxes: one box for each row of the column, empty for rows that are not compared.
  ///   - tree: their tree.
  /// - Complexity: O(v), and a query of the tree for each row.
  init(
    _ column: GeometryColumn, rows: [Int], boxes: [BoundingBox], tree: BoxTree, workers: Int?
  ) {
    let turns = Self.turns(of: column, rows: rows, workers: workers)
    var isCompared = [Bool](repeating: false, count: column.count)
    for row in rows { isCompared[row] = true }
    let order = tree.rowsInCurveOrder.filter { isCompared[$0] }
    var chunks = [Int32](repeating: -1, count: column.count)
    for (place, row) in order.enumerated() { chunks[row] = Int32(place / Self.chunk) }
    let chunkOfRow = chunks
    let free = Chunks.map(count: order.count, size: Self.chunk, workers: workers) { range in
      var table = EdgeTable(column, hasLandOnLeft: turns)
      let own = Int32(range.lowerBound / Self.chunk)
      var window = BoundingBox.empty
      var others: [Int] = []
      for row in order[range] {
        window.extend(to: boxes[row])
        tree.forEachRow(meeting: boxes[row]) { near in
          if chunkOfRow[near] != own, chunkOfRow[near] >= 0 { others.append(near) }
        }
      }
      table.insert(rows: order[range])
      others.sort()
      var last = -1
      for row in others where row != last {
        last = row
        table.match(row: row, in: window)
      }
      return table.freeEdges()
    }
    var isFree = [Bool](repeating: false, count: column.positions.count)
    for edges in free { for edge in edges { isFree[Int(edge)] = true } }
    self.isFree = isFree
    hasLandOnLeft = turns
  }

  /// For each ring of the column, whether land lies to the left; false for rows not compared.
  private static func turns(
    of column: GeometryColumn, rows: [Int], workers: Int?
  ) -> [Bool] {
    let chunks = Chunks.map(count: rows.count, size: 4 * chunk, workers: workers) { range in
      var turns: [Bool] = []
      for row in rows[range] {
        for part in column.parts(ofRow: row) {
          let rings = column.rings(ofPart: part)
          for ring in rings {
            let positions = column.positions[column.range(ofRing: ring)]
            let isAnticlockwise = PlanarMeasure.signedArea(ofRing: positions) > 0
            turns.append(isAnticlockwise == (ring == rings.lowerBound))
          }
        }
      }
      return turns
    }
    var all = [Bool](repeating: false, count: column.ringEnds.count)
    var known = chunks.joined().makeIterator()
    for row in rows {
      for ring in column.rings(ofRow: row) { all[ring] = known.next() ?? false }
    }
    return all
  }
}

/// The edges of some rows by their ends, and how much more land lies on one side of each.
private struct EdgeTable {
  private let column: GeometryColumn
  private let hasLandOnLeft: [Bool]
  /// For each edge inserted the position it starts at.
  private var starts: [Int32] = []
  /// For each edge the first inserted with the same ends.
  private var firsts: [Int32] = []
  /// For each edge that is such a first, lands on the left of its lower-to-upper direction less those on
  /// the right.
  private var surplus: [Int32] = []
  /// Open addressing: the upper bits of the hash, and below them the number of an edge plus one.
  private var slots: [UInt64] = []
  private var mask = 0

  init(_ column: GeometryColumn, hasLandOnLeft: [Bool]) {
    self.column = column
    self.hasLandOnLeft = hasLandOnLeft
  }

  /// Inserts the edges of rows, once and before any match.
  mutating func insert(rows: ArraySlice<Int>) {
    var count = 0
    for row in rows { count += column.range(ofRow: row).count }
    var size = 16
    while size < 2 * count { size *= 2 }
    slots = Array(repeating: 0, count: size)
    mask = size - 1
    starts.reserveCapacity(count)
    firsts.reserveCapacity(count)
    surplus.reserveCapacity(count)
    let positions = column.positions
    for row in rows {
      for ring in column.rings(ofRow: row) {
        let isLeft = hasLandOnLeft[ring]
        let range = column.range(ofRing: ring)
        guard var end = range.first.map({ HashedPosition(positions[$0]) }) else { continue }
        for index in range.dropFirst() {
          let start = end
          end = HashedPosition(positions[index])
          let edge = DirectedEdge(start, end)
          if edge.hasLength { insert(edge, start: index - 1, isLeft: isLeft, positions) }
        }
      }
    }
  }

  private mutating func insert(
    _ edge: DirectedEdge, start: Int, isLeft: Bool, _ positions: [XY]
  ) {
    let step: Int32 = edge.runsUp == isLeft ? 1 : -1
    let slot = slot(of: edge, positions)
    let number = Int32(truncatingIfNeeded: starts.count)
    starts.append(Int32(truncatingIfNeeded: start))
    surplus.append(0)
    if slots[slot] == 0 {
      slots[slot] = edge.hash & 0xFFFF_FFFF_0000_0000 | UInt64(number + 1)
      firsts.append(number)
      surplus[Int(number)] = step
    } else {
      let first = Int32(truncatingIfNeeded: slots[slot] & 0xFFFF_FFFF) - 1
      firsts.append(first)
      surplus[Int(first)] += step
    }
  }

  /// Counts the land of another row's edges that are in the table.
  mutating func match(row: Int, in window: BoundingBox) {
    let positions = column.positions
    for ring in column.rings(ofRow: row) {
      let isLeft = hasLandOnLeft[ring]
      let range = column.range(ofRing: ring)
      guard var end = range.first.map({ HashedPosition(positions[$0]) }) else { continue }
      var isNear = window.contains(end.position)
      for index in range.dropFirst() {
        let (start, wasNear) = (end, isNear)
        isNear = window.contains(positions[index])
        guard isNear else { continue }
        end = HashedPosition(positions[index])
        guard wasNear else { continue }
        let edge = DirectedEdge(start, end)
        guard edge.hasLength else { continue }
        let slot = slot(of: edge, positions)
        guard slots[slot] != 0 else { continue }
        surplus[Int(slots[slot] & 0xFFFF_FFFF) - 1] += edge.runsUp == isLeft ? 1 : -1
      }
    }
  }

  /// Where the inserted edges start that have not as much land on one side as on the other.
  func freeEdges() -> [Int32] {
    starts.indices.filter { surplus[Int(firsts[$0])] != 0 }.map { starts[$0] }
  }

  /// The slot that holds an edge with these ends, or the empty one where it belongs.
  private func slot(of edge: DirectedEdge, _ positions: [XY]) -> Int {
    var slot = Int(truncatingIfNeeded: edge.hash) & mask
    while slots[slot] != 0 {
      if (slots[slot] ^ edge.hash) >> 32 == 0 {
        let start = Int(starts[Int(slots[slot] & 0xFFFF_FFFF) - 1])
        if edge.hasEnds(positions[start], positions[start + 1]) { return slot }
      }
      slot = (slot + 1) & mask
    }
    return slot
  }
}

/// A position and a number mixed from its ordinates.
private struct HashedPosition {
  let position: XY
  let hash: UInt64

  init(_ position: XY) {
    self.position = position
    // Adding zero makes one zero of the two; the multipliers are odd and otherwise arbitrary.
    var z = (position.x + 0).bitPattern &* 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 32)) &+ (position.y + 0).bitPattern &* 0xC2B2_AE3D_27D4_EB4F
    z = (z ^ (z >> 30)) &* 0x94D0_49BB_1331_11EB
    hash = z ^ (z >> 29)
  }
}

/// An edge with the direction it runs in; its hash is that of the reversed edge too.
private struct DirectedEdge {
  let start: XY
  let end: XY
  let hash: UInt64

  init(_ start: HashedPosition, _ end: HashedPosition) {
    (self.start, self.end) = (start.position, end.position)
    hash = start.hash &+ end.hash
  }

  /// Whether it runs from its lower to its upper end, by easting and then by northing.
  var runsUp: Bool { start.x < end.x || (start.x == end.x && start.y <= end.y) }

  // Ordinates are compared one by one: `==` of positions is a call here, and this the innermost loop.
  var hasLength: Bool { start.x != end.x || start.y != end.y }

  func hasEnds(_ a: XY, _ b: XY) -> Bool {
    (start.x == b.x && start.y == b.y && end.x == a.x && end.y == a.y)
      || (start.x == a.x && start.y == a.y && end.x == b.x && end.y == b.y)
  }
}
