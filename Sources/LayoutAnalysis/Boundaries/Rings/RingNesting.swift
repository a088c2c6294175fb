import LandModel

/// Which rings of a set lie inside which others.
///
/// Defined for pairs of rings that do not cross or overlap, the outer of which does not cross itself: of
/// others nothing is said, because it would depend on where a ring starts. Where two touch, the side on which
/// one leaves the other at a common point tells; where they are apart, a ray from any vertex does. Both are
/// exact.
struct RingNesting {
  private let rings: RingSet
  private let entangled: Set<RingPair>
  /// A common point of each pair of rings that touch.
  private var touchOfPair: [RingPair: RingTouch] = [:]
  /// Rings that visit a point twice.
  private var selfTouching: Set<Int> = []
  /// For each ring, the other rings it touches, crosses or overlaps, ascending.
  private var partners: [[Int]]
  /// For each ring, the rings that hold its first vertex by the ray test, ascending.
  private var containers: [[Int]] = []
  /// For each ring, whether it runs anticlockwise.
  private var isAnticlockwise: [Bool] = []

  init(_ rings: RingSet, edges: EdgeIndex, contacts: RingContacts) {
    self.rings = rings
    entangled = contacts.entangled
    partners = Array(repeating: [], count: rings.count)
    for touch in contacts.touches {
      let pair = RingPair(rings.ring(of: touch.first.index), rings.ring(of: touch.second.index))
      if pair.first == pair.second { selfTouching.insert(pair.first) }
      guard pair.first != pair.second, touchOfPair[pair] == nil else { continue }
      touchOfPair[pair] = touch
    }
    for pair in Set(touchOfPair.keys).union(entangled) where pair.first != pair.second {
      partners[pair.first].append(pair.second)
      partners[pair.second].append(pair.first)
    }
    for ring in 0..<rings.count {
      partners[ring].sort()
      isAnticlockwise.append(rings.runsAnticlockwise(ring))
      containers.append(Self.rings(rings, holding: rings.range(ofRing: ring).lowerBound, edges))
    }
  }

  /// Rings that may hold a ring: all others surely do not.
  func possibleContainers(of ring: Int) -> [Int] {
    Set(containers[ring] + partners[ring]).subtracting([ring]).sorted()
  }

  /// Whether one ring lies inside another; nil where that is undefined.
  func isInside(_ inner: Int, _ outer: Int) -> Bool? {
    let pair = RingPair(inner, outer)
    if entangled.contains(pair) || entangled.contains(RingPair(outer, outer)) { return nil }
    if touchOfPair[pair] != nil, selfTouching.contains(outer) { return nil }
    guard let touch = touchOfPair[pair] else { return containers[inner].contains(outer) }
    let isFirstOuter = rings.ring(of: touch.first.index) == outer
    let (outerVisit, innerVisit) =
      isFirstOuter ? (touch.first, touch.second) : (touch.second, touch.first)
    let side = PathSide(
      of: innerVisit.destination(in: rings), from: outerVisit.origin(in: rings), over: touch.point,
      to: outerVisit.destination(in: rings))
    return (side == .left) == isAnticlockwise[outer]
  }

  /// The rings whose edges a ray to the east crosses an odd number of times.
  private static func rings(
    _ rings: RingSet, holding vertex: Int, _ edges: EdgeIndex
  ) -> [Int] {
    let point = rings.positions[vertex]
    var hits: [Int] = []
    edges.forEachEdge(eastOf: point) { edge in
      if rings.isCrossed(edge, byRayEastOf: point) { hits.append(rings.ring(of: edge)) }
    }
    hits.sort()
    var odd: [Int] = []
    for hit in hits {
      if odd.last == hit { odd.removeLast() } else { odd.append(hit) }
    }
    return odd
  }
}
