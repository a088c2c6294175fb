import LandModel

/// Finds where the vertices of a geometry made by GEOS came from, and lays its rings like the old ones.
///
/// GEOS keeps the ordinates of the vertices it was given, so equal positions are the same vertex. Rings
/// start where the old ring started, as far as that vertex is left, and run the way it ran. Vertices that
/// were repeated are repeated again: GEOS drops repeats, which nobody asked for.
struct VertexMatching {
  /// Where a position is first found among the old rings.
  private struct Place {
    let ring: Int
    let place: Int
    let origin: Int32?
  }

  private let old: TracedGeometry
  private var places: [XY: Place] = [:]
  private var repeats: [XY: [TracedVertex]] = [:]
  /// Vertices of other features that may have come in.
  private let others: [XY: Int32]

  init(_ old: TracedGeometry, others: [XY: Int32] = [:]) {
    self.old = old
    self.others = others
    for (ring, traced) in old.rings.enumerated() {
      var previous = traced.vertices.last
      for (place, vertex) in traced.vertices.enumerated() {
        if places[vertex.position] == nil {
          places[vertex.position] = Place(ring: ring, place: place, origin: vertex.origin)
        } else if previous?.position == vertex.position {
          repeats[vertex.position, default: []].append(vertex)
        }
        previous = vertex
      }
    }
  }

  /// The geometry with origins, rings laid like the old ones, parts and holes in the order of the old.
  func traced(_ geometry: Geometry) -> TracedGeometry {
    var parts: [(key: Int, rings: [TracedRing])] = []
    for part in 0..<geometry.partCount {
      let rings = geometry.rings(ofPart: part).map { laid(geometry, ring: $0) }
      guard let shell = rings.first else { continue }
      let holes = rings.dropFirst().sorted { Self.precedes($0, $1) }
      parts.append((shell.key, [shell.ring] + holes.map(\.ring)))
    }
    parts.sort { Self.precedes(($0.key, $0.rings[0]), ($1.key, $1.rings[0])) }
    var rings: [TracedRing] = []
    for (number, part) in parts.enumerated() {
      for var ring in part.rings {
        ring.part = number
        rings.append(ring)
      }
    }
    return TracedGeometry(kind: .polygon, rings: rings)
  }

  private static func precedes(
    _ left: (key: Int, ring: TracedRing), _ right: (key: Int, ring: TracedRing)
  ) -> Bool {
    if left.key != right.key { return left.key < right.key }
    return left.ring.vertices.lexicographicallyPrecedes(right.ring.vertices) {
      ($0.position.x, $0.position.y) < ($1.position.x, $1.position.y)
    }
  }

  /// A ring turned and started like the old ring it has its first known vertex from, with that ring's
  /// number; rings of new vertices only come last, from their least vertex.
  private func laid(_ geometry: Geometry, ring: Int) -> (key: Int, ring: TracedRing) {
    var vertices = geometry.range(ofRing: ring).dropLast().map { index in
      let position = geometry.positions[index]
      return TracedVertex(
        position: position, origin: places[position]?.origin ?? others[position])
    }
    let known = vertices.indices.compactMap { index in
      places[vertices[index].position].map { (index: index, ring: $0.ring, place: $0.place) }
    }
    guard let start = known.min(by: { ($0.ring, $0.place) < ($1.ring, $1.place) }) else {
      let least = vertices.indices.min {
        let (a, b) = (vertices[$0].position, vertices[$1].position)
        return (a.x, a.y) < (b.x, b.y)
      }
      let turned = Self.rotated(vertices, to: least ?? 0)
      return (old.rings.count, TracedRing(part: 0, vertices: turned, isClosed: true))
    }
    vertices = Self.rotated(vertices, to: start.index)
    if runsBackward(vertices, inOldRing: start.ring) {
      vertices = [vertices[0]] + vertices.dropFirst().reversed()
    }
    let repeated = vertices.flatMap { [$0] + (repeats[$0.position] ?? []) }
    return (start.ring, TracedRing(part: 0, vertices: repeated, isClosed: true))
  }

  /// Whether a ring runs the other way than an old one, by the sign of their areas.
  private func runsBackward(_ vertices: [TracedVertex], inOldRing ring: Int) -> Bool {
    Self.signedArea(vertices) * Self.signedArea(old.rings[ring].vertices) < 0
  }

  private static func signedArea(_ vertices: [TracedVertex]) -> Double {
    PlanarMeasure.signedArea(ofRing: vertices.map(\.position)[...])
  }

  private static func rotated(_ vertices: [TracedVertex], to start: Int) -> [TracedVertex] {
    Array(vertices[start...] + vertices[..<start])
  }
}
