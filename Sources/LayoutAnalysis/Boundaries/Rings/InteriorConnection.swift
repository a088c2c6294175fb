import LandModel

/// Where touching rings cut the interior of a polygon into pieces.
///
/// Rings and the points where they touch form a graph, an edge for each ring through a point. Each ring
/// simple and none crossing another, the interior is connected exactly where the graph has no cycle.
enum InteriorConnection {
  /// The points that close a cycle, each with a vertex there or the start of an edge through it, by
  /// their order along the rings; empty where all is connected.
  static func cuts(
    of rings: RingSet, contacts: RingContacts, includes isSound: (RingPair) -> Bool
  ) -> [(index: Int, point: XY)] {
    var groups = DisjointGroups(count: rings.count)
    var nodeOfPoint: [PartPoint: Int] = [:]
    var joined: Set<Incidence> = []
    var cuts: [(index: Int, point: XY)] = []
    for touch in contacts.touches {
      let pair = RingPair(rings.ring(of: touch.first.index), rings.ring(of: touch.second.index))
      let part = rings.partOfRing[pair.first]
      guard pair.first != pair.second, part == rings.partOfRing[pair.second], isSound(pair) else {
        continue
      }
      let key = PartPoint(part: part, point: touch.point)
      let node = nodeOfPoint[key] ?? groups.addMember()
      nodeOfPoint[key] = node
      for ring in [pair.first, pair.second] {
        guard joined.insert(Incidence(point: node, ring: ring)).inserted else { continue }
        if !groups.join(node, ring) { cuts.append((touch.first.index, touch.point)) }
      }
    }
    return cuts
  }
}

/// A touching point within one part: parts do not join each other's interiors.
private struct PartPoint: Hashable {
  let part: Int
  let point: XY
}

private struct Incidence: Hashable {
  let point: Int
  let ring: Int
}
