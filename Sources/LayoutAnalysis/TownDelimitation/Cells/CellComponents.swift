import LandModel

/// The connected pieces of a set of cells.
struct CellComponents {
  /// For each cell of the window, the number of its piece in the order of first cells; −1 outside.
  let labels: [Int]
  /// Cells of each piece.
  let sizes: [Int]

  /// - Complexity: O(cells).
  init(of set: [Bool], in window: CellWindow) {
    var labels = [Int](repeating: -1, count: set.count)
    var sizes: [Int] = []
    var stack: [Int] = []
    for first in set.indices where set[first] && labels[first] < 0 {
      labels[first] = sizes.count
      stack.append(first)
      var size = 0
      while let cell = stack.popLast() {
        size += 1
        for side in 0..<6 {
          let other = Int(window.neighbours[cell * 6 + side])
          guard other >= 0, set[other], labels[other] < 0 else { continue }
          labels[other] = sizes.count
          stack.append(other)
        }
      }
      sizes.append(size)
    }
    self.labels = labels
    self.sizes = sizes
  }

  /// The cell nearest to a position that lies in a piece of at least some cells; nil when there is
  /// none within the distance.
  func nearestCell(
    to position: XY, in window: CellWindow, pieceOf cells: Int, within distance: Double
  ) -> Int? {
    var (best, bestDistance) = (-1, Double.infinity)
    for cell in labels.indices where labels[cell] >= 0 && sizes[labels[cell]] >= cells {
      let away = window.position(cell).distance(to: position)
      if away < bestDistance { (best, bestDistance) = (cell, away) }
    }
    return bestDistance <= distance ? best : nil
  }
}
