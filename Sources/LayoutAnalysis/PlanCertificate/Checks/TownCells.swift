import LandModel

/// The cells of a town, told from its boundary: those whose centres lie inside.
///
/// A boundary is drawn through the middles of the outer sides of its cells or along them, so that it holds the
/// centres of its own cells and of no other. The lattice is the one that delimitation documents: hexagons standing
/// on a corner, tied to the grid's origin.
struct TownCells {
  let centres: [XY]
  /// A town's window holds at most a tenth of them.
  private static let mostCells = 1e6

  init(boundary: Geometry, cellSize: Metres) {
    let column = GeometryColumn([boundary])
    let box = boundary.boundingBox
    let (width, height) = Self.steps(of: cellSize)
    var centres: [XY] = []
    // A boundary round half the earth is told by other checks, and has no cells.
    guard box.width * box.height <= Self.mostCells * width * height else {
      self.centres = []
      return
    }
    for row in Self.steps(from: box.minY / height, to: box.maxY / height) {
      let shift = Double(row) / 2
      for place in Self.steps(from: box.minX / width - shift, to: box.maxX / width - shift) {
        let centre = XY(width * (Double(place) + shift), height * Double(row))
        if column.contains(centre, inRow: 0) { centres.append(centre) }
      }
    }
    self.centres = centres
  }

  /// The centre of the cell that holds a position: the nearest of all.
  static func centre(nearest position: XY, cellSize: Metres) -> XY {
    let (width, height) = steps(of: cellSize)
    let row = (position.y / height).rounded()
    var nearest = XY(.infinity, .infinity)
    for step in [-1.0, 0, 1] {
      let shift = (row + step) / 2
      let place = (position.x / width - shift).rounded()
      let centre = XY(width * (place + shift), height * (row + step))
      if centre.distance(to: position) < nearest.distance(to: position) { nearest = centre }
    }
    return nearest
  }

  /// From centre to centre along a row, and from row to row.
  private static func steps(of cellSize: Metres) -> (width: Double, height: Double) {
    (cellSize.value, 1.5 * (cellSize.value / 3.0.squareRoot()))
  }

  /// Whole numbers in a range; none where it is no range of positions on the earth.
  private static func steps(from low: Double, to high: Double) -> StrideTo<Int> {
    guard low <= high, abs(low) < 1e9, abs(high) < 1e9 else { return stride(from: 0, to: 0, by: 1) }
    return stride(from: Int(low.rounded(.up)), to: Int(high.rounded(.down)) + 1, by: 1)
  }
}
