internal import LandModel

/// What loops over many boxes need, here and not in `LandModel`, so that no call crosses modules.
extension BoundingBox {
  /// The square of the distance to another box, zero where they meet; infinite where one is empty.
  func squaredGap(to other: BoundingBox) -> Double {
    let dx = max(0, max(other.minX - maxX, minX - other.maxX))
    let dy = max(0, max(other.minY - maxY, minY - other.maxY))
    return dx * dx + dy * dy
  }

  /// The square of the distance of a position from the box, zero inside.
  func squaredGap(to place: XY) -> Double {
    let dx = max(0, max(place.x - maxX, minX - place.x))
    let dy = max(0, max(place.y - maxY, minY - place.y))
    return dx * dx + dy * dy
  }

  /// As `contains(_:)`.
  func holds(_ place: XY) -> Bool {
    minX <= place.x && place.x <= maxX && minY <= place.y && place.y <= maxY
  }

  /// Grows the box to hold another; an empty one changes nothing.
  mutating func join(_ other: BoundingBox) {
    minX = min(minX, other.minX)
    minY = min(minY, other.minY)
    maxX = max(maxX, other.maxX)
    maxY = max(maxY, other.maxY)
  }
}

/// Squares of distances.
enum Square {
  /// The greatest square whose root is within a distance, so that "at the distance" counts by the distance
  /// that is reported; negative for a negative distance.
  static func bound(of distance: Double) -> Double {
    guard distance.isFinite, distance > 0 else { return distance < 0 ? -1 : distance }
    var square = distance * distance
    while square.squareRoot() > distance { square = square.nextDown }
    while square.nextUp.squareRoot() <= distance { square = square.nextUp }
    return square
  }
}
