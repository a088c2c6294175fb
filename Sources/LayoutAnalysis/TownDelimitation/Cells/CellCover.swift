import Foundation
import LandModel

/// Which cells of a window a layer's features meet.
///
/// Cells are found from the features' edges: an edge marks the cells it passes, and a line through
/// the centres of each row of cells tells which lie inside a polygon. A cell that an edge misses is
/// wholly inside or wholly outside, so its centre stands for all of it. Whatever touches a cell meets
/// it; a tolerance of a millimetre keeps rounding on the safe side.
struct CellCover {
  let window: CellWindow
  /// The rounding allowance, metres: far above that of doubles at 4·10⁷ m (10⁻⁸), far below a survey's
  /// precision (domain facts §4.2: 0.001 m).
  static let tolerance = 0.001

  /// Cells whose distance from a feature is `distance` or less; at zero, cells that a feature meets.
  ///
  /// - Parameter rows: the features that count, ascending; those far from the window only cost time.
  /// - Complexity: O(v + edges near the window × cells near an edge).
  func cells(within distance: Double, of column: GeometryColumn, rows: [Int]) -> [Bool] {
    var marked = [Bool](repeating: false, count: window.count)
    let near = window.box.expanded(by: distance)
    for row in rows {
      for edge in LayerEdges(column, row: row) where edge.meets(near) {
        mark(edge, within: distance, in: &marked)
      }
      if column.kinds[row] == .polygon { markInside(column, row: row, in: &marked) }
    }
    return marked
  }

  /// Cells that do not lie wholly within the union of polygons.
  ///
  /// An edge that two features share in opposite directions lies inside their union and closes
  /// nothing. Features that meet along different vertices count as apart there: on the safe side.
  func cellsOutside(_ column: GeometryColumn, rows: [Int]) -> [Bool] {
    var inside = [Bool](repeating: false, count: window.count)
    var edges: [LayerEdge] = []
    let box = window.box
    for row in rows {
      edges += LayerEdges(column, row: row, interiorOnLeft: true).filter { $0.meets(box) }
      markInside(column, row: row, in: &inside)
    }
    let all = Set(edges)
    var outside = inside.map { !$0 }
    for edge in edges where !all.contains(edge.reversed) {
      mark(edge, within: 0, in: &outside)
    }
    return outside
  }

  /// Marks the cells within a distance of an edge.
  private func mark(_ edge: LayerEdge, within distance: Double, in marked: inout [Bool]) {
    let lattice = window.lattice
    let reach = distance + Self.tolerance
    let rowHeight = lattice.side * 1.5
    let (low, high) = (min(edge.start.y, edge.end.y), max(edge.start.y, edge.end.y))
    let margin = lattice.side + reach
    let lines = window.rowStarts.count - 1
    let first = max(0, lineIndex(((low - margin) / rowHeight).rounded(.down)))
    let last = min(lines - 1, lineIndex(((high + margin) / rowHeight).rounded(.up)))
    for line in stride(from: first, through: last, by: 1) {
      let cells = window.rowStarts[line]..<window.rowStarts[line + 1]
      guard let firstCell = cells.first else { continue }
      let y = window.position(firstCell).y
      guard let span = edge.span(fromY: y - margin, toY: y + margin) else { continue }
      let west = window.position(firstCell).x
      let half = lattice.width / 2 + reach
      let from = ((span.low - half - west) / lattice.width).rounded(.up)
      let to = ((span.high + half - west) / lattice.width).rounded(.down)
      let start = cells.lowerBound + Int(max(0, min(from, Double(cells.count))))
      let end = cells.lowerBound + Int(max(-1, min(to, Double(cells.count - 1))))
      for cell in stride(from: start, through: end, by: 1) where !marked[cell] {
        let shape = HexagonShape(lattice: lattice, cell: window.cells[cell])
        marked[cell] = shape.isWithin(reach, of: edge)
      }
    }
  }

  /// Marks the cells whose centres lie inside a polygon, by its crossings with each row of centres.
  private func markInside(_ column: GeometryColumn, row: Int, in marked: inout [Bool]) {
    let rowHeight = window.lattice.side * 1.5
    let lines = window.rowStarts.count - 1
    let heights = (0..<lines).map { Double(window.firstRow + $0) * rowHeight }
    var crossings = [[Double]](repeating: [], count: lines)
    for edge in LayerEdges(column, row: row) {
      let (low, high) = edge.start.y < edge.end.y ? (edge.start, edge.end) : (edge.end, edge.start)
      let first = max(0, lineIndex((low.y / rowHeight).rounded(.down)))
      let last = min(lines - 1, lineIndex((high.y / rowHeight).rounded(.up)))
      for line in stride(from: first, through: last, by: 1) {
        let y = heights[line]
        guard low.y <= y, y < high.y else { continue }
        crossings[line].append(low.x + (high.x - low.x) * ((y - low.y) / (high.y - low.y)))
      }
    }
    for line in 0..<lines where crossings[line].count > 1 {
      let sorted = crossings[line].sorted()
      var next = 0
      for cell in window.rowStarts[line]..<window.rowStarts[line + 1] {
        let x = window.position(cell).x
        while next < sorted.count, sorted[next] <= x { next += 1 }
        if next % 2 == 1 { marked[cell] = true }
      }
    }
  }

  /// A lattice row as a line of the window, kept within what an integer holds.
  private func lineIndex(_ row: Double) -> Int {
    Int(min(max(row - Double(window.firstRow), -1e9), 1e9))
  }
}
