import LandModel

/// Which rows of a layer have the same geometry as an earlier row, whatever its rings' order, start and
/// direction.
struct EqualGeometries: Sendable {
  /// For each row the first that has its geometry; the row itself where it is the first or not compared.
  let firstRow: [Int]

  /// - Parameter boxes: one box for each row of the column.
  /// - Complexity: O(n log n), and O(v) for the rows whose boxes are equal.
  init(_ column: GeometryColumn, rows: [Int], boxes: [BoundingBox]) {
    var firstRow = Array(0..<column.count)
    var seen: [UInt64: [Int]] = [:]
    for row in Self.rowsWithEqualBoxes(rows, boxes) {
      let hash = Self.hash(column, row)
      let earlier = seen[hash] ?? []
      if let equal = earlier.first(where: { Self.areEqual(column, $0, row) }) {
        firstRow[row] = equal
      } else {
        seen[hash] = earlier + [row]
      }
    }
    self.firstRow = firstRow
  }

  /// The rows whose box another row has too, ascending: only they can have equal geometries.
  private static func rowsWithEqualBoxes(_ rows: [Int], _ boxes: [BoundingBox]) -> [Int] {
    let keys = rows.map { row in
      let box = boxes[row]
      let corner = mixed(XY(box.minX, box.minY))
      return corner ^ (mixed(XY(box.maxX, box.maxY)) &* 3)
    }
    // Nearly all rows are alone in one of eight times as many slots, and need not be sorted.
    let bits = max(8, Int.bitWidth - (8 * rows.count).leadingZeroBitCount)
    var seen = [UInt8](repeating: 0, count: 1 << bits)
    for key in keys where seen[Int(key >> (64 - bits))] < 2 { seen[Int(key >> (64 - bits))] += 1 }
    var company = zip(keys, rows).filter { seen[Int($0.0 >> (64 - bits))] > 1 }
    company.sort { $0 < $1 }
    return company.indices.filter { place in
      (place > 0 && company[place - 1].0 == company[place].0)
        || (place + 1 < company.count && company[place + 1].0 == company[place].0)
    }.map { company[$0].1 }.sorted()
  }

  /// A sum over edges, so that neither order nor direction matters.
  private static func hash(_ column: GeometryColumn, _ row: Int) -> UInt64 {
    var sum: UInt64 = 0
    forEachEdge(column, row) { a, b in sum &+= mixed(a) &+ mixed(b) &+ (mixed(a) &* mixed(b)) }
    return sum
  }

  private static func areEqual(_ column: GeometryColumn, _ left: Int, _ right: Int) -> Bool {
    column.kinds[left] == column.kinds[right]
      && sortedEdges(column, left) == sortedEdges(column, right)
  }

  private static func sortedEdges(_ column: GeometryColumn, _ row: Int) -> [UndirectedEdge] {
    var edges: [UndirectedEdge] = []
    forEachEdge(column, row) { a, b in edges.append(UndirectedEdge(a, b)) }
    return edges.sorted()
  }

  /// Edges of some length; of points, each position with itself.
  private static func forEachEdge(_ column: GeometryColumn, _ row: Int, _ body: (XY, XY) -> Void) {
    let isPoint = column.kinds[row] == .point
    for ring in column.rings(ofRow: row) {
      let range = column.range(ofRing: ring)
      if isPoint { range.forEach { body(column.positions[$0], column.positions[$0]) } }
      for index in range.dropFirst() where column.positions[index - 1] != column.positions[index] {
        body(column.positions[index - 1], column.positions[index])
      }
    }
  }

  /// A position scrambled; adding zero makes one zero of the two.
  private static func mixed(_ position: XY) -> UInt64 {
    var z = (position.x + 0).bitPattern &* 0x9E37_79B9_7F4A_7C15 &+ (position.y + 0).bitPattern
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
