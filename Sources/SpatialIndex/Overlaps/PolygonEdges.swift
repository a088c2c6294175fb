internal import CKernels
package import LandModel

/// The edges of one polygonal row, laid out for sums of overlap areas; reused from row to row.
///
/// Positions are relative to the lower left corner of the row's box. Each edge that is not vertical is
/// stored from left to right with its height at the left end, its slope, and a sign: with it the polygon
/// is the sum over edges of "below this edge". The last edges are padding without width, so that loops
/// may run in steps of eight.
package struct PolygonEdges: Sendable {
  package private(set) var box = BoundingBox.empty
  /// Area in the plane, shells less holes, whatever their winding.
  package private(set) var area = 0.0
  private(set) var left: [Double] = []
  private(set) var right: [Double] = []
  private(set) var height: [Double] = []
  private(set) var slope: [Double] = []
  private(set) var sign: [Double] = []

  package init() {}

  /// Lays out a row; what was there before is gone.
  package mutating func load(row: Int, of column: GeometryColumn) {
    box = column.boundingBox(ofRow: row)
    area = 0
    left.removeAll(keepingCapacity: true)
    right.removeAll(keepingCapacity: true)
    height.removeAll(keepingCapacity: true)
    slope.removeAll(keepingCapacity: true)
    sign.removeAll(keepingCapacity: true)
    for part in column.parts(ofRow: row) {
      let rings = column.rings(ofPart: part)
      for ring in rings {
        append(
          column.positions, column.range(ofRing: ring), isShell: ring == rings.lowerBound)
      }
    }
    while left.count % 8 != 0 {
      left.append(0)
      right.append(-1)
      height.append(0)
      slope.append(0)
      sign.append(0)
    }
  }

  /// Adds a ring as if shells ran anticlockwise and holes clockwise.
  private mutating func append(_ positions: [XY], _ range: Range<Int>, isShell: Bool) {
    let first = left.count
    var ringArea = 0.0
    for index in range.dropLast() {
      var start = XY(positions[index].x - box.minX, positions[index].y - box.minY)
      var end = XY(positions[index + 1].x - box.minX, positions[index + 1].y - box.minY)
      ringArea += 0.5 * (start.x - end.x) * (start.y + end.y)
      if start.x == end.x { continue }
      let edgeSign = start.x < end.x ? -1.0 : 1.0
      if start.x > end.x { swap(&start, &end) }
      left.append(start.x)
      right.append(end.x)
      height.append(start.y)
      slope.append((end.y - start.y) / (end.x - start.x))
      sign.append(edgeSign)
    }
    if (ringArea > 0) != isShell {
      ringArea = -ringArea
      for index in first..<sign.count { sign[index] = -sign[index] }
    }
    area += ringArea
  }

  /// The area of the polygon left of a position, counted from the box's left side.
  func area(leftOf x: Double) -> Double {
    var sum = 0.0
    for index in left.indices {
      let width = min(right[index], x) - left[index]
      if width > 0 { sum += sign[index] * width * (height[index] + 0.5 * slope[index] * width) }
    }
    return sum
  }

  /// The area of the polygon below an edge that runs from `start` to the right.
  ///
  /// The sum over this polygon's edges of the signed integral of the lower of the two heights. Wraps
  /// `ck_twice_area_below_edge`, whose loop has no branches and runs in the processor's vectors: the last
  /// bits depend on how many it takes at once.
  func area(belowEdgeFrom start: XY, to endX: Double, slope edgeSlope: Double) -> Double {
    0.5
      * ck_twice_area_below_edge(
        left, right, height, slope, sign, left.count, start.x, endX, start.y, edgeSlope)
  }
}
