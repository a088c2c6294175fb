package import LandModel

/// Geometry objects of RFC 7946: longitude and latitude in degrees, seven decimals, shells anticlockwise
/// and holes clockwise (§3.1.6), rings closed.
extension JSONWriter {
  /// Writes one geometry, given on the grid; null when it has no position or one that is not finite.
  ///
  /// One part gives `Point`, `LineString` or `Polygon`, several give the `Multi` form.
  package mutating func geometry(_ geometry: Geometry, on grid: GaussKrugerGrid) {
    self.geometry(GeometryColumn(CollectionOfOne(geometry)), row: 0, on: grid)
  }

  /// Writes the geometry of a row of a column.
  package mutating func geometry(_ column: GeometryColumn, row: Int, on grid: GaussKrugerGrid) {
    let range = column.range(ofRow: row)
    let isDrawable = column.positions[range].allSatisfy(\.isFinite)
    guard let name = typeName(of: column, row: row), isDrawable, !range.isEmpty else {
      null()
      return
    }
    let parts = column.parts(ofRow: row)
    object { geometry in
      geometry.member("type", name)
      geometry.key("coordinates")
      if parts.count == 1 {
        geometry.part(column, parts.lowerBound, kind: column.kinds[row], on: grid)
      } else {
        geometry.array { list in
          for part in parts { list.part(column, part, kind: column.kinds[row], on: grid) }
        }
      }
    }
  }

  private func typeName(of column: GeometryColumn, row: Int) -> String? {
    let isSingle = column.parts(ofRow: row).count == 1
    return switch column.kinds[row] {
    case .null: nil
    case .point: isSingle ? "Point" : "MultiPoint"
    case .line: isSingle ? "LineString" : "MultiLineString"
    case .polygon: isSingle ? "Polygon" : "MultiPolygon"
    }
  }

  private mutating func part(
    _ column: GeometryColumn, _ part: Int, kind: GeometryKind, on grid: GaussKrugerGrid
  ) {
    let rings = column.rings(ofPart: part)
    switch kind {
    case .null: null()
    case .point: position(column.positions[column.range(ofRing: rings.lowerBound).lowerBound], grid)
    case .line: line(column.positions[column.range(ofRing: rings.lowerBound)], grid)
    case .polygon:
      array { polygon in
        for ring in rings {
          let isShell = ring == rings.lowerBound
          polygon.ring(column.positions[column.range(ofRing: ring)], isShell: isShell, grid)
        }
      }
    }
  }

  private mutating func line(_ positions: ArraySlice<XY>, _ grid: GaussKrugerGrid) {
    array { line in
      for position in positions { line.position(position, grid) }
    }
  }

  /// A linear ring: closed, at least four positions (a degenerate one repeats its first), wound right.
  private mutating func ring(
    _ positions: ArraySlice<XY>, isShell: Bool, _ grid: GaussKrugerGrid
  ) {
    guard let start = positions.first else { return array { _ in } }
    var closed = Array(positions)
    if closed.count == 1 || closed.last != start { closed.append(start) }
    while closed.count < 4 { closed.append(start) }
    let isAnticlockwise = PlanarMeasure.signedArea(ofRing: closed[...]) > 0
    if isAnticlockwise != isShell { closed.reverse() }
    line(closed[...], grid)
  }

  private mutating func position(_ position: XY, _ grid: GaussKrugerGrid) {
    let geodetic = grid.geodetic(position)
    array { pair in
      pair.value(geodetic.x, decimals: Rounding.degrees)
      pair.value(geodetic.y, decimals: Rounding.degrees)
    }
  }
}
