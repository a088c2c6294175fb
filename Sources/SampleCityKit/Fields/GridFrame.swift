import LandModel

/// Where the nodes of a raster lie: rows from south to north, columns from west to east, in metres.
struct GridFrame: Sendable, Equatable {
  /// Position of the south-west node.
  let origin: XY
  /// Distance between neighbouring nodes in metres.
  let cell: Double
  let columns: Int
  let rows: Int

  /// The frame of nodes `cell` metres apart that covers a box and `margin` metres round it.
  init(covering box: BoundingBox, margin: Double, cell: Double) {
    let grown = box.expanded(by: margin)
    origin = XY(
      (grown.minX / cell).rounded(.down) * cell, (grown.minY / cell).rounded(.down) * cell)
    self.cell = cell
    columns = Int(((grown.maxX - origin.x) / cell).rounded(.up)) + 1
    rows = Int(((grown.maxY - origin.y) / cell).rounded(.up)) + 1
  }

  var count: Int { columns * rows }

  func index(_ column: Int, _ row: Int) -> Int { row * columns + column }

  func position(_ column: Int, _ row: Int) -> XY {
    XY(origin.x + Double(column) * cell, origin.y + Double(row) * cell)
  }

  func position(ofNode node: Int) -> XY { position(node % columns, node / columns) }

  /// The node nearest to a position, held inside the frame.
  func nearestNode(to position: XY) -> Int {
    let column = Int(((position.x - origin.x) / cell).rounded())
    let row = Int(((position.y - origin.y) / cell).rounded())
    return index(min(max(column, 0), columns - 1), min(max(row, 0), rows - 1))
  }

  /// The nodes of a square round a position, row by row, inside the frame.
  func nodes(round centre: XY, reach: Double) -> [Int] {
    let west = max(0, Int(((centre.x - reach - origin.x) / cell).rounded(.up)))
    let east = min(columns - 1, Int(((centre.x + reach - origin.x) / cell).rounded(.down)))
    let south = max(0, Int(((centre.y - reach - origin.y) / cell).rounded(.up)))
    let north = min(rows - 1, Int(((centre.y + reach - origin.y) / cell).rounded(.down)))
    guard west <= east, south <= north else { return [] }
    return (south...north).flatMap { row in (west...east).map { index($0, row) } }
  }

  /// The up to eight neighbours of a node with their distance in metres, in a fixed order.
  func forEachNeighbour(of node: Int, _ body: (_ neighbour: Int, _ distance: Double) -> Void) {
    let (column, row) = (node % columns, node / columns)
    for (dx, dy) in Self.directions {
      let (c, r) = (column + dx, row + dy)
      guard c >= 0, c < columns, r >= 0, r < rows else { continue }
      body(index(c, r), dx != 0 && dy != 0 ? cell * 2.0.squareRoot() : cell)
    }
  }

  private static let directions = [
    (1, 0), (0, 1), (-1, 0), (0, -1), (1, 1), (-1, 1), (-1, -1), (1, -1),
  ]
}

/// A number for each node of a frame.
struct Raster: Sendable {
  let frame: GridFrame
  var values: [Double]

  init(frame: GridFrame, values: [Double]) {
    precondition(values.count == frame.count, "One value for each node.")
    self.frame = frame
    self.values = values
  }

  /// The value between nodes by bilinear interpolation; positions outside take the nearest edge.
  func value(at position: XY) -> Double {
    let x = min(max((position.x - frame.origin.x) / frame.cell, 0), Double(frame.columns - 1))
    let y = min(max((position.y - frame.origin.y) / frame.cell, 0), Double(frame.rows - 1))
    let column = min(Int(x), frame.columns - 2)
    let row = min(Int(y), frame.rows - 2)
    let (u, v) = (x - Double(column), y - Double(row))
    let south = frame.index(column, row)
    let north = south + frame.columns
    return (1 - v) * ((1 - u) * values[south] + u * values[south + 1])
      + v * ((1 - u) * values[north] + u * values[north + 1])
  }
}
