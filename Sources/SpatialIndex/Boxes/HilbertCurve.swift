import LandModel

/// The Hilbert curve of order 16 over a square of 65 536 × 65 536 cells.
enum HilbertCurve {
  /// The place of a cell along the curve; cells near each other tend to have near places.
  ///
  /// The bitwise form of Skilling, "Programming the Hilbert curve" (AIP Conf. Proc. 707, 2004).
  static func place(x: UInt32, y: UInt32) -> UInt32 {
    var (x, y) = (x, y)
    var place: UInt32 = 0
    var side: UInt32 = 1 << 15
    while side > 0 {
      let right: UInt32 = x & side == 0 ? 0 : 1
      let upper: UInt32 = y & side == 0 ? 0 : 1
      place += side &* side &* ((3 &* right) ^ upper)
      if upper == 0 {
        if right == 1 {
          x = 65_535 &- x
          y = 65_535 &- y
        }
        swap(&x, &y)
      }
      side >>= 1
    }
    return place
  }

  /// Numbers of positions in the order of their places on a curve over all of them, equal places by number.
  ///
  /// - Parameter positions: nil ones are left out; an ordinate that is no finite number goes to the edge.
  /// - Complexity: O(n log n).
  static func order(of positions: [XY?]) -> [Int32] {
    var (low, high) = (XY(.infinity, .infinity), XY(-.infinity, -.infinity))
    for case let position? in positions {
      low = XY(min(low.x, position.x), min(low.y, position.y))
      high = XY(max(high.x, position.x), max(high.y, position.y))
    }
    let scaleX = high.x > low.x ? 65_535 / (high.x - low.x) : 0
    let scaleY = high.y > low.y ? 65_535 / (high.y - low.y) : 0
    var keys: [UInt64] = []
    keys.reserveCapacity(positions.count)
    for (number, position) in positions.enumerated() {
      guard let position else { continue }
      let place = place(
        x: cell((position.x - low.x) * scaleX), y: cell((position.y - low.y) * scaleY))
      keys.append(UInt64(place) << 32 | UInt64(number))
    }
    keys.sort()
    return keys.map { Int32(truncatingIfNeeded: $0 & 0xFFFF_FFFF) }
  }

  private static func cell(_ value: Double) -> UInt32 {
    value.isFinite ? UInt32(min(max(value, 0), 65_535)) : 0
  }
}
