import LandModel

/// The boundaries of a label grid as polygons that share their edges exactly.
///
/// A naive surface net (Gibson 1998, "Constrained Elastic Surface Nets") in the plane: every cell that
/// sees more than one label gets one vertex inside it, and every pair of unlike neighbour nodes gives one
/// edge between the vertices of the two cells beside it. Vertices may move freely inside their cells:
/// edges stay in the two cells they join, so they never cross, and neighbours share them by construction.
struct BoundaryNet: Sendable {
  private let grid: LabelGrid
  /// The vertex of each cell, by the node at its south-west corner; meaningless in cells of one label.
  private var vertices: [XY]
  private let isMixed: [Bool]

  /// A polygon of the net and the label it carries.
  struct Region: Sendable {
    let label: Int32
    /// Shell first, anticlockwise; holes clockwise; rings repeat their first position.
    let rings: [[XY]]
  }

  /// Vertices keep this share of a cell away from the cell's sides.
  private static let margin = 0.12

  /// - Parameter level: where given, a vertex starts at the mean of the places where this field is zero
  ///   on the cell's sides, so that the net follows the contour; else at the cell's centre.
  init(_ labelled: LabelGrid, followingZeroOf level: Raster? = nil) {
    var grid = labelled
    grid.separateCorners()
    self.grid = grid
    let frame = grid.frame
    vertices = Array(repeating: XY(0, 0), count: frame.count)
    var isMixed = [Bool](repeating: false, count: frame.count)
    for row in 0..<(frame.rows - 1) {
      for column in 0..<(frame.columns - 1) {
        let node = frame.index(column, row)
        let label = grid.labels[node]
        guard
          label != grid.labels[node + 1] || label != grid.labels[node + frame.columns]
            || label != grid.labels[node + frame.columns + 1]
        else { continue }
        isMixed[node] = true
        let corner = frame.position(column, row)
        let place = level.flatMap { Self.crossing($0, cell: node) } ?? XY(0.5, 0.5)
        vertices[node] = XY(corner.x + place.x * frame.cell, corner.y + place.y * frame.cell)
      }
    }
    self.isMixed = isMixed
  }

  /// The mean of the zeros of a field on the sides of a cell, in parts of the cell; nil without any.
  private static func crossing(_ field: Raster, cell node: Int) -> XY? {
    let columns = field.frame.columns
    let (a, b) = (field.values[node], field.values[node + 1])
    let (c, d) = (field.values[node + columns], field.values[node + columns + 1])
    var (x, y, count) = (0.0, 0.0, 0.0)
    func add(_ from: Double, _ to: Double, _ place: (Double) -> XY) {
      guard (from < 0) != (to < 0) else { return }
      let found = place(from / (from - to))
      (x, y, count) = (x + found.x, y + found.y, count + 1)
    }
    add(a, b) { XY($0, 0) }
    add(c, d) { XY($0, 1) }
    add(a, c) { XY(0, $0) }
    add(b, d) { XY(1, $0) }
    guard count > 0 else { return nil }
    return XY(x / count, y / count)
  }

  /// Moves every vertex half-way to the mean of its neighbours, then by a displacement, within its cell.
  mutating func relax(passes: Int, displacement: (XY) -> XY) {
    let frame = grid.frame
    for pass in 0..<passes {
      let before = vertices
      for row in 1..<(frame.rows - 2) {
        for column in 1..<(frame.columns - 2) {
          let cell = frame.index(column, row)
          guard isMixed[cell] else { continue }
          var (x, y, count) = (0.0, 0.0, 0.0)
          forEachNeighbour(ofCell: cell) { neighbour in
            (x, y, count) = (x + before[neighbour].x, y + before[neighbour].y, count + 1)
          }
          var moved = before[cell]
          if count > 0 { moved = XY((moved.x + x / count) / 2, (moved.y + y / count) / 2) }
          if pass == passes - 1 {
            let shift = displacement(moved)
            moved = XY(moved.x + shift.x, moved.y + shift.y)
          }
          vertices[cell] = clamped(moved, toCell: frame.position(column, row))
        }
      }
    }
  }

  /// Moves every vertex by a displacement that depends on its place only, within its cell.
  ///
  /// Nets over frames of one lattice move alike, so that they still match where they meet.
  mutating func displace(_ displacement: (XY) -> XY) {
    for cell in isMixed.indices where isMixed[cell] {
      let (before, corner) = (vertices[cell], grid.frame.position(ofNode: cell))
      let shift = displacement(before)
      vertices[cell] = clamped(XY(before.x + shift.x, before.y + shift.y), toCell: corner)
    }
  }

  /// Cells joined to a cell by an edge of the net: across each side whose two nodes differ.
  private func forEachNeighbour(ofCell cell: Int, _ body: (Int) -> Void) {
    let columns = grid.frame.columns
    let (a, b) = (grid.labels[cell], grid.labels[cell + 1])
    let (c, d) = (grid.labels[cell + columns], grid.labels[cell + columns + 1])
    if a != b { body(cell - columns) }
    if c != d { body(cell + columns) }
    if a != c { body(cell - 1) }
    if b != d { body(cell + 1) }
  }

  private func clamped(_ position: XY, toCell corner: XY) -> XY {
    let (low, high) = (Self.margin * grid.frame.cell, (1 - Self.margin) * grid.frame.cell)
    return XY(
      min(max(position.x, corner.x + low), corner.x + high),
      min(max(position.y, corner.y + low), corner.y + high))
  }

