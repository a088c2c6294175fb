import LandModel

/// How two edges meet.
enum EdgeMeeting: Equatable {
  case apart
  /// The interiors cross at a point.
  case crossing(XY)
  /// They have one point in common, a vertex of at least one of them.
  case touch(XY)
  /// They lie on one line and have a stretch in common.
  case overlap(XY, XY)

  /// Compares the edge from `a` to `b` with the edge from `c` to `d`, exactly.
  ///
  /// Only the place of a crossing is rounded; it lies in the boxes of both edges.
  init(_ a: XY, _ b: XY, _ c: XY, _ d: XY) {
    let (sideC, sideD) = (Orientation.sign(a, b, c), Orientation.sign(a, b, d))
    guard sideC * sideD <= 0 else {
      self = .apart
      return
    }
    let (sideA, sideB) = (Orientation.sign(c, d, a), Orientation.sign(c, d, b))
    guard sideA * sideB <= 0 else {
      self = .apart
      return
    }
    if sideC == 0 && sideD == 0 {
      self = Self.onOneLine(a, b, c, d)
    } else if sideC * sideD < 0 && sideA * sideB < 0 {
      self = .crossing(Self.crossingPoint(a, b, c, d))
    } else {
      // One side is zero, and the other edge's ends do not both lie beyond: that vertex is common.
      self = .touch(sideC == 0 ? c : sideD == 0 ? d : sideA == 0 ? a : b)
    }
  }

  /// Edges on one line meet where their extents along it do.
  private static func onOneLine(_ a: XY, _ b: XY, _ c: XY, _ d: XY) -> EdgeMeeting {
    let isSteep = abs(b.y - a.y) > abs(b.x - a.x)
    func along(_ position: XY) -> Double { isSteep ? position.y : position.x }
    let first = along(a) <= along(b) ? (a, b) : (b, a)
    let second = along(c) <= along(d) ? (c, d) : (d, c)
    let low = along(first.0) >= along(second.0) ? first.0 : second.0
    let high = along(first.1) <= along(second.1) ? first.1 : second.1
    if along(low) < along(high) { return .overlap(low, high) }
    return low == high ? .touch(low) : .apart
  }

  /// The point where edges that cross do so, rounded.
  private static func crossingPoint(_ a: XY, _ b: XY, _ c: XY, _ d: XY) -> XY {
    let point = scaledCrossing(a, b, c, d)
    return XY(
      min(max(point.x, max(min(a.x, b.x), min(c.x, d.x))), min(max(a.x, b.x), max(c.x, d.x))),
      min(max(point.y, max(min(a.y, b.y), min(c.y, d.y))), min(max(a.y, b.y), max(c.y, d.y))))
  }

  /// The crossing worked out on ordinates near one, so that products neither overflow nor vanish.
  private static func scaledCrossing(_ a: XY, _ b: XY, _ c: XY, _ d: XY) -> XY {
    let greatest = [a, b, c, d].reduce(0) { max($0, abs($1.x), abs($1.y)) }
    let exponent = greatest > 0 ? Int(greatest.exponent) : 0
    guard abs(exponent) > 250 else { return crossing(a, b, c, d) }
    func scaled(_ position: XY, by exponent: Int) -> XY {
      XY(
        Double(sign: .plus, exponent: exponent, significand: position.x),
        Double(sign: .plus, exponent: exponent, significand: position.y))
    }
    let point = crossing(
      scaled(a, by: -exponent), scaled(b, by: -exponent), scaled(c, by: -exponent),
      scaled(d, by: -exponent))
    return scaled(point, by: exponent)
  }

  private static func crossing(_ a: XY, _ b: XY, _ c: XY, _ d: XY) -> XY {
    // Relative to `a`, so that prefixed eastings do not cancel.
    let (ux, uy) = (b.x - a.x, b.y - a.y)
    let (vx, vy) = (d.x - c.x, d.y - c.y)
    let share = ((c.x - a.x) * vy - (c.y - a.y) * vx) / (ux * vy - uy * vx)
    return share.isFinite ? XY(a.x + share * ux, a.y + share * uy) : a
  }
}
