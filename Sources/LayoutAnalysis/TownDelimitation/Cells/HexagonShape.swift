import LandModel

/// A cell as a shape, to be measured against edges.
struct HexagonShape {
  let lattice: HexagonLattice
  let cell: Hexagon
  private let centre: XY

  init(lattice: HexagonLattice, cell: Hexagon) {
    self.lattice = lattice
    self.cell = cell
    centre = lattice.centre(of: cell)
  }

  /// Whether an edge comes as near as a distance to the cell; what touches or enters it is at zero.
  func isWithin(_ distance: Double, of edge: LayerEdge) -> Bool {
    guard clips(edge, grownBy: distance) else { return false }
    // The grown hexagon has corners where the true band is round: only those need measuring.
    if clips(edge, grownBy: 0) { return true }
    for index in 0..<6 {
      let corner = lattice.corner(index, of: cell)
      if edge.distance(to: corner) <= distance { return true }
      let side = LayerEdge(start: corner, end: lattice.corner((index + 1) % 6, of: cell))
      if side.distance(to: edge.start) <= distance || side.distance(to: edge.end) <= distance {
        return true
      }
    }
    return false
  }

  /// Whether an edge enters the cell by more than rounding; one along a side does not.
  func isEntered(by edge: LayerEdge) -> Bool { clips(edge, grownBy: -Self.rounding) }

  /// Rounding of positions of millions of metres, metres.
  private static let rounding = 1e-6

  /// Whether an edge meets the hexagon with each side moved outwards (Cyrus and Beck's clipping).
  private func clips(_ edge: LayerEdge, grownBy distance: Double) -> Bool {
    var (from, to) = (0.0, 1.0)
    let (dx, dy) = (edge.end.x - edge.start.x, edge.end.y - edge.start.y)
    let (px, py) = (edge.start.x - centre.x, edge.start.y - centre.y)
    for normal in Self.normals {
      let reach = lattice.width / 2 + distance - (px * normal.x + py * normal.y)
      let speed = dx * normal.x + dy * normal.y
      if speed == 0 {
        if reach < 0 { return false }
      } else if speed > 0 {
        to = min(to, reach / speed)
      } else {
        from = max(from, reach / speed)
      }
      if from > to { return false }
    }
    return true
  }

  /// Outward unit normals of the sides, in their order.
  private static let normals = {
    let h = 3.0.squareRoot() / 2
    return [XY(1, 0), XY(0.5, h), XY(-0.5, h), XY(-1, 0), XY(-0.5, -h), XY(0.5, -h)]
  }()
}
