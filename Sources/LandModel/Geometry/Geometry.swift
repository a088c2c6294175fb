/// The geometry of one feature as a value: a flat run of positions cut into rings and parts.
///
/// Used where geometries come one at a time (a finding's place, a drawn boundary). A layer keeps its
/// geometries in a ``GeometryColumn``, which has the same layout over all rows.
package struct Geometry: Hashable, Sendable {
  package let kind: GeometryKind
  /// Positions of all rings, one ring after the other.
  package let positions: [XY]
  /// For each ring, the index in `positions` just past its last one.
  package let ringEnds: [Int]
  /// For each part, the index in `ringEnds` just past its last ring.
  package let partEnds: [Int]

  /// Takes flat columns over; the ends must be ascending and the last ones match the counts.
  package init(kind: GeometryKind, positions: [XY], ringEnds: [Int], partEnds: [Int]) {
    precondition(
      (ringEnds.last ?? 0) == positions.count && (partEnds.last ?? 0) == ringEnds.count,
      "Ring and part ends must cover all positions.")
    self.kind = kind
    self.positions = positions
    self.ringEnds = ringEnds
    self.partEnds = partEnds
  }

  /// No geometry.
  package static let null = Geometry(kind: .null, positions: [], ringEnds: [], partEnds: [])

  package static func point(_ position: XY) -> Geometry {
    Geometry(kind: .point, positions: [position], ringEnds: [1], partEnds: [1])
  }

  package static func line(_ positions: [XY]) -> Geometry {
    multiLine([positions])
  }

  /// One polygon, the first ring its shell; rings are taken as given, closed by the caller.
  package static func polygon(rings: [[XY]]) -> Geometry {
    multiPolygon([rings])
  }

  /// Several polygons, each a shell followed by its holes.
  package static func multiPolygon(_ polygons: [[[XY]]]) -> Geometry {
    var positions: [XY] = []
    var ringEnds: [Int] = []
    var partEnds: [Int] = []
    for rings in polygons {
      for ring in rings {
        positions += ring
        ringEnds.append(positions.count)
      }
      partEnds.append(ringEnds.count)
    }
    return Geometry(kind: .polygon, positions: positions, ringEnds: ringEnds, partEnds: partEnds)
  }

  /// Several lines.
  package static func multiLine(_ lines: [[XY]]) -> Geometry {
    var positions: [XY] = []
    var ringEnds: [Int] = []
    for line in lines {
      positions += line
      ringEnds.append(positions.count)
    }
    return Geometry(
      kind: .line, positions: positions, ringEnds: ringEnds,
      partEnds: ringEnds.indices.map { $0 + 1 })
  }

  package var isEmpty: Bool { positions.isEmpty }
  package var partCount: Int { partEnds.count }

  /// The rings of a part, as indices into `ringEnds`.
  package func rings(ofPart part: Int) -> Range<Int> {
    (part == 0 ? 0 : partEnds[part - 1])..<partEnds[part]
  }

  /// The positions of a ring, as indices into `positions`.
  package func range(ofRing ring: Int) -> Range<Int> {
    (ring == 0 ? 0 : ringEnds[ring - 1])..<ringEnds[ring]
  }

  package var boundingBox: BoundingBox {
    var box = BoundingBox.empty
    for position in positions { box.extend(to: position) }
    return box
  }

  /// The same rings over other positions, one for one: how a geometry changes its reference system.
  package func mapPositions(_ transform: (XY) -> XY) -> Geometry {
    Geometry(
      kind: kind, positions: positions.map(transform), ringEnds: ringEnds, partEnds: partEnds)
  }
}
