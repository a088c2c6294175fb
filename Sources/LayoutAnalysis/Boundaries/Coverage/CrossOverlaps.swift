import LandModel
import SpatialIndex
import Topology

/// The pairs of polygons of two layers that share land.
struct CrossOverlaps: Sendable {
  /// By row of the first layer, then by row of the second.
  let pairs: [LandPair]
  private let left: LandPairSide
  private let right: LandPairSide
  private let tolerance: Double
  private let workers: Int?

  /// - Parameter tolerance: mean width in metres that a piece in common must exceed.
  init(of own: LayerView, and other: LayerView, tolerance: Double) throws(TopologyError) {
    let (rows, boxes) = (own.polygonRows, own.boxes)
    let (tree, otherBoxes, otherColumn) = (other.tree, other.boxes, other.column)
    let sides = (
      LandPairSide(own),
      LandPairSide(other)
    )
    let chunks = try Chunks.map(
      count: rows.count, size: 64, workers: own.workers
    ) { (range: Range<Int>) throws(TopologyError) -> [LandPair] in
      var judge = LandPairJudge(sides.0, sides.1, tolerance: tolerance)
      var found: [LandPair] = []
      for row in rows[range] {
        for near in tree.rows(meeting: boxes[row]) where otherColumn.kinds[near] == .polygon {
          let window = boxes[row].intersection(with: otherBoxes[near])
          if let pair = try judge.pair(row, near, window: window) { found.append(pair) }
        }
      }
      return found
    }
    pairs = chunks.flatMap { $0 }
    (left, right) = sides
    self.tolerance = tolerance
    workers = own.workers
  }

  /// What the features of some pairs share, by an overlay.
  func drawn(_ pairs: [LandPair]) throws(TopologyError) -> [Pieces] {
    try LandPairJudge.drawn(pairs, left, right, tolerance: tolerance, workers: workers)
  }
}
