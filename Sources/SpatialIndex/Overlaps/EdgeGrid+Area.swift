internal import CKernels
package import LandModel

extension EdgeGrid {
  /// How a window lies to the polygon, as far as the grid tells without looking at an edge.
  package enum WindowRelation: Sendable {
    /// Nothing of the polygon lies in the window.
    case apart
    /// All of the window lies in the polygon.
    case inside
    /// Edges may lie in the window.
    case crossed
  }

  /// How a window lies to the polygon.
  ///
  /// - Complexity: O(r) for r rows of cells that the window meets.
  package func relation(to window: BoundingBox) -> WindowRelation {
    guard let cells = WindowCells(window, of: self) else { return .apart }
    if cells.rows.contains(where: { !entries(ofRow: $0, columns: cells.columns).isEmpty }) {
      return .crossed
    }
    guard cells.startsInside else { return .apart }
    return box.contains(window) ? .inside : .crossed
  }

  /// The area that the grid's polygon and another one have in common, in the plane.
  ///
  /// No overlay is built. A polygon is the sum over its edges, with a sign, of "below this edge"; so the
  /// area in common is the sum over pairs of edges of the signed integral of the lower one. What of this
  /// polygon lies above the window of the other is known from the inside corners of the grid. Shared and
  /// equal edges need no care, and a polygon that meets no edge costs a look-up.
  ///
  /// Against GEOS the error stays below 1e-6 m² on towns and parcels; touching and an overlap below that
  /// look alike.
  /// - Parameters:
  ///   - column: the column that the grid was made of.
  ///   - window: scratch space of the task; where edges were looked at, it holds what was seen.
  /// - Complexity: for each of this one's edges in the other's box, the other's edges above or below it.
  package func overlapArea(
    with other: inout PolygonEdges, in column: GeometryColumn, window: inout EdgeWindow
  ) -> Double {
    switch relation(to: other.box) {
    case .apart: return 0
    case .inside: return other.area
    case .crossed:
      look(through: &window, at: other.box, in: column)
      return window.area(inCommonWith: &other)
    }
  }

  /// Puts into a window what it shows of the polygon.
  private func look(
    through window: inout EdgeWindow, at box: BoundingBox, in column: GeometryColumn
  ) {
    precondition(
      base + positionCount <= column.positions.count, "The column that the grid was made of.")
    window.restart(bound: positionCount)
    guard let cells = WindowCells(box, of: self) else { return }
    window.insideAtLeft = cells.startsInside ? 1 : 0
    let frame = WindowFrame(box: box, top: cells.top)
    column.positions.withUnsafeBufferPointer { positions in
      for row in cells.rows {
        for entry in entries(ofRow: row, columns: cells.columns) {
          let edge = Int(entries[entry] >> 1)
          guard window.mark(edge) else { continue }
          let (a, b) = (positions[base + edge], positions[base + edge + 1])
          let turn = entries[entry] & 1 == 0 ? 1.0 : -1.0
          // What lies on or above the upper side is known from crossings alone.
          guard min(a.y, b.y) < cells.top else { continue }
          var cut: Double?
          if cells.top <= max(a.y, b.y) {
            let offset = Self.crossing(a, b, at: cells.top, from: box.minX)
            if cellColumn(Self.crossing(a, b, at: cells.top)) >= cells.columns.lowerBound {
              frame.add(crossingAt: offset, step: b.y > a.y ? -turn : turn, to: &window)
            }
            cut = offset
          }
          if let shown = frame.shown(a, b, cutAt: cut, turn: turn) { window.edges.append(shown) }
        }
      }
    }
  }
}

/// The cells of a grid that a window meets, and what is known of the line above them.
private struct WindowCells {
  let columns: ClosedRange<Int>
  let rows: ClosedRange<Int>
  /// The northing of the line above the cells, a metre above all where they reach the grid's top.
  let top: Double
  let reachesTop: Bool
  /// Whether the line above the cells starts inside the polygon.
  let startsInside: Bool

  /// - Returns: nil where the window does not meet the polygon's box.
  init?(_ window: BoundingBox, of grid: EdgeGrid) {
    guard !window.isEmpty, !grid.box.isEmpty, window.meets(grid.box) else { return nil }
    columns = grid.cellColumn(window.minX)...grid.cellColumn(window.maxX)
    var highest = grid.cellRow(window.maxY)
    if grid.lineHeight(highest + 1) < window.maxY, highest + 1 < grid.rows { highest += 1 }
    rows = grid.cellRow(window.minY)...highest
    reachesTop = highest + 1 >= grid.rows
    startsInside =
      !reachesTop && grid.isInside(cornerColumn: columns.lowerBound, line: highest + 1)
    top =
      reachesTop
      ? max(window.maxY, grid.lineHeight(grid.rows)) + 1 : grid.lineHeight(highest + 1)
  }
}

/// The frame of a window: the box of the one polygon, as high as the cells of the other reach.
private struct WindowFrame {
  let corner: XY
  let width: Double
  let height: Double

  init(box: BoundingBox, top: Double) {
    corner = XY(box.minX, box.minY)
    width = box.maxX - box.minX
    height = top - box.minY
  }

  /// Counts an edge that crosses the upper side: right of it, one thing more or less lies above.
  @inline(__always)
  func add(crossingAt offset: Double, step: Double, to window: inout EdgeWindow) {
    if offset <= 0 {
      window.insideAtLeft += step
    } else if offset < width {
      window.crossings.append(EdgeWindow.Crossing(offset: offset, step: step))
    }
  }

  /// What the window shows of an edge, from its lower left corner; nil where that is nothing.
  ///
  /// It ends at the very place where it was counted to cross the upper side: along an edge that is nearly
  /// level, a place found from other differences would be another one.
  @inline(__always)
  func shown(_ start: XY, _ end: XY, cutAt cut: Double?, turn: Double) -> ck_edge? {
    var a = XY(start.x - corner.x, start.y - corner.y)
    var b = XY(end.x - corner.x, end.y - corner.y)
    let sign = a.x < b.x ? -turn : turn
    if a.x > b.x { swap(&a, &b) }
    if b.x <= 0 || a.x >= width || a.x == b.x { return nil }
    let slope = (b.y - a.y) / (b.x - a.x)
    // So steep that it has no width that counts.
    if !slope.isFinite { return nil }
    if let cut {
      if slope < 0 { a = XY(cut, height) } else { b = XY(cut, height) }
    }
    if a.x < 0 { a = XY(0, a.y - slope * a.x) }
    if b.x > width { b = XY(width, b.y + slope * (width - b.x)) }
    if a.y <= 0 && b.y <= 0 { return nil }
    if a.y < 0 { a = XY(a.x - a.y / slope, 0) }
    if b.y < 0 { b.x -= b.y / slope }
    if b.x <= a.x { return nil }
    return ck_edge(left: a.x, right: b.x, height: a.y, slope: slope, sign: sign)
  }
}
