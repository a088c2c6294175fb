internal import CKernels
package import LandModel

/// The largest circle inside a polygon: its diameter is the polygon's greatest width.
///
/// Squares that may hold the centre are split, the most promising first, until none can hold a circle larger
/// by more than the tolerance (Garcia-Castellanos and Lombardo 2007, "Poles of inaccessibility").
package struct InscribedCircle: Hashable, Sendable {
  package let centre: XY
  package let radius: Metres

  /// Finds the circle of a polygonal geometry; nil where no inside was found.
  ///
  /// - Parameters:
  ///   - geometry: a valid polygon.
  ///   - tolerance: how far the radius may stay behind the largest; above zero.
  /// - Complexity: some tens of squares for a compact shape, each O(v).
  package init?(in geometry: Geometry, tolerance: Metres) {
    let box = geometry.boundingBox
    guard geometry.kind == .polygon, box.width > 0, box.height > 0 else { return nil }
    // A long strip would fall into squares of its width without end: at most so many along it.
    let side = max(min(box.width, box.height), max(box.width, box.height) / 64)
    let boundary = BoundaryDistance(geometry)
    var heap = SquareHeap()
    var best = (centre: XY(0, 0), distance: 0.0)
    func consider(_ centre: XY, half: Double) {
      let distance = boundary.signed(from: centre)
      if distance > best.distance { best = (centre, distance) }
      let reach = distance + half * 2.0.squareRoot()
      if reach > best.distance + tolerance.value {
        heap.push(SquareHeap.Square(centre: centre, half: half, reach: reach))
      }
    }
    if let middle = PlanarMeasure.centroid(of: geometry) { consider(middle, half: 0) }
    for column in 0..<Int((box.width / side).rounded(.up)) {
      for row in 0..<Int((box.height / side).rounded(.up)) {
        consider(
          XY(box.minX + (Double(column) + 0.5) * side, box.minY + (Double(row) + 0.5) * side),
          half: side / 2)
      }
    }
    while let square = heap.pop(), square.reach > best.distance + tolerance.value {
      let half = square.half / 2
      for (x, y) in [(-half, -half), (half, -half), (-half, half), (half, half)] {
        consider(XY(square.centre.x + x, square.centre.y + y), half: half)
      }
    }
    guard best.distance > 0 else { return nil }
    centre = best.centre
    radius = Metres(best.distance)
  }
}

/// The edges of a polygon laid out for distances from many positions.
struct BoundaryDistance {
  private var fromX: [Double] = []
  private var fromY: [Double] = []
  private var byX: [Double] = []
  private var byY: [Double] = []
  private var scale: [Double] = []

  init(_ geometry: Geometry) {
    let positions = geometry.positions
    for ring in geometry.ringEnds.indices {
      for index in geometry.range(ofRing: ring).dropFirst() {
        let (a, b) = (positions[index - 1], positions[index])
        let (dx, dy) = (b.x - a.x, b.y - a.y)
        let square = dx * dx + dy * dy
        fromX.append(a.x)
        fromY.append(a.y)
        byX.append(dx)
        byY.append(dy)
        scale.append(square > 0 ? 1 / square : 0)
      }
    }
  }

  /// The distance to the boundary, negative outside.
  ///
  /// Wraps `ck_squared_distance`.
  func signed(from place: XY) -> Double {
    var crossings: Int64 = 0
    let square = ck_squared_distance(
      fromX, fromY, byX, byY, scale, scale.count, place.x, place.y, &crossings)
    return crossings % 2 == 1 ? square.squareRoot() : -square.squareRoot()
  }
}

/// Squares, the one that can hold the largest circle on top.
private struct SquareHeap {
  struct Square {
    let centre: XY
    let half: Double
    let reach: Double
  }

  private var heap: [Square] = []

  mutating func push(_ square: Square) {
    heap.append(square)
    var child = heap.count - 1
    while child > 0, heap[child].reach > heap[(child - 1) / 2].reach {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func pop() -> Square? {
    guard let top = heap.first, let last = heap.popLast() else { return nil }
    guard !heap.isEmpty else { return top }
    heap[0] = last
    var parent = 0
    while true {
      var most = 2 * parent + 1
      guard most < heap.count else { return top }
      if most + 1 < heap.count, heap[most + 1].reach > heap[most].reach { most += 1 }
      guard heap[most].reach > heap[parent].reach else { return top }
      heap.swapAt(most, parent)
      parent = most
    }
  }
}
