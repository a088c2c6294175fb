import LandModel

/// An edge as a segment, for distances.
struct Segment {
  let start: XY
  let end: XY

  var dx: Double { end.x - start.x }
  var dy: Double { end.y - start.y }
  var squaredLength: Double { dx * dx + dy * dy }
  var length: Double { squaredLength.squareRoot() }

  /// The position at a share of the way, the ends themselves at 0 and 1.
  func position(at share: Double) -> XY {
    if share <= 0 { return start }
    return share >= 1 ? end : XY(start.x + share * dx, start.y + share * dy)
  }

  /// The share of the way at which the segment is nearest to a position, 0 to 1.
  func share(nearest position: XY) -> Double {
    let squared = squaredLength
    guard squared > 0 else { return 0 }
    let share = ((position.x - start.x) * dx + (position.y - start.y) * dy) / squared
    return min(max(share, 0), 1)
  }

  /// The shares of the way between which the segment is nearer than a distance to another; nil where it
  /// is not.
  ///
  /// All positions within a distance of a segment lie in two discs and a rectangle, together convex, so
  /// that there is one stretch at most.
  func stretch(nearerThan distance: Double, to other: Segment) -> ClosedRange<Double>? {
    let stretches = [
      stretch(inDiscOf: distance, round: other.start),
      stretch(inDiscOf: distance, round: other.end),
      stretch(beside: other, distance),
    ].compactMap { $0 }
    guard let low = stretches.map(\.lowerBound).min(), let high = stretches.map(\.upperBound).max()
    else { return nil }
    return low...high
  }

  private func stretch(inDiscOf radius: Double, round centre: XY) -> ClosedRange<Double>? {
    let (fx, fy) = (start.x - centre.x, start.y - centre.y)
    let a = squaredLength
    let b = fx * dx + fy * dy
    let c = fx * fx + fy * fy - radius * radius
    guard a > 0 else { return c <= 0 ? 0...1 : nil }
    let discriminant = b * b - a * c
    guard discriminant >= 0 else { return nil }
    let root = discriminant.squareRoot()
    return Self.cut((-b - root) / a, (-b + root) / a)
  }

  /// The stretch that lies beside another segment, on either side, nearer than a distance.
  private func stretch(beside other: Segment, _ distance: Double) -> ClosedRange<Double>? {
    let length = other.length
    guard length > 0 else { return nil }
    let (ux, uy) = (other.dx / length, other.dy / length)
    let (fx, fy) = (start.x - other.start.x, start.y - other.start.y)
    let along = Self.range(from: fx * ux + fy * uy, by: dx * ux + dy * uy, in: 0...length)
    let across = Self.range(
      from: fy * ux - fx * uy, by: dy * ux - dx * uy, in: (-distance)...distance)
    guard let along, let across else { return nil }
    return Self.cut(
      max(along.lowerBound, across.lowerBound), min(along.upperBound, across.upperBound))
  }

  /// Where `start + share · step` lies in a range.
  private static func range(
    from start: Double, by step: Double, in range: ClosedRange<Double>
  ) -> ClosedRange<Double>? {
    guard step != 0 else { return range.contains(start) ? 0...1 : nil }
    let ends = [(range.lowerBound - start) / step, (range.upperBound - start) / step]
    return min(ends[0], ends[1])...max(ends[0], ends[1])
  }

  private static func cut(_ low: Double, _ high: Double) -> ClosedRange<Double>? {
    let (low, high) = (max(low, 0), min(high, 1))
    return low <= high ? low...high : nil
  }
}

/// Where two edges that do not cross come nearest to each other.
struct EdgeGap {
  /// Nearer than this is a touch, in metres: far above the rounding of eastings with a zone prefix
  /// (7·10⁻⁹ m), far below what anyone surveys.
  static let touch = 1e-6

  let distance: Double
  /// The share of the way along the first edge and along the second.
  let firstShare: Double
  let secondShare: Double

  /// Compares two edges; where they are parallel, the middle of the stretch they run side by side counts.
  init(_ first: Segment, _ second: Segment) {
    // The nearest positions of segments that do not cross include an end of one.
    let candidates = [
      (0, second.share(nearest: first.start)), (1, second.share(nearest: first.end)),
      (first.share(nearest: second.start), 0), (first.share(nearest: second.end), 1),
    ].map { shares in
      (
        shares: shares,
        distance: first.position(at: shares.0).distance(to: second.position(at: shares.1))
      )
    }
    let least = candidates.map(\.distance).min() ?? 0
    let nearest = candidates.filter { $0.distance <= least + Self.touch }
    let count = Double(nearest.count)
    firstShare = nearest.reduce(0) { $0 + $1.shares.0 } / count
    secondShare = nearest.reduce(0) { $0 + $1.shares.1 } / count
    distance = least
  }

  /// Whether two edges come nearer than a distance; quicker than finding where.
  static func isNearer(_ first: Segment, _ second: Segment, than distance: Double) -> Bool {
    func reaches(_ position: XY, _ segment: Segment) -> Bool {
      position.distance(to: segment.position(at: segment.share(nearest: position))) < distance
    }
    return reaches(first.start, second) || reaches(first.end, second)
      || reaches(second.start, first) || reaches(second.end, first)
  }
}
