/// Measures in the plane of the coordinates, summed relative to a local origin.
///
/// Eastings with a zone prefix are near 4·10⁷ m: products of such numbers lose 0.02 m² on a town of
/// 3 km² (domain facts §3.3), so every sum here starts by moving to the ring's first position.
package enum PlanarMeasure {
  /// Signed area of a closed ring: positive when it runs anticlockwise.
  ///
  /// - Complexity: O(v).
  package static func signedArea(ofRing positions: ArraySlice<XY>) -> Double {
    guard let origin = positions.first, positions.count > 2 else { return 0 }
    var doubled = 0.0
    var previous = XY(0, 0)
    for position in positions {
      let current = XY(position.x - origin.x, position.y - origin.y)
      doubled += previous.x * current.y - current.x * previous.y
      previous = current
    }
    return doubled / 2
  }

  /// Area of a polygonal geometry in its plane: shells less holes, whatever their winding.
  ///
  /// Zero for points, lines and empty geometries. Meaningful for valid polygons only.
  package static func area(of geometry: Geometry) -> SquareMetres {
    guard geometry.kind == .polygon else { return .zero }
    var total = 0.0
    for part in 0..<geometry.partCount {
      for (order, ring) in geometry.rings(ofPart: part).enumerated() {
        let area = abs(signedArea(ofRing: geometry.positions[geometry.range(ofRing: ring)]))
        total += order == 0 ? area : -area
      }
    }
    return SquareMetres(total)
  }

  /// Length of all rings of a geometry: the perimeter of a polygon, the length of a line.
  package static func length(of geometry: Geometry) -> Metres {
    var total = 0.0
    for ring in geometry.ringEnds.indices {
      let range = geometry.range(ofRing: ring)
      for index in range.dropFirst() {
        total += geometry.positions[index - 1].distance(to: geometry.positions[index])
      }
    }
    return Metres(total)
  }

  /// Centroid by area of a valid polygonal geometry; the mean position where the area is zero, nil when
  /// there is no position.
  package static func centroid(of geometry: Geometry) -> XY? {
    guard let origin = geometry.positions.first else { return nil }
    var (weight, sumX, sumY) = (0.0, 0.0, 0.0)
    for part in 0..<geometry.partCount where geometry.kind == .polygon {
      for (order, ring) in geometry.rings(ofPart: part).enumerated() {
        let slice = geometry.positions[geometry.range(ofRing: ring)]
        let isFlipped = (signedArea(ofRing: slice) < 0) == (order == 0)
        let sign = isFlipped ? -1.0 : 1.0
        for index in slice.indices.dropFirst() {
          let a = XY(slice[index - 1].x - origin.x, slice[index - 1].y - origin.y)
          let b = XY(slice[index].x - origin.x, slice[index].y - origin.y)
          let cross = sign * (a.x * b.y - b.x * a.y)
          weight += cross
          sumX += cross * (a.x + b.x)
          sumY += cross * (a.y + b.y)
        }
      }
    }
    guard weight != 0 else {
      let count = Double(geometry.positions.count)
      let total = geometry.positions.reduce(XY(0, 0)) { XY($0.x + $1.x, $0.y + $1.y) }
      return XY(total.x / count, total.y / count)
    }
    return XY(origin.x + sumX / (3 * weight), origin.y + sumY / (3 * weight))
  }
}
