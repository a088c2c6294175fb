import LandModel

/// Two rings of a set, the lower first; the same one twice for a ring with itself.
struct RingPair: Hashable {
  let first: Int
  let second: Int

  init(_ left: Int, _ right: Int) {
    first = min(left, right)
    second = max(left, right)
  }
}

/// A point that two rings share, or that one ring visits twice.
struct RingTouch {
  let point: XY
  let first: RingVisit
  let second: RingVisit
}

/// A stretch of line that two edges have in common.
struct RingOverlap {
  let start: XY
  let end: XY
  let rings: RingPair
  /// The vertex that one of the edges starts at.
  let index: Int
}

/// A place where boundaries cross.
struct RingCrossing {
  let point: XY
  let rings: RingPair
  /// The vertex that crosses, or that one of the edges starts at.
  let index: Int
}

/// Everywhere that the rings of a feature meet each other or themselves.
///
/// Found by comparing all edges whose boxes meet, exactly; so each crossing is there, not only the first.
struct RingContacts {
  /// The first crossings, as many as the limit; a point crossed by several rings once for each pair.
  private(set) var crossings: [RingCrossing] = []
  private(set) var crossingCount = 0
  /// The first overlaps, as many as the limit.
  private(set) var overlaps: [RingOverlap] = []
  private(set) var overlapCount = 0
  /// Touches without crossing, each pair of visits once; self-touches too.
  private(set) var touches: [RingTouch] = []
  /// Pairs of rings that cross or overlap: what lies in what cannot be said of them.
  private(set) var entangled: Set<RingPair> = []

  private let limit: Int

  /// - Parameter limit: how many crossings and overlaps to keep; all are counted.
  init(_ rings: RingSet, edges: EdgeIndex, limit: Int) {
    self.limit = limit
    var raw: [RingTouch] = []
    edges.forEachPair { left, right in
      let meeting = EdgeMeeting(
        rings.positions[left], rings.positions[rings.next(left)], rings.positions[right],
        rings.positions[rings.next(right)])
      switch meeting {
      case .apart: break
      case .crossing(let point):
        addCrossing(at: point, RingPair(rings.ring(of: left), rings.ring(of: right)), index: left)
      case .overlap(let start, let end):
        addOverlap(
          start, end, RingPair(rings.ring(of: left), rings.ring(of: right)), index: left)
      case .touch(let point):
        let first = RingVisit(ofEdge: left, at: point, in: rings)
        let second = RingVisit(ofEdge: right, at: point, in: rings)
        // Neighbouring edges share a vertex: one visit, no contact.
        guard first != second else { return }
        raw.append(
          RingTouch(point: point, first: min(first, second), second: max(first, second)))
      }
    }
    classify(raw, in: rings)
  }

  private mutating func addCrossing(at point: XY, _ pair: RingPair, index: Int) {
    entangled.insert(pair)
    crossingCount += 1
    if crossings.count < limit {
      crossings.append(RingCrossing(point: point, rings: pair, index: index))
    }
  }

  private mutating func addOverlap(_ start: XY, _ end: XY, _ pair: RingPair, index: Int) {
    entangled.insert(pair)
    overlapCount += 1
    if overlaps.count < limit {
      overlaps.append(RingOverlap(start: start, end: end, rings: pair, index: index))
    }
  }

  /// Sorts points in common into crossings at a vertex and mere touches, each pair of visits once.
  private mutating func classify(_ raw: [RingTouch], in rings: RingSet) {
    let sorted = raw.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
    var crossed: Set<VertexCrossing> = []
    for (index, touch) in sorted.enumerated() {
      if index > 0, sorted[index - 1].first == touch.first, sorted[index - 1].second == touch.second
      {
        continue
      }
      let (origin, destination) = (
        touch.first.origin(in: rings), touch.first.destination(in: rings)
      )
      let incoming = PathSide(
        of: touch.second.origin(in: rings), from: origin, over: touch.point, to: destination)
      let outgoing = PathSide(
        of: touch.second.destination(in: rings), from: origin, over: touch.point, to: destination)
      switch (incoming, outgoing) {
      case (.along, _), (_, .along): break  // an overlap, found as such
      case (.left, .left), (.right, .right): touches.append(touch)
      case (.left, .right), (.right, .left):
        let pair = RingPair(rings.ring(of: touch.first.index), rings.ring(of: touch.second.index))
        if crossed.insert(VertexCrossing(point: touch.point, rings: pair)).inserted {
          addCrossing(at: touch.point, pair, index: touch.first.index)
        }
      }
    }
  }
}

/// A crossing at a vertex, which several pairs of visits may show.
private struct VertexCrossing: Hashable {
  let point: XY
  let rings: RingPair
}
