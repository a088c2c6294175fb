import LandModel

/// The outer sides of a connected region of cells without holes, as one ring.
struct CellOutline {
  let window: CellWindow
  /// One for each cell of the window.
  let isInside: [Bool]
  /// Cells outside the region that a smooth outline may reach into: free ones.
  var mayFill: [Bool]

  /// The outer sides of the cells as they are.
  func plain() -> Geometry {
    let ring = sides().map { window.lattice.corner($0.side, of: window.cells[$0.cell]) }
    return .polygon(rings: [ring + ring.prefix(1)])
  }

  /// Area of the cells in the plane.
  var cellsArea: Double { Double(isInside.trueCount) * window.lattice.cellArea.value }

  /// A side of a cell with the region on its left.
  struct Side: Equatable {
    var cell: Int
    var side: Int
  }

  /// The outer sides anticlockwise, from the first cell's first one.
  func sides() -> [Side] {
    guard let cell = isInside.firstIndex(of: true),
      let first = (0..<6).first(where: { !holds(cell, side: $0) })
    else { preconditionFailure("A region has at least one cell.") }
    let start = Side(cell: cell, side: first)
    var sides = [start]
    var current = following(start)
    while current != start {
      sides.append(current)
      current = following(current)
    }
    return sides
  }

  /// The cell beyond a side; nil beyond the window.
  func outer(of side: Side) -> Int? {
    let outer = Int(window.neighbours[side.cell * 6 + side.side])
    return outer < 0 ? nil : outer
  }

  /// Whether a smooth outline may reach beyond a side.
  func isOpen(_ side: Side) -> Bool { outer(of: side).map { mayFill[$0] } ?? false }

  /// The next outer side: of the same cell, or of the neighbour that borders the same outer cell.
  private func following(_ side: Side) -> Side {
    let next = (side.side + 1) % 6
    guard holds(side.cell, side: next) else { return Side(cell: side.cell, side: next) }
    return Side(
      cell: Int(window.neighbours[side.cell * 6 + next]), side: (side.side + 5) % 6)
  }

  private func holds(_ cell: Int, side: Int) -> Bool {
    let other = Int(window.neighbours[cell * 6 + side])
    return other >= 0 && isInside[other]
  }
}
