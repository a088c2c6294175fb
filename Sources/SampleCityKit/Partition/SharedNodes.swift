import LandModel

/// Makes neighbours match vertex by vertex where one has a node on the other's edge.
enum SharedNodes {
  private struct Cell: Hashable {
    let column: Int
    let row: Int
  }

  /// The geometries with every vertex inserted that lies within `tolerance` of an edge, between its ends.
  ///
  /// - Complexity: O(v) for vertices spread evenly, by a hash of cells `cell` wide.
  static func inserted(_ geometries: [Geometry], tolerance: Double, cell: Double) -> [Geometry] {
    var vertices: [Cell: [XY]] = [:]
    var seen: Set<XY> = []
    for position in geometries.lazy.flatMap(\.positions) where seen.insert(position).inserted {
      vertices[key(position, cell), default: []].append(position)
    }
    return geometries.map { geometry in
      var positions: [XY] = []
      var ringEnds: [Int] = []
      for ring in geometry.ringEnds.indices {
        let range = geometry.range(ofRing: ring)
        for index in range {
          if index > range.lowerBound {
            positions += nodes(
              from: geometry.positions[index - 1], to: geometry.positions[index], vertices,
              tolerance, cell)
          }
          positions.append(geometry.positions[index])
        }
        ringEnds.append(positions.count)
      }
      return Geometry(
        kind: geometry.kind, positions: positions, ringEnds: ringEnds, partEnds: geometry.partEnds)
    }
  }

  private static func key(_ position: XY, _ cell: Double) -> Cell {
    Cell(
      column: Int((position.x / cell).rounded(.down)), row: Int((position.y / cell).rounded(.down)))
  }

  /// The known vertices on an edge, in its direction.
  private static func nodes(
    from a: XY, to b: XY, _ vertices: [Cell: [XY]], _ tolerance: Double, _ cell: Double
  ) -> [XY] {
    let low = key(XY(min(a.x, b.x) - tolerance, min(a.y, b.y) - tolerance), cell)
    let high = key(XY(max(a.x, b.x) + tolerance, max(a.y, b.y) + tolerance), cell)
    var found: [(place: Double, position: XY)] = []
    let length = a.distance(to: b)
    for row in low.row...high.row {
      for column in low.column...high.column {
        for position in vertices[Cell(column: column, row: row)] ?? [] {
          guard position != a, position != b, position.distance(toSegment: a, b) < tolerance
          else { continue }
          let place =
            ((position.x - a.x) * (b.x - a.x) + (position.y - a.y) * (b.y - a.y)) / length
          if place > 0, place < length { found.append((place, position)) }
        }
      }
    }
    return found.sorted { $0.place < $1.place }.map(\.position)
  }
}
