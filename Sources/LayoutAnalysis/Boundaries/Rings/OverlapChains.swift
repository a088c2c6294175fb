import LandModel

/// Joins stretches along which boundaries run together, so that a shared border is one place.
enum OverlapChains {
  /// One geometry of lines for each run of stretches of one pair of rings that meet end to end, in the
  /// order of their first stretch, with the vertex that one starts at.
  static func chains(of overlaps: [RingOverlap]) -> [(lines: Geometry, index: Int)] {
    var groups = DisjointGroups(count: overlaps.count)
    var lastAtEnd: [ChainEnd: Int] = [:]
    for (index, overlap) in overlaps.enumerated() {
      for end in [overlap.start, overlap.end] {
        let key = ChainEnd(point: end, rings: overlap.rings)
        if let other = lastAtEnd[key] { _ = groups.join(other, index) }
        lastAtEnd[key] = index
      }
    }
    var lines: [Int: [[XY]]] = [:]
    for (index, overlap) in overlaps.enumerated() {
      lines[groups.root(of: index), default: []].append([overlap.start, overlap.end])
    }
    return lines.keys.sorted().map { (.multiLine(lines[$0] ?? []), overlaps[$0].index) }
  }
}

/// An end of a stretch, at which another of the same rings may go on.
private struct ChainEnd: Hashable {
  let point: XY
  let rings: RingPair
}
