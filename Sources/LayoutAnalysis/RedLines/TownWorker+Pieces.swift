internal import LandModel
internal import SpatialIndex
internal import Topology

/// Land in common with one feature; without a row where it is what no feature holds.
struct Part {
  let row: Int?
  let geometry: Geometry
}

/// How overlaps become connected pieces with areas and a width.
extension TownWorker {
  /// The whole town as one overlap: nothing needs an overlay.
  func whole(
    of subject: Subject, rows: [Int], in index: Int
  ) throws(TopologyError) -> Overlap {
    guard parameters.drawsPieces else {
      return Overlap(
        rows: rows, planarArea: SquareMetres(town.area),
        ellipsoidalArea: subject.ellipsoidalArea)
    }
    var overlap = try drawn([Part(row: nil, geometry: subject.geometry)], in: index)
    overlap.rows = rows
    let ids = rows.map { indexes[index].id($0) }
    overlap.pieces = overlap.pieces.map { piece in
      ConstraintPiece(
        featureIDs: ids, geometry: piece.geometry, planarArea: piece.planarArea,
        ellipsoidalArea: piece.ellipsoidalArea)
    }
    return overlap
  }

  /// The union of the parts, cut into connected pieces from the largest to the smallest.
  func drawn(_ parts: [Part], in index: Int) throws(TopologyError) -> Overlap {
    let pieces = try connectedPieces(of: parts).map { geometry, rows in
      ConstraintPiece(
        featureIDs: rows.map { indexes[index].id($0) }, geometry: geometry,
        planarArea: PlanarMeasure.area(of: geometry),
        ellipsoidalArea: SquareMetres(meter.statutoryArea(of: geometry)))
    }.sorted { a, b in
      if a.planarArea != b.planarArea { return a.planarArea > b.planarArea }
      let (p, q) = (a.geometry.boundingBox, b.geometry.boundingBox)
      return (p.minX, p.minY) < (q.minX, q.minY)
    }
    return Overlap(
      rows: parts.compactMap(\.row),
      planarArea: pieces.reduce(.zero) { $0 + $1.planarArea },
      ellipsoidalArea: pieces.reduce(.zero) { $0 + $1.ellipsoidalArea },
      pieces: pieces, width: width(of: pieces))
  }

  /// The pieces with the rows of the features each lies in, ascending.
  private func connectedPieces(
    of parts: [Part]
  ) throws(TopologyError) -> [(geometry: Geometry, rows: [Int])] {
    let single = parts.flatMap { part in
      part.geometry.polygonParts.map { (geometry: $0, rows: part.row.map { [$0] } ?? []) }
    }
    guard parts.count > 1, meetEachOther(parts.map(\.geometry.boundingBox)) else { return single }
    let column = GeometryColumn(single.map(\.geometry))
    let union = try Shape.unaryUnion(of: column, in: workspace).polygons().polygonParts
    if union.count == 1 {
      return [(union[0], Array(Set(single.flatMap(\.rows))).sorted())]
    }
    return try zip(union, rows(of: single, in: union)).map { ($0, $1) }
  }

  /// For each piece of a union the rows of the members that lie in it.
  private func rows(
    of members: [(geometry: Geometry, rows: [Int])], in union: [Geometry]
  ) throws(TopologyError) -> [[Int]] {
    var rows = [Set<Int>](repeating: [], count: union.count)
    let column = GeometryColumn(union)
    let tree = BoxTree(column)
    for member in members {
      let inner = try Shape(member.geometry, in: workspace).pointOnSurface().points().positions
      guard let place = inner.first else { continue }
      let spot = BoundingBox(minX: place.x, minY: place.y, maxX: place.x, maxY: place.y)
      for piece in tree.rows(meeting: spot) where column.contains(place, inRow: piece) {
        rows[piece].formUnion(member.rows)
      }
    }
    return rows.map { $0.sorted() }
  }

  private func meetEachOther(_ boxes: [BoundingBox]) -> Bool {
    boxes.indices.contains { a in boxes[..<a].contains { $0.meets(boxes[a]) } }
  }

  /// The greatest width of any piece: the diameter of the largest circle inside.
  ///
  /// A piece whose circle cannot be larger than the widest so far, by its area and its box, is not
  /// measured.
  private func width(of pieces: [ConstraintPiece]) -> Metres? {
    guard let largest = pieces.first else { return nil }
    if !parameters.drawsPieces, largest.planarArea > parameters.sliverArea { return nil }
    var widest = 0.0
    for piece in pieces {
      let atMost = 2 * (piece.planarArea.value / .pi).squareRoot()
      if atMost <= widest * 1.02 { break }
      let box = piece.geometry.boundingBox
      if min(box.width, box.height) <= widest * 1.02 { continue }
      widest = max(widest, width(of: piece.geometry, area: piece.planarArea.value))
    }
    return Metres(widest)
  }

  /// A strip this thin (perimeter² over area; about 10 000 times as long as wide) is not searched.
  ///
  /// The search takes squares in proportion to length over width: a strip that only rounding made would
  /// take billions. Its mean width, twice the area over the perimeter, says as much.
  private static let thinnestSearched = 40_000.0

  private func width(of piece: Geometry, area: Double) -> Double {
    let box = piece.boundingBox
    // No circle is smaller than area over perimeter: a tenth of it is a twentieth of most widths.
    let perimeter = PlanarMeasure.length(of: piece).value
    let radiusAtLeast = area / perimeter
    guard perimeter * perimeter < Self.thinnestSearched * area else { return 2 * radiusAtLeast }
    let tolerance = min(max(0.1 * radiusAtLeast, 1e-6), min(box.width, box.height))
    return 2 * (InscribedCircle(in: piece, tolerance: Metres(tolerance))?.radius.value ?? 0)
  }
}
