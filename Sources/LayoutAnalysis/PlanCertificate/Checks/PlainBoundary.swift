import LandModel

/// A boundary measured edge by edge, without an index or a library.
struct PlainBoundary {
  private let edges: [PlainEdge]

  init(_ geometry: Geometry) { edges = PlainEdge.all(of: geometry) }

  /// Least distance between the two boundaries, zero where they cross or touch.
  ///
  /// - Complexity: O(v²).
  func distance(to other: PlainBoundary) -> Metres {
    var least = Double.infinity
    for one in edges {
      for two in other.edges { least = min(least, one.distance(to: two)) }
    }
    return Metres(least)
  }
}
