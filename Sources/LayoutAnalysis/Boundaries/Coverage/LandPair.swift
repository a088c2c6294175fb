import LandModel
import SpatialIndex
import Topology

/// Two valid polygons that share land, of one layer or of two.
package struct LandPair: Sendable, Equatable {
  package let left: Int
  package let right: Int
  /// The area in common in m², in the plane; the pieces too narrow to count are in it.
  package let planarArea: Double
}

/// Measures the land that two valid polygons share, without an overlay for nearly all pairs.
///
/// Used by one task; keeps scratch space and the grids of large rows.
struct LandPairJudge {
  /// Mean width that a piece in common must exceed.
  let tolerance: Double
  let workspace = Workspace()
  private let left: LandPairSide
  private let right: LandPairSide
  private var leftEdges = WindowEdges()
  private var rightEdges = WindowEdges()
  private var smallEdges = PolygonEdges()
  private var window = EdgeWindow()
  private var leftOutlines: [Int: PolygonOutline] = [:]
  private var rightOutlines: [Int: PolygonOutline] = [:]

  /// Rounding of ``WindowEdges/area(inCommonWith:)`` stays below, in square metres.
  private static let noise = 1e-6
  /// What is smaller is a touch even where no width is tolerated: a square of 0.3 mm.
  private static let touch = 1e-7
  /// Products of two edge counts up to which comparing all is quicker than an overlay.
  private static let mostPairs = 1_000_000

  init(_ left: LandPairSide, _ right: LandPairSide, tolerance: Double) {
    (self.left, self.right, self.tolerance) = (left, right, tolerance)
  }

  /// The pair where the polygons share a piece wider than the tolerance, else nil.
  mutating func pair(
    _ row: Int, _ other: Int, window: BoundingBox
  ) throws(TopologyError) -> LandPair? {
    if let area = areaByGrid(row, other), area <= least { return nil }
    leftEdges.load(
      row: row, of: left.column, hasLandOnLeft: left.hasLandOnLeft, window: window)
    rightEdges.load(
      row: other, of: right.column, hasLandOnLeft: right.hasLandOnLeft, window: window)
    guard leftEdges.count > 0, rightEdges.count > 0 else { return nil }
    if leftEdges.count * rightEdges.count <= Self.mostPairs {
      let area = leftEdges.area(inCommonWith: rightEdges)
      // All pieces together are no wider than twice the area over their boundary, which runs along
      // the two polygons inside the window.
      let bound = tolerance / 2 * (leftEdges.lengthBound + rightEdges.lengthBound)
      if area > max(bound, Self.noise) {
        return LandPair(left: row, right: other, planarArea: area)
      }
      if area <= least { return nil }
    }
    guard mayShareLand(row, other) else { return nil }
    let pieces = try pieces(row, other)
    return pieces.isEmpty
      ? nil : LandPair(left: row, right: other, planarArea: pieces.planarArea.value)
  }

  /// The area up to which two polygons do not share land: a piece of mean width w has at least the area
  /// of a circle of that radius.
  private var least: Double { max(Self.touch, .pi * tolerance * tolerance - Self.noise) }

  /// The area in common where one of the two is large and the other is not, without a look at all edges
  /// of the large one; nil for other pairs.
  private mutating func areaByGrid(_ row: Int, _ other: Int) -> Double? {
    switch (left.grids[row], right.grids[other]) {
    case (let grid?, nil):
      smallEdges.load(row: other, of: right.column)
      return grid.overlapArea(with: &smallEdges, in: left.column, window: &window)
    case (nil, let grid?):
      smallEdges.load(row: row, of: left.column)
      return grid.overlapArea(with: &smallEdges, in: right.column, window: &window)
    default: return nil
    }
  }

  /// The pieces in common that are wider than the tolerance, by an overlay.
  func pieces(_ row: Int, _ other: Int) throws(TopologyError) -> Pieces {
    let common = try Shape(row: row, of: left.column, in: workspace)
      .intersection(with: Shape(row: other, of: right.column, in: workspace)).polygons()
    return Pieces(of: common, widerThan: tolerance)
  }

  /// What the polygons of each pair share, in parallel.
  static func drawn(
    _ pairs: [LandPair], _ left: LandPairSide, _ right: LandPairSide, tolerance: Double,
    workers: Int?
  ) throws(TopologyError) -> [Pieces] {
    let chunks = try Chunks.map(
      count: pairs.count, size: 64, workers: workers
    ) { (range: Range<Int>) throws(TopologyError) -> [Pieces] in
      let judge = LandPairJudge(left, right, tolerance: tolerance)
      var pieces: [Pieces] = []
      for pair in pairs[range] { pieces.append(try judge.pieces(pair.left, pair.right)) }
      return pieces
    }
    return chunks.flatMap { $0 }
  }

  private mutating func mayShareLand(_ row: Int, _ other: Int) -> Bool {
    LandContact.mayShareLand(
      Self.outline(row, left.column, &leftOutlines),
      Self.outline(other, right.column, &rightOutlines))
  }

  private static func outline(
    _ row: Int, _ column: GeometryColumn, _ known: inout [Int: PolygonOutline]
  ) -> PolygonOutline {
    if let outline = known[row] { return outline }
    let outline = PolygonOutline(column, row: row)
    known[row] = outline
    return outline
  }
}

extension BoundingBox {
  /// The box in common; empty where the boxes do not meet.
  func intersection(with other: BoundingBox) -> BoundingBox {
    BoundingBox(
      minX: max(minX, other.minX), minY: max(minY, other.minY), maxX: min(maxX, other.maxX),
      maxY: min(maxY, other.maxY))
  }
}
