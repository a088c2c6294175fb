import LandModel

/// A cell of the lattice by its two axial coordinates: `q` counts eastwards, `r` north-eastwards rows.
struct Hexagon: Hashable {
  var q: Int
  var r: Int
}

/// The one lattice of hexagons over the whole city.
///
/// Cells stand on a corner: their centres lie in rows one cell size apart, and each row is shifted by
/// half a cell against the next. The lattice is tied to the origin of the working grid, so that the
/// cells of two towns, or of two runs, are the same cells.
struct HexagonLattice {
  /// Distance between opposite sides, metres.
  let width: Double
  /// Length of a side, metres: width/√3.
  let side: Double

  /// The six neighbours in the order of the sides: side `k` joins corners `k` and `k + 1`, counted
  /// anticlockwise from the corner at −30°.
  static let neighbours = [
    Hexagon(q: 1, r: 0), Hexagon(q: 0, r: 1), Hexagon(q: -1, r: 1),
    Hexagon(q: -1, r: 0), Hexagon(q: 0, r: -1), Hexagon(q: 1, r: -1),
  ]

  init(cellSize: Metres) {
    width = cellSize.value
    side = cellSize.value / 3.0.squareRoot()
  }

  /// Area of a cell in the plane: √3/2·width².
  var cellArea: SquareMetres { SquareMetres(width * width * 3.0.squareRoot() / 2) }

  func centre(of cell: Hexagon) -> XY {
    XY(width * (Double(cell.q) + Double(cell.r) / 2), side * 1.5 * Double(cell.r))
  }

  /// Corner `k` of a cell, 0…5 anticlockwise from −30°.
  ///
  /// Reckoned on a lattice of half widths and half sides, so that the three cells of a corner give
  /// the same numbers to the last bit.
  func corner(_ k: Int, of cell: Hexagon) -> XY {
    let offset = Self.cornerOffsets[k]
    return XY(
      width / 2 * Double(2 * cell.q + cell.r + offset.x),
      side / 2 * Double(3 * cell.r + offset.y))
  }

  /// A cell as a polygon, anticlockwise.
  func outline(of cell: Hexagon) -> Geometry {
    .polygon(rings: [(0..<7).map { corner($0 % 6, of: cell) }])
  }

  /// Corners in half widths eastwards and half sides northwards of the centre.
  private static let cornerOffsets = [(1, -1), (1, 1), (0, 2), (-1, 1), (-1, -1), (0, -2)].map {
    (x: $0.0, y: $0.1)
  }

  /// The cell that holds a position; on a side either of the two.
  func cell(at position: XY) -> Hexagon {
    let r = position.y / (side * 1.5)
    let q = position.x / width - r / 2
    // Round the three cube coordinates and mend the one that was rounded most.
    let s = -q - r
    var (rq, rr) = (q.rounded(), r.rounded())
    let rs = s.rounded()
    let (dq, dr, ds) = (abs(rq - q), abs(rr - r), abs(rs - s))
    if dq > dr && dq > ds { rq = -rr - rs } else if dr > ds { rr = -rq - rs }
    return Hexagon(q: Int(rq), r: Int(rr))
  }
}
