import LandModel

/// Two edges that face each other across the land of a feature, nearer than a limit.
struct NarrowPlace {
  let first: Int
  let second: Int
  let gap: EdgeGap
  /// The stretch of each edge from which the other is nearer than the limit, as shares of its way.
  let firstStretch: ClosedRange<Double>
  let secondStretch: ClosedRange<Double>
  /// Whether the edges run within 45° of opposite ways: others come near round a corner, where the distance
  /// between them is no width.
  let isAcross: Bool

  /// Whether the width of a piece is rather measured here than at another of its places.
  func isNarrower(than other: NarrowPlace?) -> Bool {
    guard let other else { return true }
    guard isAcross == other.isAcross else { return isAcross }
    return gap.distance < other.gap.distance
  }
}

/// Finds where the boundary of a valid feature comes near itself across its land.
///
/// Two edges face each other where their directions are more than a right angle apart, the nearest
/// positions see each other through land, and no other edge lies between. Neighbouring edges make a
/// corner, and edges that touch make one too: neither is a narrow place.
struct NarrowPlaces {
  /// By first edge, then by second.
  private(set) var places: [NarrowPlace] = []

  /// The square of the cosine up to which edges count as at right angles, as most of those drawn so are
  /// only nearly: far above rounding, and no angle that anyone sees.
  private static let square = 1e-8

  private let blocks: EdgeBlocks
  private let ways: RingWay
  /// For each ring of the feature, 1 where land lies to its left, -1 where it lies to its right.
  private let landSides: [Int]
  private let firstRing: Int

  /// - Parameter hasLandOnLeft: for each ring of the feature.
  init(_ blocks: EdgeBlocks, row: Int, nearerThan limit: Double, hasLandOnLeft: (Int) -> Bool) {
    self.blocks = blocks
    ways = RingWay(blocks.column, row: row)
    let positions = blocks.column.positions
    var candidates: [(first: Int, second: Int)] = []
    blocks.forEachPair(within: limit) { first, second in
      let (a, b) = (positions[first], positions[first + 1])
      let (c, d) = (positions[second], positions[second + 1])
      let (left, right) = (Segment(start: a, end: b), Segment(start: c, end: d))
      let along = left.dx * right.dx + left.dy * right.dy
      guard along < 0, along * along > Self.square * left.squaredLength * right.squaredLength,
        EdgeGap.isNearer(left, right, than: limit)
      else { return }
      candidates.append((first, second))
    }
    let rings = blocks.column.rings(ofRow: row)
    firstRing = rings.lowerBound
    // A feature without candidates, as most are, is done here.
    landSides = candidates.isEmpty ? [] : rings.map { hasLandOnLeft($0) ? 1 : -1 }
    places = candidates.compactMap { place($0.first, $0.second, nearerThan: limit) }
    places.sort { ($0.first, $0.second) < ($1.first, $1.second) }
  }

  private func place(_ first: Int, _ second: Int, nearerThan limit: Double) -> NarrowPlace? {
    let (left, right) = (ways.segment(first), ways.segment(second))
    let gap = EdgeGap(left, right)
    guard gap.distance < limit, gap.distance > EdgeGap.touch else { return nil }
    guard let firstStretch = left.stretch(nearerThan: limit, to: right),
      let secondStretch = right.stretch(nearerThan: limit, to: left),
      sees(first, firstStretch, second) || sees(second, secondStretch, first)
    else { return nil }
    let along = left.dx * right.dx + left.dy * right.dy
    return NarrowPlace(
      first: first, second: second, gap: gap, firstStretch: firstStretch,
      secondStretch: secondStretch,
      isAcross: 2 * along * along >= left.squaredLength * right.squaredLength)
  }

  /// Whether the middle of a stretch of an edge sees another edge through land.
  ///
  /// The middle, because the nearest positions may lie on the boundary: at the end of a blunt strip, the
  /// way from one to the other is an edge.
  private func sees(_ edge: Int, _ stretch: ClosedRange<Double>, _ other: Int) -> Bool {
    let share = (stretch.lowerBound + stretch.upperBound) / 2
    let (here, there) = (ways.segment(edge).position(at: share), ways.segment(other))
    let otherShare = there.share(nearest: here)
    let goal = there.position(at: otherShare)
    return looksIntoLand(from: edge, share, toward: goal)
      && looksIntoLand(from: other, otherShare, toward: here) && seesThrough(here, goal)
  }

  /// Whether the way from a position on the boundary towards another begins in the land.
  private func looksIntoLand(from edge: Int, _ share: Double, toward goal: XY) -> Bool {
    let ring = ways.ring(of: edge)
    let side = landSides[ring - firstRing]
    let segment = ways.segment(edge)
    func isOnLandSide(_ segment: Segment) -> Bool {
      Orientation.sign(segment.start, segment.end, goal) * side > 0
    }
    guard share <= 0 || share >= 1 else { return isOnLandSide(segment) }
    var (before, after) = share <= 0 ? (edge, edge) : (edge, ways.edge(after: edge, in: ring))
    if share <= 0 { before = ways.edge(before: edge, in: ring) }
    while ways.segment(before).length == 0 { before = ways.edge(before: before, in: ring) }
    while ways.segment(after).length == 0 { after = ways.edge(after: after, in: ring) }
    let (incoming, outgoing) = (ways.segment(before), ways.segment(after))
    let turn = Orientation.sign(incoming.start, incoming.end, outgoing.end) * side
    return turn > 0
      ? isOnLandSide(incoming) && isOnLandSide(outgoing)
      : isOnLandSide(incoming) || isOnLandSide(outgoing)
  }

  /// Whether no edge lies between two positions on the boundary.
  private func seesThrough(_ p: XY, _ q: XY) -> Bool {
    // Begin a little off the boundary: more than rounding, less than any width that is looked for.
    let inset = min(0.25, max(1e-6, 1e-7 / p.distance(to: q)))
    let line = Segment(start: p, end: q)
    let (start, end) = (line.position(at: inset), line.position(at: 1 - inset))
    var box = BoundingBox.empty
    box.extend(to: start)
    box.extend(to: end)
    var isFree = true
    blocks.forEachEdge(meeting: box) { edge in
      let segment = ways.segment(edge)
      if isFree, EdgeMeeting(start, end, segment.start, segment.end) != .apart { isFree = false }
    }
    return isFree
  }
}
