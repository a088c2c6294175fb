extension Geometry {
  /// A part of a polygonal geometry as a polygon of its own.
  package func polygon(ofPart part: Int) -> Geometry {
    .polygon(rings: rings(ofPart: part).map { Array(positions[range(ofRing: $0)]) })
  }

  /// Each part of a polygonal geometry as a polygon of its own; none of an empty geometry.
  package var polygonParts: [Geometry] {
    if partCount <= 1 { return isEmpty ? [] : [self] }
    return (0..<partCount).map(polygon(ofPart:))
  }
}
