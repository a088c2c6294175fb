import LandModel

/// The border of the city: edges of counties that no other county shares.
struct CityBorder {
  private struct Edge: Hashable {
    let a: XY
    let b: XY
  }

  private let edges: [Edge]

  init(_ map: CountyMap) {
    var seen: Set<Edge> = []
    let all = map.counties.flatMap(\.rings).flatMap { ring in
      ring.indices.dropFirst().map { Edge(a: ring[$0 - 1], b: ring[$0]) }
    }
    for edge in all { seen.insert(edge) }
    edges = all.filter { !seen.contains(Edge(a: $0.b, b: $0.a)) }
  }

  /// The position on the border that is nearest to another.
  func nearest(to position: XY) -> XY {
    var best = XY(.infinity, .infinity)
    for edge in edges {
      let found = position.nearest(onSegment: edge.a, edge.b)
      if found.distance(to: position) < best.distance(to: position) { best = found }
    }
    return best
  }
}
