package import LandModel

/// Points with weights in a tree of boxes, for the nearest one and for counts within distances.
///
/// Points are sorted along a Hilbert curve and cut into leaves, leaves into nodes level by level, each with
/// its box and the sum of its weights. A node that lies wholly within a distance is counted as a whole and
/// one wholly beyond it not at all, so that no pair is looked at but those near the distance itself.
package struct PointTree: Sendable {
  /// Points in a leaf: a look at a leaf costs about as much as one at a point.
  static let leafSize = 8
  /// Nodes in a node above.
  static let fanOut = 4

  /// Row and position of each point, in the order of the curve.
  let rows: [Int32]
  let positions: [XY]
  /// One for each point; empty where all weigh nothing.
  let weights: [Double]
  /// Boxes and weights of all levels: first those of leaves, then each level's nodes, the root last.
  let boxes: [BoundingBox]
  let nodeWeights: [Double]
  /// Where each level begins in `boxes`, and at the end their number.
  let levelStarts: [Int]

  /// Builds the tree of points.
  ///
  /// - Parameters:
  ///   - points: the positions; those with an ordinate that is not finite are left out.
  ///   - pointRows: for each point the row it belongs to, below 2³¹; nil for its own number.
  ///   - pointWeights: one for each point; nil where only counts are asked for.
  /// - Complexity: O(n log n).
  package init(_ points: [XY], rows pointRows: [Int]? = nil, weights pointWeights: [Double]? = nil)
  {
    let order = HilbertCurve.order(of: points.map { $0.isFinite ? $0 : nil })
    rows = order.map { place in pointRows.map { Int32($0[Int(place)]) } ?? place }
    let positions = order.map { points[Int($0)] }
    let weights = pointWeights.map { weights in order.map { weights[Int($0)] } } ?? []
    self.positions = positions
    self.weights = weights
    var boxes: [BoundingBox] = []
    var sums: [Double] = []
    for first in stride(from: 0, to: positions.count, by: Self.leafSize) {
      var box = BoundingBox.empty
      var sum = 0.0
      for index in first..<min(first + Self.leafSize, positions.count) {
        let place = positions[index]
        box.join(BoundingBox(minX: place.x, minY: place.y, maxX: place.x, maxY: place.y))
        if !weights.isEmpty { sum += weights[index] }
      }
      boxes.append(box)
      sums.append(sum)
    }
    var starts = [0, boxes.count]
    while starts[starts.count - 1] - starts[starts.count - 2] > Self.fanOut {
      let level = starts[starts.count - 2]..<starts[starts.count - 1]
      for first in stride(from: level.lowerBound, to: level.upperBound, by: Self.fanOut) {
        var box = BoundingBox.empty
        var sum = 0.0
        for child in first..<min(first + Self.fanOut, level.upperBound) {
          box.join(boxes[child])
          sum += sums[child]
        }
        boxes.append(box)
        sums.append(sum)
      }
      starts.append(boxes.count)
    }
    self.boxes = boxes
    nodeWeights = sums
    levelStarts = starts
  }

  /// The number of points.
  package var count: Int { positions.count }

  /// The highest level, at most one node's worth of boxes.
  var topLevel: Range<Int> {
    levelStarts[levelStarts.count - 2]..<levelStarts[levelStarts.count - 1]
  }

  /// The nodes below one of a level above the leaves.
  func children(of index: Int, level: Int) -> Range<Int> {
    let first = levelStarts[level - 1] + (index - levelStarts[level]) * Self.fanOut
    return first..<min(first + Self.fanOut, levelStarts[level])
  }

  /// The points in a node of a level, as indices into `positions`.
  func points(in index: Int, level: Int) -> Range<Int> {
    var (first, size) = (index - levelStarts[level], Self.leafSize)
    for _ in 0..<level { size *= Self.fanOut }
    first *= size
    return first..<min(first + size, positions.count)
  }
}
