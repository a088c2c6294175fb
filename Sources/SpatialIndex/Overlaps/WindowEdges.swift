internal import CKernels
package import LandModel

/// What a window shows of one polygonal row, laid out for the area that two rows have in common.
///
/// Positions are relative to the window's lower left corner, and heights are cut to the window: edges below
/// it fall away, what lies above it becomes its upper side. Each piece of an edge runs from left to right
/// with its height at the left end, its slope, and a sign; with it the polygon is, inside the window, the
/// sum over pieces of "below this piece". Reused from row to row.
package struct WindowEdges: Sendable {
  private var left: [Double] = []
  private var right: [Double] = []
  private var height: [Double] = []
  private var slope: [Double] = []
  private var sign: [Double] = []
  /// At least the length of the boundary inside the window.
  package private(set) var lengthBound = 0.0

  package init() {}

  /// Pieces laid out.
  package var count: Int { left.count }

  /// Lays out a row; what was there before is gone.
  ///
  /// - Parameters:
  ///   - row: a valid polygon of `column`.
  ///   - hasLandOnLeft: for each ring of the column whether its polygon lies left of it.
  ///   - window: the only part of the plane that counts, such as the common box of two rows.
  /// - Complexity: O(v).
  package mutating func load(
    row: Int, of column: GeometryColumn, hasLandOnLeft: [Bool], window: BoundingBox
  ) {
    left.removeAll(keepingCapacity: true)
    right.removeAll(keepingCapacity: true)
    height.removeAll(keepingCapacity: true)
    slope.removeAll(keepingCapacity: true)
    sign.removeAll(keepingCapacity: true)
    lengthBound = 0
    let positions = column.positions
    for ring in column.rings(ofRow: row) {
      let turn = hasLandOnLeft[ring] ? 1.0 : -1.0
      for index in column.range(ofRing: ring).dropLast() {
        add(positions[index], positions[index + 1], turn: turn, window)
      }
    }
  }

  /// The area that two rows laid out in the same window have in common inside it, in the plane.
  ///
  /// Exact but for rounding, which stays below 1e-6 m² for parcels and towns: touching and an overlap
  /// below that look alike. Wraps `ck_twice_area_below_edge`, whose last bits depend on the processor.
  /// - Complexity: O(p q) for p and q pieces.
  package func area(inCommonWith other: WindowEdges) -> Double {
    var sum = 0.0
    for index in other.left.indices {
      sum +=
        other.sign[index]
        * ck_twice_area_below_edge(
          left, right, height, slope, sign, left.count, other.left[index], other.right[index],
          other.height[index], other.slope[index])
    }
    return sum / 2
  }

  /// Adds what the window shows of an edge with land on the left for `turn` 1, on the right for -1.
  private mutating func add(_ start: XY, _ end: XY, turn: Double, _ window: BoundingBox) {
    if max(start.y, end.y) <= window.minY || max(start.x, end.x) < window.minX
      || min(start.x, end.x) > window.maxX
    {
      return
    }
    if min(start.y, end.y) <= window.maxY {
      lengthBound += abs(end.x - start.x) + abs(end.y - start.y)
    }
    if start.x == end.x { return }
    // From left to right, so that an edge and its reverse give the same bits.
    let runsRight = start.x < end.x
    var (a, b) = runsRight ? (start, end) : (end, start)
    let rise = (b.y - a.y) / (b.x - a.x)
    a = XY(a.x - window.minX, a.y - window.minY)
    b = XY(b.x - window.minX, b.y - window.minY)
    if a.x < 0 { a = XY(0, a.y - rise * a.x) }
    let width = window.maxX - window.minX
    if b.x > width { b = XY(width, b.y + rise * (width - b.x)) }
    // An edge that enters the window's width above its lower side may still leave it all below.
    if a.y <= 0 && b.y <= 0 { return }
    let top = window.maxY - window.minY
    let weight = runsRight ? -turn : turn
    if a.y >= top && b.y >= top {
      append(a.x, b.x, height: top, slope: 0, weight)
      return
    }
    if a.y > top {
      let x = a.x + (top - a.y) / rise
      append(a.x, x, height: top, slope: 0, weight)
      a = XY(x, top)
    } else if b.y > top {
      let x = b.x + (top - b.y) / rise
      append(x, b.x, height: top, slope: 0, weight)
      b = XY(x, top)
    }
    if a.y < 0 {
      a = XY(a.x - a.y / rise, 0)
    } else if b.y < 0 {
      b = XY(b.x - b.y / rise, 0)
    }
    append(a.x, b.x, height: a.y, slope: rise, weight)
  }

  private mutating func append(
    _ from: Double, _ to: Double, height at: Double, slope rise: Double, _ weight: Double
  ) {
    guard to > from else { return }
    left.append(from)
    right.append(to)
    height.append(at)
    slope.append(rise)
    sign.append(weight)
  }
}
