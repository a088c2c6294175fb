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
}
