package import LandModel

/// The edges of one polygonal row, listed by the cells of a grid over its box.
///
/// For each corner of the grid it is kept whether it lies inside, so that a small polygon against a big one
/// looks at the big one's edges near it only. Needs a valid polygon; rings may wind either way.
package struct EdgeGrid: Sendable {
  let box: BoundingBox
  let columns: Int
  let rows: Int
  let cellWidth: Double
  let cellHeight: Double
  private let perWidth: Double
  private let perHeight: Double
  /// By how much an edge's box is widened for the cells it is listed in.
  private let hair: XY
  /// For each cell, row by row from below, where its entries begin; one more at the end.
  private(set) var starts: [Int32]
  /// Edges by cell: the number of the edge's first position, counted from the row's first, doubled, plus
  /// one where the ring winds against the rule (shell anticlockwise, hole clockwise).
  private(set) var entries: [Int32] = []
  /// Whether a grid corner is inside, row by row from below.
  private(set) var corners: [Bool]
  /// The number of the row's first position in its column.
  let base: Int

  /// The number of positions of the row: a bound for the numbers of edges.
  package let positionCount: Int

  /// Lists the edges of a row; about one cell for each edge, fewer where edges are long and many.
  ///
  /// - Complexity: O(v), in time and memory.
  package init(row: Int, of column: GeometryColumn) {
    let range = column.range(ofRow: row)
    base = range.lowerBound
    positionCount = range.count
    box = column.boundingBox(ofRow: row)
    let side = Self.side(ofRow: row, of: column, box: box)
    func cells(_ length: Double) -> Int {
      side > 0 ? Int(min(max(length / side, 1), 4096)) : 1
    }
    columns = cells(box.width)
    rows = cells(box.height)
    cellWidth = box.width / Double(columns)
    cellHeight = box.height / Double(rows)
    perWidth = cellWidth > 0 ? 1 / cellWidth : 0
    perHeight = cellHeight > 0 ? 1 / cellHeight : 0
    // No less than the distance of two doubles there, by which the place of a line may be rounded.
    hair = XY(
      max(cellWidth * 1e-9, max(abs(box.minX), abs(box.maxX)).ulp),
      max(cellHeight * 1e-9, max(abs(box.minY), abs(box.maxY)).ulp))
    starts = Array(repeating: 0, count: columns * rows + 1)
    corners = Array(repeating: false, count: (columns + 1) * (rows + 1))
    let edges = Self.edges(ofRow: row, of: column)
    let positions = column.positions
    let spans = edges.map { edge in
      let index = base + Int(edge >> 1)
      return span(positions[index], positions[index + 1])
    }
    list(edges, spans)
    markCorners(edges, spans, positions)
  }

  /// Edges of a row up to which each may lie in every cell.
  private static let fewEdges = 1024
  /// Entries for each edge, at most, where there are more edges.
  private static let entriesPerEdge = 16.0

  /// The side of the cells: as many cells as edges, but no more than keep the entries few.
  ///
  /// An edge is listed in all cells of its box: a comb of long slanting edges would fill every one.
  private static func side(ofRow row: Int, of column: GeometryColumn, box: BoundingBox) -> Double {
    let range = column.range(ofRow: row)
    let count = Double(range.count + 1)
    var side = (box.width * box.height / count).squareRoot()
    guard range.count > fewEdges, side > 0 else { return side }
    var (across, up, areas) = (0.0, 0.0, 0.0)
    let positions = column.positions
    for ring in column.rings(ofRow: row) {
      for index in column.range(ofRing: ring).dropLast() {
        let dx = abs(positions[index + 1].x - positions[index].x)
        let dy = abs(positions[index + 1].y - positions[index].y)
        across += dx
        up += dy
        areas += dx * dy
      }
    }
    let longest = max(box.width, box.height)
    while areas / (side * side) + (across + up) / side > entriesPerEdge * count, side < longest {
      side *= 2
    }
    return side
  }

  /// The column of cells that holds an easting; the outermost for what lies outside.
  @inline(__always)
  func cellColumn(_ x: Double) -> Int {
    Int(max(0, min((x - box.minX) * perWidth, Double(columns - 1))))
  }

  /// The row of cells that holds a northing; the outermost for what lies outside.
  @inline(__always)
  func cellRow(_ y: Double) -> Int {
    Int(max(0, min((y - box.minY) * perHeight, Double(rows - 1))))
  }

  /// The northing of a line of the grid.
  @inline(__always)
  func lineHeight(_ row: Int) -> Double { box.minY + Double(row) * cellHeight }

  /// Whether the corner at the left end of a cell, on a line of the grid, lies inside.
  @inline(__always)
  func isInside(cornerColumn column: Int, line: Int) -> Bool {
    corners[line * (columns + 1) + column]
  }

  /// The entries of a run of cells in one row.
  @inline(__always)
  func entries(ofRow row: Int, columns range: ClosedRange<Int>) -> Range<Int> {
    let first = row * columns
    return Int(starts[first + range.lowerBound])..<Int(starts[first + range.upperBound + 1])
  }

  /// The easting where an edge crosses a northing, from an origin; every caller must get the same bits.
  ///
  /// Never beyond the edge's ends, where rounding may carry it by the distance of two doubles: the edge is
  /// not listed in the cells there.
  @inline(__always)
  static func crossing(_ a: XY, _ b: XY, at y: Double, from origin: Double = 0) -> Double {
    let (start, end) = (a.x - origin, b.x - origin)
    let x = start + (b.x - a.x) * ((y - a.y) / (b.y - a.y))
    return max(min(start, end), min(x, max(start, end)))
  }

  /// The edges of a row as entries.
  private static func edges(ofRow row: Int, of column: GeometryColumn) -> [Int32] {
    let positions = column.positions
    let base = column.range(ofRow: row).lowerBound
    var edges: [Int32] = []
    edges.reserveCapacity(column.range(ofRow: row).count)
    for part in column.parts(ofRow: row) {
      let rings = column.rings(ofPart: part)
      for ring in rings {
        let range = column.range(ofRing: ring)
        let isAnticlockwise = PlanarMeasure.signedArea(ofRing: positions[range]) > 0
        let flip: Int32 = isAnticlockwise == (ring == rings.lowerBound) ? 0 : 1
        for index in range.dropLast() { edges.append(Int32(index - base) * 2 + flip) }
      }
    }
    return edges
  }

  /// The cells that the box of an edge meets.
  private struct CellSpan {
    let firstColumn: Int32
    let lastColumn: Int32
    let firstRow: Int32
    let lastRow: Int32
  }

  /// The cells that an edge's box meets, a hair wider so that an edge on a line is in both.
  @inline(__always)
  private func span(_ a: XY, _ b: XY) -> CellSpan {
    CellSpan(
      firstColumn: Int32(cellColumn(min(a.x, b.x) - hair.x)),
      lastColumn: Int32(cellColumn(max(a.x, b.x) + hair.x)),
      firstRow: Int32(cellRow(min(a.y, b.y) - hair.y)),
      lastRow: Int32(cellRow(max(a.y, b.y) + hair.y)))
  }

  /// Sorts edges into cells: counts them, then puts each where its cells begin.
  private mutating func list(_ edges: [Int32], _ spans: [CellSpan]) {
    let width = Int32(columns)
    for span in spans {
      for row in span.firstRow...span.lastRow {
        for cell in (row * width + span.firstColumn)...(row * width + span.lastColumn) {
          starts[Int(cell) + 1] += 1
        }
      }
    }
    for cell in 1..<starts.count { starts[cell] += starts[cell - 1] }
    entries = Array(repeating: 0, count: Int(starts[starts.count - 1]))
    var next = starts
    for (edge, span) in zip(edges, spans) {
      for row in span.firstRow...span.lastRow {
        for cell in (row * width + span.firstColumn)...(row * width + span.lastColumn) {
          entries[Int(next[Int(cell)])] = edge
          next[Int(cell)] += 1
        }
      }
    }
  }

  /// Counts crossings of each line of the grid from the left, so that a corner is inside when it is odd.
  private mutating func markCorners(_ edges: [Int32], _ spans: [CellSpan], _ positions: [XY]) {
    for (edge, span) in zip(edges, spans) {
      let index = base + Int(edge >> 1)
      let (a, b) = (positions[index], positions[index + 1])
      let (low, high) = (min(a.y, b.y), max(a.y, b.y))
      for line in Int(span.firstRow)...(Int(span.lastRow) + 1) {
        let y = lineHeight(line)
        guard low < y, y <= high else { continue }
        let column = cellColumn(Self.crossing(a, b, at: y))
        corners[line * (columns + 1) + column + 1].toggle()
      }
    }
    for line in 0...rows {
      let first = line * (columns + 1)
      for column in 1...columns where corners[first + column - 1] {
        corners[first + column].toggle()
      }
    }
  }
}
