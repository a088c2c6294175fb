import LandModel

/// A valid polygonal feature ready for comparison with its neighbours: rings, edges, and where land lies.
final class PolygonOutline: Sendable {
  let rings: RingSet
  let edges: EdgeIndex
  let box: BoundingBox
  /// For each ring, whether the feature's land lies to the left of it.
  let hasLandOnLeft: [Bool]

  init(_ column: GeometryColumn, row: Int) {
    rings = RingSet(column, row: row)
    edges = EdgeIndex(rings)
    box = column.boundingBox(ofRow: row)
    hasLandOnLeft = (0..<rings.count).map { [rings] ring in
      rings.runsAnticlockwise(ring) == rings.isShell[ring]
    }
  }

  /// Whether a position on no edge lies in the polygon, exactly.
  func contains(_ position: XY) -> Bool {
    var isInside = false
    edges.forEachEdge(eastOf: position) { edge in
      if rings.isCrossed(edge, byRayEastOf: position) { isInside.toggle() }
    }
    return isInside
  }
}

/// Tells, exactly and without an overlay, that two valid polygons share no land.
///
/// Neighbours that touch along clean borders are by far the most frequent pair of a layer; an overlay of
/// each would take nearly all of the time.
enum LandContact {
  /// False where the interiors surely have no point in common; true where they have or may have.
  ///
  /// They have none where no boundaries cross, no boundary enters the other's land at a common point,
  /// common stretches have the lands on opposite sides, and no ring without common point lies in the
  /// other polygon.
  static func mayShareLand(_ a: PolygonOutline, _ b: PolygonOutline) -> Bool {
    guard a.box.meets(b.box) else { return false }
    var contact = Contact(a: a, b: b)
    forEachPair(a, b) { contact.add($0, $1) }
    if contact.sharesLand { return true }
    return hasFreeRing(of: a, in: b, touched: contact.ringsOfA)
      || hasFreeRing(of: b, in: a, touched: contact.ringsOfB)
  }

  /// Whether a ring that meets no edge of the other polygon lies inside it.
  private static func hasFreeRing(
    of outline: PolygonOutline, in other: PolygonOutline, touched: Set<Int>
  ) -> Bool {
    (0..<outline.rings.count).contains { ring in
      guard !touched.contains(ring) else { return false }
      let vertex = outline.rings.positions[outline.rings.range(ofRing: ring).lowerBound]
      return other.box.contains(vertex) && other.contains(vertex)
    }
  }

  /// Calls the body for each pair of edges whose boxes meet.
  private static func forEachPair(
    _ a: PolygonOutline, _ b: PolygonOutline, _ body: (Int, Int) -> Void
  ) {
    var near: [Int] = []
    a.edges.forEachEdge(meeting: b.box) { near.append($0) }
    for edge in near {
      b.edges.forEachEdge(meeting: a.rings.box(ofEdge: edge)) { body(edge, $0) }
    }
  }
}

/// What the pairs of edges seen so far say about two polygons.
private struct Contact {
  let a: PolygonOutline
  let b: PolygonOutline
  private(set) var sharesLand = false
  private(set) var ringsOfA: Set<Int> = []
  private(set) var ringsOfB: Set<Int> = []

  init(a: PolygonOutline, b: PolygonOutline) {
    self.a = a
    self.b = b
  }

  mutating func add(_ edgeA: Int, _ edgeB: Int) {
    guard !sharesLand else { return }
    let (startA, endA) = (a.rings.positions[edgeA], a.rings.positions[a.rings.next(edgeA)])
    let (startB, endB) = (b.rings.positions[edgeB], b.rings.positions[b.rings.next(edgeB)])
    let meeting = EdgeMeeting(startA, endA, startB, endB)
    if case .apart = meeting { return }
    let (ringA, ringB) = (a.rings.ring(of: edgeA), b.rings.ring(of: edgeB))
    ringsOfA.insert(ringA)
    ringsOfB.insert(ringB)
    switch meeting {
    case .apart: break
    case .crossing: sharesLand = true
    case .overlap:
      let runAlike =
        (endA.x - startA.x) * (endB.x - startB.x)
        + (endA.y - startA.y) * (endB.y - startB.y) > 0
      // Land on the same side of a common stretch is common land.
      sharesLand = (a.hasLandOnLeft[ringA] == b.hasLandOnLeft[ringB]) == runAlike
    case .touch(let point):
      let visitA = RingVisit(ofEdge: edgeA, at: point, in: a.rings)
      let visitB = RingVisit(ofEdge: edgeB, at: point, in: b.rings)
      sharesLand =
        Self.enters(visitB, of: b.rings, at: point, land: a, passing: visitA)
        || Self.enters(visitA, of: a.rings, at: point, land: b, passing: visitB)
    }
  }

  /// Whether a ring that passes through a point comes from or goes to the side of another ring on which
  /// that one's land lies.
  private static func enters(
    _ visit: RingVisit, of rings: RingSet, at point: XY, land: PolygonOutline,
    passing border: RingVisit
  ) -> Bool {
    let landSide: PathSide =
      land.hasLandOnLeft[land.rings.ring(of: border.index)] ? .left : .right
    return [visit.origin(in: rings), visit.destination(in: rings)].contains {
      PathSide(
        of: $0, from: border.origin(in: land.rings), over: point,
        to: border.destination(in: land.rings)) == landSide
    }
  }
}
