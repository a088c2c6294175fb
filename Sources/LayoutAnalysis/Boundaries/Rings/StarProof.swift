import LandModel

/// Proves a ring simple where the whole of it can be seen from one position.
///
/// Its vertices go round the position once then, always the same way. Most parcels are such rings.
enum StarProof {
  /// Whether a closed ring surely is simple.
  ///
  /// Seen from the mean of its vertices each edge must turn the same way, by more than rounding can feign
  /// (Shewchuk 1997, "Adaptive Precision Floating-Point Arithmetic", the first filter of the orientation
  /// test), so by less than half a turn; and the edges together turn once where the ring rises through the
  /// position's height once. False says nothing.
  ///
  /// - Complexity: O(n), two passes.
  static func holds(_ source: [XY], _ range: Range<Int>, greatestOrdinate: Double) -> Bool {
    guard range.count >= 4 else { return false }
    let ring = source.span.extracting(range)
    let first = ring[0]
    guard first == ring[ring.count - 1] else { return false }
    let middle = mean(of: ring, from: first)
    var from = first
    var (a, isHigh) = (XY(from.x - middle.x, from.y - middle.y), from.y >= middle.y)
    var (rises, falls) = (0, 0)
    var (left, right) = (0, 0)
    for index in 1..<ring.count {
      from = ring[index]
      guard abs(from.x) <= greatestOrdinate, abs(from.y) <= greatestOrdinate else { return false }
      let b = XY(from.x - middle.x, from.y - middle.y)
      let (one, other) = (a.x * b.y, a.y * b.x)
      let (turn, bound) = (one - other, errorBound * (abs(one) + abs(other)))
      left += turn > bound && turn > smallest ? 1 : 0
      right += -turn > bound && -turn > smallest ? 1 : 0
      let isNowHigh = from.y >= middle.y
      rises += isNowHigh && !isHigh ? 1 : 0
      falls += isHigh && !isNowHigh ? 1 : 0
      (a, isHigh) = (b, isNowHigh)
    }
    let edges = ring.count - 1
    // Anticlockwise, a turn passes from below to above on the right once; clockwise, the other way.
    return (left == edges && rises == 1) || (right == edges && falls == 1)
  }

  /// (3 + 16ε)ε for ε = 2⁻⁵³.
  private static let errorBound = 3.330_669_073_875_472e-16
  /// Far above what products lose by underflow.
  private static let smallest = 1e-250

  /// The mean of the vertices, taken from the first so that large coordinates lose nothing.
  private static func mean(of ring: Span<XY>, from first: XY) -> XY {
    var sum = XY(0, 0)
    for index in 0..<ring.count - 1 {
      sum.x += ring[index].x - first.x
      sum.y += ring[index].y - first.y
    }
    let count = Double(ring.count - 1)
    return XY(first.x + sum.x / count, first.y + sum.y / count)
  }
}
