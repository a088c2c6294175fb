package import LandModel
import SpatialIndex
package import Topology

/// The pairs of polygons of one layer that share land.
///
/// Where no free edge comes near a polygon's box, as many polygons lie over all of the box as over its
/// centre (see ``EdgeMatching``): one of them is itself, and only where there are more is it compared with
/// its neighbours.
package struct LayerOverlaps: Sendable {
  /// By row, then by the other row, which is higher; features of equal geometry are left out.
  package let pairs: [LandPair]
  /// Mean width in metres that a piece in common must exceed.
  let tolerance: Double
  private let side: LandPairSide
  private let workers: Int?

  /// Finds the pairs of a layer.
  ///
  /// - Parameter tolerance: mean width that a piece in common must exceed.
  /// - Throws: where GEOS fails on a valid polygon.
  /// - Complexity: O(v + n log n), and the product of edges in the common box for pairs at a fault.
  package init(
    of layer: CheckedLayer, tolerance: Metres, workers: Int? = nil
  ) throws(TopologyError) {
    let projected = ProjectedLayer(
      key: layer.key, grid: layer.grid, geometry: layer.geometry, ids: layer.ids,
      attributes: layer.attributes)
    let view = LayerView(
      LayerInput(layer: projected), soundRows: Array(0..<layer.count), administrative: nil,
      context: BoundaryContext(), parameters: BoundaryParameters(), workers: workers)
    try self.init(of: view, tolerance: tolerance.value)
  }

  init(of view: LayerView, tolerance: Double) throws(TopologyError) {
    let (column, boxes, tree, twins) = (view.column, view.boxes, view.tree, view.twins)
    let suspects = Self.suspects(of: view)
    var isSuspect = [Bool](repeating: false, count: column.count)
    for row in suspects { isSuspect[row] = true }
    let compared = isSuspect
    let side = LandPairSide(view)
    let chunks = try Chunks.map(
      count: suspects.count, size: 256, workers: view.workers
    ) { (range: Range<Int>) throws(TopologyError) -> [LandPair] in
      var judge = LandPairJudge(side, side, tolerance: tolerance)
      var found: [LandPair] = []
      var near: [Int] = []
      for row in suspects[range] {
        near.removeAll(keepingCapacity: true)
        tree.forEachRow(meeting: boxes[row]) { if $0 > row, compared[$0] { near.append($0) } }
        near.sort()
        for other in near where twins.firstRow[other] != twins.firstRow[row] {
          let window = boxes[row].intersection(with: boxes[other])
          if let pair = try judge.pair(row, other, window: window) { found.append(pair) }
        }
      }
      return found
    }
    pairs = chunks.flatMap { $0 }
    self.side = side
    self.tolerance = tolerance
    workers = view.workers
  }

  /// What the features of some pairs share, by an overlay: one for each, pieces within the tolerance
  /// left out.
  package func pieces(of pairs: [LandPair]) throws(TopologyError) -> [Geometry] {
    try drawn(pairs).map(\.geometry)
  }

  func drawn(_ pairs: [LandPair]) throws(TopologyError) -> [Pieces] {
    try LandPairJudge.drawn(pairs, side, side, tolerance: tolerance, workers: workers)
  }

  /// The rows that may share land with another, ascending.
  private static func suspects(of view: LayerView) -> [Int] {
    let (column, boxes, tree) = (view.column, view.boxes, view.tree)
    let (rows, free) = (view.polygonRows, view.freeEdges)
    var isCompared = [Bool](repeating: false, count: column.count)
    for row in rows { isCompared[row] = true }
    let compared = isCompared
    let chunks = Chunks.map(count: rows.count, size: 1024, workers: view.workers) { range in
      rows[range].filter { row in
        if free.tree.hasRow(meeting: boxes[row]) { return true }
        let centre = boxes[row].centre
        var covers = 0
        tree.forEachRow(
          meeting: BoundingBox(minX: centre.x, minY: centre.y, maxX: centre.x, maxY: centre.y)
        ) { if compared[$0], column.isOverlaid(centre, byRow: $0) { covers += 1 } }
        return covers != 1
      }
    }
    return chunks.flatMap { $0 }
  }
}

extension GeometryColumn {
  /// Whether a position lies in a polygon, by crossings to the right.
  ///
  /// Edges are read from their lower end, so that of two polygons with an edge in common exactly one holds a
  /// position next to it.
  fileprivate func isOverlaid(_ place: XY, byRow row: Int) -> Bool {
    var isInside = false
    for ring in rings(ofRow: row) {
      for index in range(ofRing: ring).dropLast() {
        let (a, b) = (positions[index], positions[index + 1])
        guard (a.y > place.y) != (b.y > place.y) else { continue }
        let (low, high) = a.y < b.y ? (a, b) : (b, a)
        let x = low.x + (high.x - low.x) * ((place.y - low.y) / (high.y - low.y))
        if x > place.x { isInside.toggle() }
      }
    }
    return isInside
  }
}
