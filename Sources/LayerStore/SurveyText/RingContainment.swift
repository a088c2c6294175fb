import LandModel

/// Tells shells from holes by which ring lies in which, whatever their numbers and windings.
///
/// A ring inside an even number of others is a shell, one inside an odd number a hole of the innermost.
struct RingContainment {
  /// The rings of each part, its shell first; parts by shell and holes in the order given.
  let parts: [[Int]]

  /// - Parameters:
  ///   - rings: closed rings.
  ///   - tolerance: a vertex this close to another ring's edge is on it and tells nothing.
  /// - Complexity: O(r²) boxes, and O(v) edges for each pair of which one box holds the other.
  init(_ rings: [[XY]], tolerance: Double) {
    let boxes = rings.map { ring in
      var box = BoundingBox.empty
      for position in ring { box.extend(to: position) }
      return box
    }
    let areas = rings.map { abs(PlanarMeasure.signedArea(ofRing: $0[...])) }
    // Larger first, so that a ring can only lie in an earlier one; equal ones by number.
    let order = rings.indices.sorted { (-areas[$0], $0) < (-areas[$1], $1) }
    var depths = [Int](repeating: 0, count: rings.count)
    var parents = [Int?](repeating: nil, count: rings.count)
    for (place, ring) in order.enumerated() {
      // The innermost container is the smallest of them, hence the last before it.
      for outer in order[..<place]
      where Self.holds(boxes[outer], boxes[ring], tolerance)
        && Self.lies(rings[ring], within: rings[outer], tolerance)
      {
        depths[ring] += 1
        parents[ring] = outer
      }
    }
    var partOfShell: [Int: Int] = [:]
    var parts: [[Int]] = []
    for ring in rings.indices where depths[ring].isMultiple(of: 2) {
      partOfShell[ring] = parts.count
      parts.append([ring])
    }
    for ring in rings.indices where !depths[ring].isMultiple(of: 2) {
      guard let shell = parents[ring], let part = partOfShell[shell] else {
        parts.append([ring])
        continue
      }
      parts[part].append(ring)
    }
    self.parts = parts
  }

  private static func holds(
    _ outer: BoundingBox, _ inner: BoundingBox, _ tolerance: Double
  ) -> Bool {
    outer.minX <= inner.minX + tolerance && outer.maxX >= inner.maxX - tolerance
      && outer.minY <= inner.minY + tolerance && outer.maxY >= inner.maxY - tolerance
  }

  /// By the first vertex, or else the middle of an edge, that is clearly on one side.
  private static func lies(_ ring: [XY], within outer: [XY], _ tolerance: Double) -> Bool {
    for position in ring {
      if let side = contains(outer, position, tolerance) { return side }
    }
    for index in ring.indices.dropFirst() {
      let (a, b) = (ring[index - 1], ring[index])
      let middle = XY((a.x + b.x) / 2, (a.y + b.y) / 2)
      if let side = contains(outer, middle, tolerance) { return side }
    }
    return false
  }

  /// Whether a ring holds a position, by the edges that a ray crosses; nil near its boundary.
  private static func contains(_ ring: [XY], _ position: XY, _ tolerance: Double) -> Bool? {
    var isInside = false
    for index in ring.indices.dropFirst() {
      let (a, b) = (ring[index - 1], ring[index])
      let (dx, dy) = (b.x - a.x, b.y - a.y)
      let (px, py) = (position.x - a.x, position.y - a.y)
      let length = dx * dx + dy * dy
      let share = length > 0 ? min(1, max(0, (px * dx + py * dy) / length)) : 0
      let (ex, ey) = (px - share * dx, py - share * dy)
      if ex * ex + ey * ey <= tolerance * tolerance { return nil }
      guard (a.y > position.y) != (b.y > position.y) else { continue }
      if px < py / dy * dx { isInside.toggle() }
    }
    return isInside
  }
}
