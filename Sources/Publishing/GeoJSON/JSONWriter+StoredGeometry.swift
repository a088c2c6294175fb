package import LandModel

/// Geometry in the coordinates of its file: neither projected nor rounded, rings as they are.
extension JSONWriter {
  /// Writes a geometry object with the members of GeoJSON; null when it has no position.
  ///
  /// Ordinates are in the shortest notation that gives back the same number.
  package mutating func storedGeometry(_ geometry: Geometry) {
    guard let name = geometry.typeName, !geometry.isEmpty else { return null() }
    object { object in
      object.member("type", name)
      object.key("coordinates")
      if geometry.partCount == 1 {
        object.storedPart(geometry, 0)
      } else {
        object.array { list in
          for part in 0..<geometry.partCount { list.storedPart(geometry, part) }
        }
      }
    }
  }

  private mutating func storedPart(_ geometry: Geometry, _ part: Int) {
    let rings = geometry.rings(ofPart: part)
    let first = geometry.range(ofRing: rings.lowerBound)
    switch geometry.kind {
    case .null: null()
    case .point: storedPosition(geometry.positions[first.lowerBound])
    case .line: storedLine(geometry.positions[first])
    case .polygon:
      array { polygon in
        for ring in rings { polygon.storedLine(geometry.positions[geometry.range(ofRing: ring)]) }
      }
    }
  }

  private mutating func storedLine(_ positions: ArraySlice<XY>) {
    array { line in
      for position in positions { line.storedPosition(position) }
    }
  }

  private mutating func storedPosition(_ position: XY) {
    array { pair in
      pair.value(exact: position.x)
      pair.value(exact: position.y)
    }
  }

  /// Writes a number in its shortest exact notation; null when it is not finite.
  package mutating func value(exact number: Double) {
    if number.isFinite { raw("\(number)") } else { null() }
  }
}

extension Geometry {
  /// The name of the type in GeoJSON; nil for no geometry.
  fileprivate var typeName: String? {
    let isSingle = partCount == 1
    return switch kind {
    case .null: nil
    case .point: isSingle ? "Point" : "MultiPoint"
    case .line: isSingle ? "LineString" : "MultiLineString"
    case .polygon: isSingle ? "Polygon" : "MultiPolygon"
    }
  }
}
