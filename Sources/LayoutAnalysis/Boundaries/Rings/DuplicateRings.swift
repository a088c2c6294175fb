import LandModel

/// Which rings of a set have exactly the edges of an earlier ring, whatever their start and direction.
struct DuplicateRings {
  /// For each ring the first one that equals it, itself where it is the first.
  let original: [Int]

  init(_ rings: RingSet) {
    var original = Array(0..<rings.count)
    var candidates: [Outline: [Int]] = [:]
    for ring in 0..<rings.count where rings.count > 1 {
      let outline = Outline(rings, ring: ring)
      let earlier = candidates[outline] ?? []
      if let equal = earlier.first(where: { Self.haveEqualEdges(rings, $0, ring) }) {
        original[ring] = equal
      } else {
        candidates[outline] = earlier + [ring]
      }
    }
    self.original = original
  }

  func isDuplicate(_ ring: Int) -> Bool { original[ring] != ring }

  private static func haveEqualEdges(_ rings: RingSet, _ left: Int, _ right: Int) -> Bool {
    sortedEdges(rings, left) == sortedEdges(rings, right)
  }

  private static func sortedEdges(_ rings: RingSet, _ ring: Int) -> [UndirectedEdge] {
    rings.range(ofRing: ring).map {
      UndirectedEdge(rings.positions[$0], rings.positions[rings.next($0)])
    }.sorted()
  }
}

/// What equal rings surely share, as a key to find candidates by.
private struct Outline: Hashable {
  let count: Int
  let box: BoundingBox

  init(_ rings: RingSet, ring: Int) {
    let range = rings.range(ofRing: ring)
    var box = BoundingBox.empty
    for index in range { box.extend(to: rings.positions[index]) }
    count = range.count
    self.box = box
  }
}
