import LandModel

/// Where the map must stay sharp: squares round towns and candidates, looked up in constant time.
struct FocusGrid {
  private let box: BoundingBox
  private let side: Double
  private let columns: Int
  private let rows: Int
  private var isFocus: [Bool]

  /// - Parameters:
  ///   - box: the extent of the map.
  ///   - focus: boxes to keep sharp; those outside the extent are ignored.
  ///   - side: side of a square in metres.
  init(box: BoundingBox, focus: [BoundingBox], side: Double = 500) {
    self.box = box
    // No more than a million squares, however large the extent.
    self.side = max(side, max(box.width, box.height) / 1000)
    columns = Int(box.width / self.side) + 1
    rows = Int(box.height / self.side) + 1
    isFocus = Array(repeating: false, count: columns * rows)
    for one in focus where one.meets(box) {
      for row in row(one.minY)...row(one.maxY) {
        for column in column(one.minX)...column(one.maxX) { isFocus[row * columns + column] = true }
      }
    }
  }

  /// Whether a position lies in a square to be kept sharp.
  func contains(_ position: XY) -> Bool {
    guard box.contains(position) else { return false }
    return isFocus[row(position.y) * columns + column(position.x)]
  }

  private func column(_ x: Double) -> Int {
    Self.index((x - box.minX) / side, below: columns)
  }

  private func row(_ y: Double) -> Int { Self.index((y - box.minY) / side, below: rows) }

  /// Brought into range before it becomes an integer: a damaged boundary may reach beyond any `Int`.
  private static func index(_ place: Double, below count: Int) -> Int {
    Int(max(0, min(place, Double(count - 1))))
  }
}
