import LandModel

/// Where a vertex of a feature comes nearer than a tolerance to a boundary that it does not touch.
struct NearContacts {
  struct Contact: Comparable {
    /// The vertex, and the one it nearly meets; nil where it comes near the middle of an edge.
    let vertex: Int
    let other: Int?
    let distance: Double

    static func < (left: Contact, right: Contact) -> Bool {
      (left.vertex, left.other ?? -1, left.distance)
        < (right.vertex, right.other ?? -1, right.distance)
    }
  }

  /// Way along the ring, in tolerances, up to which two places are one place of it: what comes near within
  /// so little is a short edge or a sharp angle, which have rules of their own.
  private static let ownWay = 100.0

  /// By vertex, each pair of places once; of one vertex near several edges the nearest.
  let contacts: [Contact]

  init(_ blocks: EdgeBlocks, row: Int, tolerance: Double) {
    let ways = RingWay(blocks.column, row: row)
    var found: [Contact] = []
    blocks.forEachPair(within: tolerance) { first, second in
      guard EdgeGap.isNearer(ways.segment(first), ways.segment(second), than: tolerance) else {
        return
      }
      for (edge, other) in [(first, second), (second, first)] {
        for vertex in [edge, edge + 1] {
          if let contact = Self.contact(of: vertex, near: other, tolerance, ways) {
            found.append(contact)
          }
        }
      }
    }
    contacts = Self.nearest(of: found.sorted())
  }

  /// The contact of a vertex with an edge; nil where they touch, are apart, or lie on one stretch of ring.
  private static func contact(
    of vertex: Int, near edge: Int, _ tolerance: Double, _ ways: RingWay
  ) -> Contact? {
    let positions = ways.column.positions
    let (here, segment) = (positions[vertex], ways.segment(edge))
    let share = segment.share(nearest: here)
    let distance = here.distance(to: segment.position(at: share))
    guard distance < tolerance, distance > EdgeGap.touch else { return nil }
    let index = ways.vertex(vertex)
    let ring = ways.ring(of: index)
    if ring == ways.ring(of: edge) {
      let limit = ownWay * tolerance
      let on = ways.length(from: index, 0, to: edge, share, in: ring, atMost: limit)
      let back = ways.length(from: edge, share, to: index, 0, in: ring, atMost: limit)
      guard on == nil, back == nil else { return nil }
    }
    let near = [edge, edge + 1].map { (index: $0, distance: here.distance(to: positions[$0])) }
      .min { $0.distance < $1.distance }
    guard let near, near.distance < tolerance else {
      return Contact(vertex: index, other: nil, distance: distance)
    }
    guard near.distance > EdgeGap.touch else { return nil }
    let other = ways.vertex(near.index)
    return Contact(
      vertex: min(index, other), other: max(index, other), distance: near.distance)
  }

  private static func nearest(of sorted: [Contact]) -> [Contact] {
    var kept: [Contact] = []
    var paired: Set<Int> = []
    for contact in sorted where contact.other != nil {
      if kept.last != contact { kept.append(contact) }
      paired.formUnion([contact.vertex, contact.other ?? contact.vertex])
    }
    // A vertex that nearly meets another comes near that one's edges too.
    for contact in sorted
    where contact.other == nil && kept.last?.vertex != contact.vertex
      && !paired.contains(contact.vertex)
    {
      kept.append(contact)
    }
    return kept.sorted()
  }
}