  // MARK: Reading polygons off the net

  /// The polygons of all components, by the first node of each.
  ///
  /// - Parameter tolerance: vertices between two labels that lie this close to the line through their
  ///   neighbours are left out, in all polygons alike: every other cell keeps its vertex.
  /// - Complexity: O(n) in the nodes.
  func regions(droppingVerticesWithin tolerance: Double = 0) -> [Region] {
    let found = grid.components()
    var rings: [[[Int]]] = Array(repeating: [], count: found.sizes.count)
    var isVisited = [UInt8](repeating: 0, count: grid.labels.count)
    // Rings round a node or two keep their vertices, in the polygons beside them as well.
    var isKept = [Bool](repeating: false, count: grid.labels.count)
    for node in grid.labels.indices where grid.labels[node] != 0 {
      for side in 0..<4 where isVisited[node] & (1 << side) == 0 {
        guard grid.labels[node + offset(side)] != grid.labels[node] else { continue }
        let ring = ring(fromNode: node, side: side, isVisited: &isVisited)
        if ring.count <= 6 { for cell in ring { isKept[cell] = true } }
        rings[Int(found.numbers[node])].append(ring)
      }
    }
    return rings.indices.map { component in
      let drawn = rings[component].map { thinned($0, tolerance: tolerance, isKept) }
      // The shell is the one ring that runs anticlockwise.
      let shell = drawn.filter { PlanarMeasure.signedArea(ofRing: $0[...]) > 0 }
      let holes = drawn.filter { PlanarMeasure.signedArea(ofRing: $0[...]) < 0 }
      return Region(label: found.labels[component], rings: shell + holes)
    }
  }

  /// Sides of a node: east, north, west, south.
  private func offset(_ side: Int) -> Int {
    switch side & 3 {
    case 0: 1
    case 1: grid.frame.columns
    case 2: -1
    default: -grid.frame.columns
    }
  }

  /// The cell at the end of the edge on a side of a node, walking with the node on the left.
  private func endCell(_ node: Int, _ side: Int) -> Int {
    switch side & 3 {
    case 0: node
    case 1: node - 1
    case 2: node - 1 - grid.frame.columns
    default: node - grid.frame.columns
    }
  }

  /// The cells along a boundary, walking with the node's label on the left.
  private func ring(
    fromNode start: Int, side startSide: Int, isVisited: inout [UInt8]
  ) -> [Int] {
    let label = grid.labels[start]
    var cells: [Int] = []
    var (node, side) = (start, startSide)
    repeat {
      isVisited[node] |= 1 << UInt8(side)
      cells.append(endCell(node, side))
      let ahead = node + offset(side + 1)
      let beside = ahead + offset(side)
      if grid.labels[ahead] != label {
        side = (side + 1) & 3
      } else if grid.labels[beside] != label {
        node = ahead
      } else {
        node = beside
        side = (side + 3) & 3
      }
    } while (node, side) != (start, startSide)
    return cells
  }

  private func thinned(_ cells: [Int], tolerance: Double, _ isKept: [Bool]) -> [XY] {
    var kept: [XY] = []
    kept.reserveCapacity(cells.count + 1)
    for (index, cell) in cells.enumerated() {
      let before = cells[(index + cells.count - 1) % cells.count]
      let after = cells[(index + 1) % cells.count]
      if tolerance > 0, !isKept[cell], isDroppable(cell, between: before, after),
        vertices[cell].distance(toLineThrough: vertices[before], vertices[after]) < tolerance
      {
        continue
      }
      kept.append(vertices[cell])
    }
    if let first = kept.first { kept.append(first) }
    return kept
  }

  /// Whether a vertex may go, so that its neighbours on the net are joined directly.
  ///
  /// It joins two labels only; it lies in a cell of the even colour, whose neighbours on the net are all
  /// of the odd one and stay; and the new edge passes through its cell, not round the far side of the
  /// corner that the three cells share.
  private func isDroppable(_ cell: Int, between before: Int, _ after: Int) -> Bool {
    let (column, row) = (cell % grid.frame.columns, cell / grid.frame.columns)
    guard (column + row) % 2 == 0 else { return false }
    var edges = 0
    forEachNeighbour(ofCell: cell) { _ in edges += 1 }
    guard edges == 2 else { return false }
    let (dx, dy) = (
      before % grid.frame.columns + after % grid.frame.columns - 2 * column,
      before / grid.frame.columns + after / grid.frame.columns - 2 * row
    )
    guard dx != 0 else { return true }
    let half = grid.frame.cell / 2
    let corner = grid.frame.position(column, row)
    let middle = XY(corner.x + half, corner.y + half)
    let inner = XY(middle.x + Double(dx) * half, middle.y + Double(dy) * half)
    return middle.isBeside(inner, ofLineThrough: vertices[before], vertices[after]) == false
  }
}

extension XY {
  /// Distance to the line through two positions; to the first of them when they coincide.
  func distance(toLineThrough a: XY, _ b: XY) -> Double {
    let length = a.distance(to: b)
    guard length > 0 else { return distance(to: a) }
    return abs((b.x - a.x) * (a.y - y) - (a.x - x) * (b.y - a.y)) / length
  }

  /// Whether two positions lie on the same side of a line.
  func isBeside(_ other: XY, ofLineThrough a: XY, _ b: XY) -> Bool {
    let here = (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x)
    let there = (b.x - a.x) * (other.y - a.y) - (b.y - a.y) * (other.x - a.x)
    return (here > 0) == (there > 0)
  }
}
