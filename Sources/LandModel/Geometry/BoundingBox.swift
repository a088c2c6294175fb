/// An axis-parallel box in the plane of its coordinates; empty until a position is added.
package struct BoundingBox: Hashable, Sendable, Codable {
  package var minX: Double
  package var minY: Double
  package var maxX: Double
  package var maxY: Double

  package init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
    self.minX = minX
    self.minY = minY
    self.maxX = maxX
    self.maxY = maxY
  }

  /// The box that holds nothing: it meets no box, itself included.
  package static let empty = BoundingBox(
    minX: .infinity, minY: .infinity, maxX: -.infinity, maxY: -.infinity)

  package var isEmpty: Bool { !(minX <= maxX && minY <= maxY) }
  package var width: Double { isEmpty ? 0 : maxX - minX }
  package var height: Double { isEmpty ? 0 : maxY - minY }
  package var centre: XY { XY((minX + maxX) / 2, (minY + maxY) / 2) }

  /// Grows the box to hold a position; a NaN ordinate leaves that axis as it was.
  package mutating func extend(to position: XY) {
    if position.x < minX { minX = position.x }
    if position.x > maxX { maxX = position.x }
    if position.y < minY { minY = position.y }
    if position.y > maxY { maxY = position.y }
  }

  /// Grows the box to hold another box.
  package mutating func extend(to box: BoundingBox) {
    guard !box.isEmpty else { return }
    extend(to: XY(box.minX, box.minY))
    extend(to: XY(box.maxX, box.maxY))
  }

  /// The box grown by a distance on every side; an empty box stays empty.
  package func expanded(by distance: Double) -> BoundingBox {
    guard !isEmpty else { return self }
    return BoundingBox(
      minX: minX - distance, minY: minY - distance, maxX: maxX + distance, maxY: maxY + distance)
  }

  /// Whether the boxes share at least a point; touching counts.
  package func meets(_ other: BoundingBox) -> Bool {
    minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY
  }

  /// Whether the position lies in the box or on its edge.
  package func contains(_ position: XY) -> Bool {
    minX <= position.x && position.x <= maxX && minY <= position.y && position.y <= maxY
  }

  /// Whether the other box lies wholly in this one; edges may touch.
  package func contains(_ other: BoundingBox) -> Bool {
    !other.isEmpty && minX <= other.minX && other.maxX <= maxX && minY <= other.minY
      && other.maxY <= maxY
  }
}
