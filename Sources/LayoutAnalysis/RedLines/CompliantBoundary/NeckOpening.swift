internal import LandModel
internal import Topology

/// Cuts land where it is narrower than a width, and keeps the largest part that is left.
///
/// Land is eroded by half the width; each connected core grown back is a part. What no core reaches is cut
/// off, except corners and stubs: pieces that hang on one part alone and are no larger than a square of the
/// width, so that vertices away from necks stay where they are. A narrow strip both of whose ends lie at
/// one part, round a hole, and that is no larger, stays as well: nothing hangs on it.
struct NeckOpening {
  let width: Metres
  let segments: Int
  let workspace: Workspace

  /// What is left of a polygonal geometry.
  struct Result {
    /// One polygon; nil where nothing is as wide.
    let part: Geometry?
    let narrowPieceCount: Int
  }

  func result(_ land: Geometry) throws(TopologyError) -> Result {
    guard width > .zero else {
      return Result(part: land.polygonParts.max(by: isSmaller), narrowPieceCount: 0)
    }
    let whole = try Shape(land, in: workspace)
    let half = 0.5 * width
    let cores = try whole.buffered(by: .zero - half, quadrantSegments: segments).polygons()
      .polygonParts
    guard !cores.isEmpty else { return Result(part: nil, narrowPieceCount: 0) }
    var grown: [Geometry] = []
    for core in cores {
      let shape = try Shape(core, in: workspace).buffered(by: half, quadrantSegments: segments)
      grown.append(try shape.intersection(with: whole).polygons())
    }
    guard let winner = grown.indices.max(by: { isSmaller(grown[$0], grown[$1]) }) else {
      return Result(part: nil, narrowPieceCount: 0)
    }
    let cut = try narrowPieces(of: whole, beyond: grown)
    if cut.isEmpty, cores.count == 1 {
      return Result(part: land.polygonParts.max(by: isSmaller), narrowPieceCount: 0)
    }
    let rest = try whole.difference(from: union(of: cut + others(than: winner, in: grown)))
    let parts = try rest.polygons().polygonParts
    let column = GeometryColumn(parts)
    let inside = try Shape(cores[winner], in: workspace).pointOnSurface().points().positions
    let part = parts.indices.first { place in
      inside.first.map { column.contains($0, inRow: place) } ?? false
    }
    return Result(part: part.map { parts[$0] }, narrowPieceCount: cut.count)
  }

  /// Pieces that no core reaches, without corners and stubs.
  private func narrowPieces(
    of whole: borrowing Shape, beyond grown: [Geometry]
  ) throws(TopologyError) -> [Geometry] {
    let pieces = try whole.difference(from: union(of: grown)).polygons().polygonParts
    var cut: [Geometry] = []
    for piece in pieces {
      let isSmall = PlanarMeasure.area(of: piece).value <= width.value * width.value
      if isSmall, try contacts(of: piece, with: grown) == 1 { continue }
      cut.append(piece)
    }
    return cut
  }

  /// How many parts a piece lies beside; it shares edges with them, up to the rounding of an overlay.
  private func contacts(
    of piece: Geometry, with grown: [Geometry]
  ) throws(TopologyError) -> Int {
    let shape = try Shape(piece, in: workspace)
    let box = piece.boundingBox.expanded(by: Self.rounding.value)
    var count = 0
    for part in grown where part.boundingBox.meets(box) {
      if try shape.isWithin(Self.rounding, of: Shape(part, in: workspace)) { count += 1 }
    }
    return count
  }

  /// Far above what an overlay rounds at eastings of 4·10⁷ m, far below what is digitised.
  private static let rounding = Metres(1e-6)

  /// The other parts, less what the winner takes of them in a neck.
  private func others(
    than winner: Int, in grown: [Geometry]
  ) throws(TopologyError) -> [Geometry] {
    let mine = grown[winner].boundingBox
    var others: [Geometry] = []
    for place in grown.indices where place != winner {
      guard grown[place].boundingBox.meets(mine) else {
        others.append(grown[place])
        continue
      }
      let rest = try Shape(grown[place], in: workspace)
        .difference(from: Shape(grown[winner], in: workspace))
      others += try rest.polygons().polygonParts
    }
    return others
  }

  private func union(of parts: [Geometry]) throws(TopologyError) -> Shape {
    try Shape.unaryUnion(of: GeometryColumn(parts), in: workspace)
  }

  /// By area to a hundredth of a square metre, so that halves which rounding alone tells apart are equal;
  /// of equal ones the western, then the southern is the larger.
  private func isSmaller(_ a: Geometry, _ b: Geometry) -> Bool {
    let (left, right) = (PlanarMeasure.area(of: a).value, PlanarMeasure.area(of: b).value)
    if abs(left - right) > 0.01 { return left < right }
    let (p, q) = (a.boundingBox, b.boundingBox)
    return (p.minX, p.minY) > (q.minX, q.minY)
  }
}
