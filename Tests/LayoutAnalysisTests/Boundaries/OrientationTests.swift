import LandModel
import Testing

@testable import LayoutAnalysis

struct OrientationTests {
  @Test func `a position on a line is on it, one unit in the last place beside it is not`() {
    // Doubling is exact, so the third position lies on the line through the first two.
    let (a, b) = (XY(0.1, 0.3), XY(0.2, 0.6))
    #expect(Orientation.sign(a, b, XY(0.4, 1.2)) == 0)
    #expect(Orientation.sign(a, b, XY(0.4, 1.2.nextUp)) == 1)
    #expect(Orientation.sign(a, b, XY(0.4, 1.2.nextDown)) == -1)
  }

  @Test func `the sign agrees with integers of twice the width`() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<20_000 {
      // 40 bits a side, and nearly on a line in half of all cases: the filter cannot decide those.
      func ordinate() -> Int64 { Int64(random.next() >> 24) - (1 << 39) }
      let (ax, ay, bx, by) = (ordinate(), ordinate(), ordinate(), ordinate())
      let isNear = random.next() % 2 == 0
      let cx = isNear ? (ax + bx) / 2 : ordinate()
      let cy = isNear ? (ay + by) / 2 : ordinate()
      let exact =
        Int128(ax - cx) * Int128(by - cy) - Int128(ay - cy) * Int128(bx - cx)
      let sign = Orientation.sign(
        XY(Double(ax), Double(ay)), XY(Double(bx), Double(by)), XY(Double(cx), Double(cy)))
      #expect(sign == (exact > 0 ? 1 : exact < 0 ? -1 : 0))
    }
  }

  @Test func `turning the three positions round keeps the sign, swapping two turns it`() {
    var random = SeededGenerator(seed: 4)
    for _ in 0..<5000 {
      // Positions of a lattice of tenths far out: many triples are on a line but for rounding.
      func position() -> XY {
        XY(
          38_500_000 + Double(random.next() % 5) * 0.1, 2_800_000 + Double(random.next() % 5) * 0.1)
      }
      let (a, b, c) = (position(), position(), position())
      let sign = Orientation.sign(a, b, c)
      #expect(Orientation.sign(b, c, a) == sign)
      #expect(Orientation.sign(c, a, b) == sign)
      #expect(Orientation.sign(b, a, c) == -sign)
    }
  }
}
