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

  @Test func `products of any size add up exactly, as integers of twice the width do`() {
    var random = SeededGenerator(seed: 5)
    for round in 0..<4000 {
      func ordinate() -> Int64 { Int64(random.next() >> 40) - (1 << 23) }
      let (a, b) = ((ordinate(), ordinate()), (ordinate(), ordinate()))
      let isNear = round % 2 == 0
      let c = isNear ? ((a.0 + b.0) / 2, (a.1 + b.1) / 2) : (ordinate(), ordinate())
      let exact = (a.0 - c.0) * (b.1 - c.1) - (a.1 - c.1) * (b.0 - c.0)
      // Powers of two change nothing, however large or small, and denormal numbers are whole too.
      let scale = [1, 0x1p-1074, 0x1p-600, 0x1p-540, 0x1p500, 0x1p999][round % 6]
      func position(_ pair: (Int64, Int64)) -> XY {
        XY(Double(pair.0) * scale, Double(pair.1) * scale)
      }
      let sign = exact > 0 ? 1 : exact < 0 ? -1 : 0
      #expect(Orientation.sign(position(a), position(b), position(c)) == sign)
      #expect(Orientation.accumulatorSign(position(a), position(b), position(c)) == sign)
    }
  }

  @Test func `expansions and the accumulator agree where both apply`() {
    var random = SeededGenerator(seed: 6)
    for _ in 0..<4000 {
      // Nearly on a line, with magnitudes far apart.
      func power() -> Double {
        Double(sign: .plus, exponent: Int(random.next() % 90) - 60, significand: 1)
      }
      let (a, step) = (XY(random.unit() * power(), random.unit() * power()), XY(power(), power()))
      let (b, c) = (XY(a.x + step.x, a.y + step.y), XY(a.x - step.x, a.y - step.y))
      #expect(Orientation.expansionSign(a, b, c) == Orientation.accumulatorSign(a, b, c))
    }
  }

  @Test func `magnitudes from the smallest to the greatest number mix`() {
    let (tiny, huge) = (Double.leastNonzeroMagnitude, Double.greatestFiniteMagnitude)
    #expect(Orientation.sign(XY(0, 0), XY(huge, huge), XY(tiny, tiny)) == 0)
    #expect(Orientation.sign(XY(0, 0), XY(huge, huge), XY(tiny, 2 * tiny)) == 1)
    #expect(Orientation.sign(XY(-huge, -huge), XY(huge, huge), XY(0, -tiny)) == -1)
    #expect(Orientation.sign(XY(-huge, 0), XY(huge, 0), XY(huge, tiny)) == 1)
    #expect(Orientation.sign(XY(-huge, huge), XY(huge, -huge), XY(huge, huge)) == 1)
  }
}
