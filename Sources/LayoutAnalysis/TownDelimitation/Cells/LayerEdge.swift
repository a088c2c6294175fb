import LandModel

/// A straight piece of a feature; a point is a piece without length.
struct LayerEdge: Hashable {
  let start: XY
  let end: XY

  var reversed: LayerEdge { LayerEdge(start: end, end: start) }

  func meets(_ box: BoundingBox) -> Bool {
    min(start.x, end.x) <= box.maxX && max(start.x, end.x) >= box.minX
      && min(start.y, end.y) <= box.maxY && max(start.y, end.y) >= box.minY
  }

  /// The eastings of the part between two northings; nil when there is none.
  func span(fromY low: Double, toY high: Double) -> (low: Double, high: Double)? {
    guard max(start.y, end.y) >= low, min(start.y, end.y) <= high else { return nil }
    let rise = end.y - start.y
    guard rise != 0 else { return (min(start.x, end.x), max(start.x, end.x)) }
    let (a, b) = ((low - start.y) / rise, (high - start.y) / rise)
    let from = start.x + (end.x - start.x) * min(max(min(a, b), 0), 1)
    let to = start.x + (end.x - start.x) * min(max(max(a, b), 0), 1)
    return (min(from, to), max(from, to))
  }

  func distance(to position: XY) -> Double {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let (px, py) = (position.x - start.x, position.y - start.y)
    let length = dx * dx + dy * dy
    let t = length > 0 ? min(max((px * dx + py * dy) / length, 0), 1) : 0
    let (ex, ey) = (px - t * dx, py - t * dy)
    return (ex * ex + ey * ey).squareRoot()
  }
}

/// The edges of one feature, ring after ring.
struct LayerEdges: Sequence, IteratorProtocol {
  private let column: GeometryColumn
  private let turnsRings: Bool
  private var part: Int
  private let parts: Range<Int>
  private var ring: Int
  private var rings: Range<Int>
  private var position: Int
  private var isReversed = false

  /// - Parameter interiorOnLeft: whether rings of polygons are turned so that the polygon lies to the
  ///   left of each edge, whatever winding they are stored with.
  init(_ column: GeometryColumn, row: Int, interiorOnLeft: Bool = false) {
    self.column = column
    turnsRings = interiorOnLeft
    parts = column.parts(ofRow: row)
    part = parts.lowerBound
    rings = parts.isEmpty ? 0..<0 : column.rings(ofPart: part)
    ring = rings.lowerBound
    position = rings.isEmpty ? 0 : column.range(ofRing: ring).lowerBound
    turnRing()
  }

  mutating func next() -> LayerEdge? {
    while part < parts.upperBound {
      while ring < rings.upperBound {
        let range = column.range(ofRing: ring)
        let isPoint = range.count == 1 && position == range.lowerBound
        if isPoint || position + 1 < range.upperBound {
          let (start, end) = (
            column.positions[position], column.positions[isPoint ? position : position + 1]
          )
          position += 1
          return isReversed ? LayerEdge(start: end, end: start) : LayerEdge(start: start, end: end)
        }
        ring += 1
        if ring < rings.upperBound {
          position = column.range(ofRing: ring).lowerBound
          turnRing()
        }
      }
      part += 1
      guard part < parts.upperBound else { break }
      rings = column.rings(ofPart: part)
      ring = rings.lowerBound
      if !rings.isEmpty {
        position = column.range(ofRing: ring).lowerBound
        turnRing()
      }
    }
    return nil
  }

  private mutating func turnRing() {
    guard turnsRings, ring < rings.upperBound else { return }
    let area = PlanarMeasure.signedArea(ofRing: column.positions[column.range(ofRing: ring)])
    isReversed = (area < 0) == (ring == rings.lowerBound)
  }
}
