package import LandModel

/// Which edges of a grid were met in the current sum; reused from pair to pair.
package struct EdgeMarks: Sendable {
  private var marks: [UInt32] = []
  private var current: UInt32 = 0

  package init() {}

  /// Forgets all marks, for edges numbered below a bound.
  mutating func restart(bound: Int) {
    if marks.count < bound {
      marks.append(contentsOf: repeatElement(0, count: bound - marks.count))
    }
    current &+= 1
    if current == 0 {
      for index in marks.indices { marks[index] = 0 }
      current = 1
    }
  }

  /// Marks an edge; false where it was marked before.
  mutating func mark(_ edge: Int) -> Bool {
    if marks[edge] == current { return false }
    marks[edge] = current
    return true
  }
}

extension EdgeGrid {
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
  ///   - marks: scratch space of the task.
  /// - Complexity: the other's edges times this one's edges in the other's box.
  package func overlapArea(
    with other: PolygonEdges, in column: GeometryColumn, marks: inout EdgeMarks
  ) -> Double {
    let window = other.box
    guard !window.isEmpty, !box.isEmpty, window.meets(box) else { return 0 }
    let cellColumns = cellColumn(window.minX)...cellColumn(window.maxX)
    let lowRow = cellRow(window.minY)
    var highRow = cellRow(window.maxY)
    if lineHeight(highRow + 1) < window.maxY, highRow + 1 < rows { highRow += 1 }
    let reachesTop = highRow + 1 >= rows
    let startsInside =
      !reachesTop && isInside(cornerColumn: cellColumns.lowerBound, line: highRow + 1)
    var isCrossed = false
    for row in lowRow...highRow where !isCrossed {
      isCrossed = !entries(ofRow: row, columns: cellColumns).isEmpty
    }
    if !isCrossed, !startsInside { return 0 }
    if !isCrossed, box.contains(window) { return other.area }
    let top = reachesTop ? max(window.maxY, lineHeight(rows)) + 1 : lineHeight(highRow + 1)
    var sum = WindowSum(
      window: window, top: top, reachesTop: reachesTop, insideAtLeft: startsInside ? 1 : 0)
    marks.restart(bound: positionCount)
    let positions = column.positions
    for row in lowRow...highRow {
      for entry in entries(ofRow: row, columns: cellColumns) {
        let edge = Int(entries[entry] >> 1)
        guard marks.mark(edge) else { continue }
        let (a, b) = (positions[base + edge], positions[base + edge + 1])
        let turn = entries[entry] & 1 == 0 ? 1.0 : -1.0
        if !reachesTop, min(a.y, b.y) < top, top <= max(a.y, b.y) {
          let x = Self.crossing(a, b, at: top)
          if cellColumn(x) >= cellColumns.lowerBound {
            sum.addCrossing(ofTopAt: x, isUpward: b.y > a.y, turn: turn, other)
          }
        }
        sum.addEdge(a, b, turn: turn, other)
      }
    }
    return sum.total + sum.insideAtLeft * other.area
  }
}

/// The sum over edges in the window of one pair of polygons.
private struct WindowSum {
  let window: BoundingBox
  let top: Double
  let reachesTop: Bool
  /// How often the window's upper left corner lies inside: 0 or 1 when all crossings are in.
  var insideAtLeft: Double
  var total = 0.0

  init(window: BoundingBox, top: Double, reachesTop: Bool, insideAtLeft: Double) {
    self.window = window
    self.top = top
    self.reachesTop = reachesTop
    self.insideAtLeft = insideAtLeft
  }

  /// Counts an edge that crosses the upper side: right of it, one thing more or less lies above.
  mutating func addCrossing(
    ofTopAt x: Double, isUpward: Bool, turn: Double, _ other: PolygonEdges
  ) {
    let step = isUpward ? -turn : turn
    let offset = x - window.minX
    if offset <= 0 {
      insideAtLeft += step
    } else if offset < window.width {
      total += step * (other.area - other.area(leftOf: offset))
    }
  }

  /// Counts what lies below an edge, the edge cut to the window.
  mutating func addEdge(_ start: XY, _ end: XY, turn: Double, _ other: PolygonEdges) {
    var a = XY(start.x - window.minX, start.y - window.minY)
    var b = XY(end.x - window.minX, end.y - window.minY)
    let sign = a.x < b.x ? -turn : turn
    if a.x > b.x { swap(&a, &b) }
    let (width, height) = (window.width, top - window.minY)
    if b.x <= 0 || a.x >= width || a.x == b.x { return }
    let slope = (b.y - a.y) / (b.x - a.x)
    if a.x < 0 { a = XY(0, a.y - slope * a.x) }
    if b.x > width { b = XY(width, b.y + slope * (width - b.x)) }
    if (a.y <= 0 && b.y <= 0) || (a.y >= height && b.y >= height) { return }
    if a.y < 0 {
      a = XY(a.x - a.y / slope, 0)
    } else if a.y > height {
      a = XY(a.x + (height - a.y) / slope, height)
    }
    if b.y < 0 {
      b.x -= b.y / slope
    } else if b.y > height {
      b.x += (height - b.y) / slope
    }
    if b.x <= a.x { return }
    total += sign * other.area(belowEdgeFrom: a, to: b.x, slope: slope)
  }
}
