import LandModel

/// The measures of all rings of one feature, and the extremes over them.
///
/// Most features break nothing: a rule compares an extreme with its limit and is done.
struct FeatureShape {
  /// One for each ring of the row, in the column's order.
  let rings: [RingMeasure]
  /// The row's rings, as indices into the column.
  let range: Range<Int>
  private(set) var partCount = 0
  /// Planar area in square metres: shells less holes, whatever their winding; zero for lines.
  private(set) var area = 0.0
  private(set) var leastPartArea = Double.infinity
  private(set) var leastMeanWidth = Double.infinity
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
    for part in column.parts(ofRow: row) {
      var measure = PartMeasure(part: partCount, rings: column.rings(ofPart: part))
      for ring in measure.rings {
        let along = RingMeasure(positions, range: column.range(ofRing: ring), isRing: isPolygon)
        measure.add(along, isShell: ring == measure.rings.lowerBound)
        shortestSquared = min(shortestSquared, along.shortestSquared)
        longestSquared = max(longestSquared, along.longestSquared)
        sharpestCosine = max(sharpestCosine, along.sharpestCosine)
        rings.append(along)
      }
      area += measure.area
      leastPartArea = min(leastPartArea, measure.area)
      leastMeanWidth = min(leastMeanWidth, measure.meanWidth)
      partCount += 1
    }
    self.rings = rings
  }

  /// How many rings are holes.
  var holeCount: Int { rings.count - partCount }

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
  private(set) var area = 0.0
  /// Length of all its rings in metres.
  private(set) var perimeter = 0.0

  init(part: Int, rings: Range<Int>) {
    self.part = part
    self.rings = rings
  }

  mutating func add(_ ring: RingMeasure, isShell: Bool) {
    area += isShell ? ring.area : -ring.area
    perimeter += ring.length
  }

  /// Twice the area over the perimeter: the width of a long strip, in metres.
  var meanWidth: Double { perimeter > 0 ? 2 * area / perimeter : 0 }

  /// 4πA/P² (Polsby and Popper 1991): 1 for a disc, towards 0 the longer or the more ragged.
  var compactness: Double { perimeter > 0 ? 4 * .pi * area / (perimeter * perimeter) : 0 }
}

extension FeatureShape {
  /// The part of a number, counted from 0.
  func part(_ part: Int, of column: GeometryColumn, row: Int) -> PartMeasure {
    var measure = PartMeasure(
      part: part, rings: column.rings(ofPart: column.parts(ofRow: row).lowerBound + part))
    for ring in measure.rings {
      measure.add(self.ring(ring), isShell: ring == measure.rings.lowerBound)
    }
    return measure
  }
}
