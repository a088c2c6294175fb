import LandModel

/// The measures of all rings of one feature, and the extremes over them.
struct FeatureShape {
  /// One for each ring of the row, in the column's order.
  let rings: [RingMeasure]
  /// The row's rings, as indices into the column.
  let range: Range<Int>
  private(set) var shortestSquared = Double.infinity
  private(set) var longestSquared = 0.0
  private(set) var sharpestCosine = -1.0

  /// Measures a row whose ordinates are all measurable.
  ///
  /// - Complexity: O(v), one allocation.
  init(_ column: GeometryColumn, row: Int) {
    let positions = column.positions
    let isPolygon = column.kinds[row] == .polygon
    range = column.rings(ofRow: row)
    var rings: [RingMeasure] = []
    rings.reserveCapacity(range.count)
    for ring in range {
      let measure = RingMeasure(positions, range: column.range(ofRing: ring), isRing: isPolygon)
      shortestSquared = min(shortestSquared, measure.shortestSquared)
      longestSquared = max(longestSquared, measure.longestSquared)
      sharpestCosine = max(sharpestCosine, measure.sharpestCosine)
      rings.append(measure)
    }
    self.rings = rings
  }

  /// The measure of a ring given as the column counts it.
  func ring(_ ring: Int) -> RingMeasure { rings[ring - range.lowerBound] }

  /// Whether an edge may be shorter than a length: false is sure, true is to be looked at.
  func mayHaveEdge(shorterThan length: Double) -> Bool {
    shortestSquared <= length * length * (1 + Self.slack)
  }

  /// Whether an edge may be longer than a length: false is sure, true is to be looked at.
  func mayHaveEdge(longerThan length: Double) -> Bool {
    longestSquared >= length * length * (1 - Self.slack)
  }

  /// More than the rounding of a few operations, relative: what is this near a limit is looked at again.
  static let slack = 1e-12
}

/// One part of a polygonal feature: its rings in the column, and its measures.
struct PartMeasure {
  /// Counted from 0 in its feature.
  let part: Int
  /// Rings as indices into the column, the shell first.
  let rings: Range<Int>
  /// Planar area of the shell less that of the holes, in square metres.
  let area: Double
  /// Length of all its rings in metres.
  let perimeter: Double

  /// Twice the area over the perimeter: the width of a long strip, in metres.
  var meanWidth: Double { perimeter > 0 ? 2 * area / perimeter : 0 }

  /// 4πA/P² (Polsby and Popper 1991): 1 for a disc, towards 0 the longer or the more ragged.
  var compactness: Double { perimeter > 0 ? 4 * .pi * area / (perimeter * perimeter) : 0 }
}

extension FeatureShape {
  /// The part of a number, counted from 0.
  func part(_ part: Int, of column: GeometryColumn, row: Int) -> PartMeasure {
    let rings = column.rings(ofPart: column.parts(ofRow: row).lowerBound + part)
    var (area, perimeter) = (0.0, 0.0)
    for ring in rings {
      let measure = self.ring(ring)
      area += ring == rings.lowerBound ? measure.area : -measure.area
      perimeter += measure.length
    }
    return PartMeasure(part: part, rings: rings, area: area, perimeter: perimeter)
  }

  /// The planar area of the feature in square metres: shells less holes, whatever their winding.
  func area(of column: GeometryColumn, row: Int) -> Double {
    (0..<column.parts(ofRow: row).count).reduce(0) {
      $0 + part($1, of: column, row: row).area
    }
  }
}
