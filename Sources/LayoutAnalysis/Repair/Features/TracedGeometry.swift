import LandModel

/// A vertex that knows which position of the layer it was.
struct TracedVertex: Equatable {
  var position: XY
  /// Index among the layer's positions; nil for a vertex made in repair.
  var origin: Int32?
}

/// A ring or line under repair; of a closed one, the closing position is not repeated.
struct TracedRing: Equatable {
  /// The part the ring belongs to; the first ring of a part is its shell.
  var part: Int
  var vertices: [TracedVertex]
  var isClosed: Bool

  /// The number of vertices that differ from the one before, round the ring.
  var distinctCount: Int {
    guard vertices.count > 1 else { return vertices.count }
    var count = 0
    for (index, vertex) in vertices.enumerated() {
      let previous = index == 0 ? vertices[vertices.count - 1] : vertices[index - 1]
      if vertex.position != previous.position { count += 1 }
    }
    return count
  }
}

/// A geometry under repair: few features are, so rings are lists of their own.
struct TracedGeometry: Equatable {
  let kind: GeometryKind
  /// By part, shell first.
  var rings: [TracedRing]

  init(_ column: GeometryColumn, row: Int) {
    kind = column.kinds[row]
    rings = []
    let parts = column.parts(ofRow: row)
    for part in parts {
      for ring in column.rings(ofPart: part) {
        var range = column.range(ofRing: ring)
        let isClosed =
          kind == .polygon && range.count > 1
          && column.positions[range.lowerBound] == column.positions[range.upperBound - 1]
        if isClosed { range = range.dropLast() }
        rings.append(
          TracedRing(
            part: part - parts.lowerBound,
            vertices: range.map {
              TracedVertex(position: column.positions[$0], origin: Int32(truncatingIfNeeded: $0))
            }, isClosed: isClosed))
      }
    }
  }

  init(kind: GeometryKind, rings: [TracedRing]) {
    self.kind = kind
    self.rings = rings
  }

  var partCount: Int {
    var count = 0
    var last = -1
    for ring in rings where ring.part != last {
      count += 1
      last = ring.part
    }
    return count
  }

  /// Whether a ring is the shell of its part.
  func isShell(_ ring: Int) -> Bool { ring == 0 || rings[ring - 1].part != rings[ring].part }

  /// Positions and where they came from, rings closed as they are; a closing position comes from where its
  /// ring begins, so that the ring closes in every reference system.
  func columns() -> (geometry: Geometry, origins: [Int32?]) {
    flattened { $0.isClosed }
  }

  /// The geometry with every ring closed: what GEOS can take.
  func closed() -> Geometry { flattened { _ in kind == .polygon }.geometry }

  private func flattened(
    closing isClosed: (TracedRing) -> Bool
  ) -> (geometry: Geometry, origins: [Int32?]) {
    var (positions, origins): ([XY], [Int32?]) = ([], [])
    var (ringEnds, partEnds): ([Int], [Int]) = ([], [])
    for (index, ring) in rings.enumerated() {
      if isShell(index), index > 0 { partEnds.append(ringEnds.count) }
      for vertex in ring.vertices {
        positions.append(vertex.position)
        origins.append(vertex.origin)
      }
      if isClosed(ring), let first = ring.vertices.first {
        positions.append(first.position)
        origins.append(first.origin)
      }
      ringEnds.append(positions.count)
    }
    if !rings.isEmpty { partEnds.append(ringEnds.count) }
    return (
      Geometry(kind: kind, positions: positions, ringEnds: ringEnds, partEnds: partEnds), origins
    )
  }
}
