package import LandModel

/// A packed static R-tree over the boxes of rows: built once, then only read, by any task.
///
/// Boxes are sorted along a Hilbert curve by their centres and packed sixteen to a node, level by level,
/// in flat arrays (Kamel and Faloutsos 1993, "On packing R-trees"). Empty boxes are never found, nor boxes
/// with an ordinate that is not a number.
package struct BoxTree: Sendable {
  /// Boxes in a node.
  static let fanOut = 16

  /// The number of rows the tree was made of, empty boxes included.
  package let rowCount: Int
  /// Boxes of all levels: first those of rows in curve order, then each level's nodes, the root last.
  let boxes: [BoundingBox]
  /// For each box of the lowest level its row.
  let rowOfLeaf: [Int32]
  /// Where each level begins in `boxes`, and at the end their number.
  let levelStarts: [Int]

  /// Builds the tree of a layer's boxes, one for each row.
  ///
  /// - Complexity: O(n log n).
  package init(_ rowBoxes: [BoundingBox]) {
    precondition(rowBoxes.count < Int(Int32.max), "Rows are numbered in 32 bits.")
    rowCount = rowBoxes.count
    let order = Self.curveOrder(of: rowBoxes)
    rowOfLeaf = order
    var boxes = order.map { rowBoxes[Int($0)] }
    var starts = [0, boxes.count]
    while starts[starts.count - 1] - starts[starts.count - 2] > Self.fanOut {
      let level = starts[starts.count - 2]..<starts[starts.count - 1]
      for first in stride(from: level.lowerBound, to: level.upperBound, by: Self.fanOut) {
        var node = BoundingBox.empty
        for child in first..<min(first + Self.fanOut, level.upperBound) {
          node.extend(to: boxes[child])
        }
        boxes.append(node)
      }
      starts.append(boxes.count)
    }
    self.boxes = boxes
    levelStarts = starts
  }

  /// Builds the tree of a column's geometries.
  package init(_ column: GeometryColumn) { self.init(column.boundingBoxes) }

  /// The box that holds all rows.
  package var boundingBox: BoundingBox {
    var box = BoundingBox.empty
    for index in topLevel { box.extend(to: boxes[index]) }
    return box
  }

  /// The rows with a box along the curve: rows near each other on the ground are near each other here.
  package var rowsInCurveOrder: [Int] { rowOfLeaf.map { Int($0) } }

  /// The highest level, at most one node's worth of boxes.
  var topLevel: Range<Int> {
    levelStarts[levelStarts.count - 2]..<levelStarts[levelStarts.count - 1]
  }

  /// The boxes below a node of a level above the lowest.
  func children(of index: Int, level: Int) -> Range<Int> {
    let first = levelStarts[level - 1] + (index - levelStarts[level]) * Self.fanOut
    return first..<min(first + Self.fanOut, levelStarts[level])
  }

  /// The rows with a box, by the place of its centre on the curve, then by row.
  package static func curveOrder(of boxes: [BoundingBox]) -> [Int32] {
    HilbertCurve.order(of: boxes.map { $0.isEmpty ? nil : $0.centre })
  }
}
