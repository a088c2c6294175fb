import LandModel

extension FeatureView {
  /// Whether the feature has edges that can be measured: a polygon or a line.
  var isMeasurableOutline: Bool { (kind == .polygon || kind == .line) && isMeasurable }

  /// The ring of the column that a position belongs to.
  func ring(ofVertex index: Int) -> Int { RingWay(column, row: row).ring(of: index) }

  /// A ring of the column as a place: a polygon of its own.
  func outline(ofRing ring: Int) -> Geometry {
    .polygon(rings: [Array(column.positions[column.range(ofRing: ring)])])
  }

  /// A part, counted from 0, as a place.
  func outline(ofPart part: Int) -> Geometry {
    let column = column
    return .polygon(
      rings: column.rings(ofPart: column.parts(ofRow: row).lowerBound + part).map {
        Array(column.positions[column.range(ofRing: $0)])
      })
  }

  /// Whether land lies to the left of a ring of the column as it runs.
  func hasLandOnLeft(ofRing ring: Int) -> Bool {
    let isShell = column.parts(ofRow: row).contains {
      column.rings(ofPart: $0).lowerBound == ring
    }
    return (shape.ring(ring).signedArea > 0) == isShell
  }
}
