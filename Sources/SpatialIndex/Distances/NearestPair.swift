package import LandModel

/// The positions of two shapes that are nearest to each other.
package struct NearestPair: Hashable, Sendable {
  /// On the shape that is measured from.
  package let from: XY
  /// On the other.
  package let to: XY
  /// The square of their distance.
  let square: Double

  package var distance: Double { square.squareRoot() }

  static let none = NearestPair(from: XY(.nan, .nan), to: XY(.nan, .nan), square: .infinity)

  /// Two shapes that share a position.
  static func meeting(at place: XY) -> NearestPair {
    NearestPair(from: place, to: place, square: 0)
  }
}

extension SegmentDistance {
  /// The nearest positions of two segments whose distance is known, the first on the one from a to b.
  ///
  /// Where they cross, the crossing on both.
  static func nearestPair(_ a: XY, _ b: XY, _ c: XY, _ d: XY, square: Double) -> NearestPair {
    if squared(a, from: c, to: d) == square {
      return NearestPair(from: a, to: foot(of: a, from: c, to: d), square: square)
    }
    if squared(b, from: c, to: d) == square {
      return NearestPair(from: b, to: foot(of: b, from: c, to: d), square: square)
    }
    if squared(c, from: a, to: b) == square {
      return NearestPair(from: foot(of: c, from: a, to: b), to: c, square: square)
    }
    if squared(d, from: a, to: b) == square {
      return NearestPair(from: foot(of: d, from: a, to: b), to: d, square: square)
    }
    // They cross: the share of a–b at which it meets the line through c and d.
    let (first, second) = (side(c, d, a), side(c, d, b))
    let share = first / (first - second)
    let place = XY(a.x + share * (b.x - a.x), a.y + share * (b.y - a.y))
    return .meeting(at: place)
  }

  /// The position of a segment nearest to another.
  static func foot(of p: XY, from a: XY, to b: XY) -> XY {
    let share = share(of: p, from: a, to: b)
    return share == 1 ? b : XY(a.x + share * (b.x - a.x), a.y + share * (b.y - a.y))
  }
}
