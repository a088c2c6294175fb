import LandModel

/// Draws a connected region of cells without holes as one polygon.
struct CellOutline {
  let window: CellWindow
  /// One for each cell of the window.
  let isInside: [Bool]
  /// Cells outside the region that a smooth outline may cut into: free ones.
  let mayFill: [Bool]
  /// Cells of a region that this one is nested in; where the two share a side, the smooth outline of
  /// this one stays a millimetre inside, so that rounding never carries it across.
  var host: [Bool]?
  private static let inset = 0.001

  /// The outer sides of the cells as they are.
  func plain() -> Geometry {
    closed(sides().map { window.lattice.corner($0.side, of: window.cells[$0.cell]) })
  }

  /// The outline through the middles of the sides, its corners cut once more.
  ///
  /// Between the middles of two neighbouring sides the line stays in one cell: a cell of the region,
  /// whose corner it cuts off, or a free cell outside, whose corner it takes in. So it never enters
  /// closed land, never touches itself, and along a straight edge what it takes equals what it gives.
  /// Where the cell outside is closed the corner is kept. The cut at the middles is Chaikin's (1974),
  /// at a quarter and three quarters, done where both lines that meet lie in one cell.
  func smooth() -> Geometry {
    let sides = sides()
    let turns = sides.indices.map { turn(from: sides[$0], to: sides[($0 + 1) % sides.count]) }
    let middles = sides.map(middle)
    var ring: [XY] = []
    for index in sides.indices {
      let before = turns[(index + sides.count - 1) % sides.count]
      let after = turns[index]
      let middle = middles[index]
      let (previous, next) = (
        middles[(index + sides.count - 1) % sides.count], middles[(index + 1) % sides.count]
      )
      switch (before, after) {
      case (.cut, .cut), (.filled, .filled):
        ring.append(Self.towards(previous, from: middle))
        ring.append(Self.towards(next, from: middle))
      case (.cut, .filled), (.filled, .cut):
        break  // The two lines are one.
      default: ring.append(middle)
      }
      if case .kept(let corner) = after { ring.append(corner) }
    }
    return closed(ring)
  }

  /// A side of a cell with the region on its left.
  private struct Side: Equatable {
    var cell: Int
    var side: Int
  }

  /// What becomes of the corner between two sides.
  private enum Turn {
    /// The corner of one cell, cut off.
    case cut
    /// A notch between two cells, the free cell outside filled to its middles.
    case filled
    /// A notch at a closed cell.
    case kept(XY)
  }

  /// The outer sides anticlockwise, from the first cell's first one.
  private func sides() -> [Side] {
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

  private func turn(from side: Side, to next: Side) -> Turn {
    if next.cell == side.cell { return .cut }
    let outer = Int(window.neighbours[side.cell * 6 + side.side])
    if outer >= 0, mayFill[outer] { return .filled }
    let corner = window.lattice.corner((side.side + 1) % 6, of: window.cells[side.cell])
    return .kept(drawnIn(corner, at: side))
  }

  private func middle(of side: Side) -> XY {
    let cell = window.cells[side.cell]
    let a = window.lattice.corner(side.side, of: cell)
    let b = window.lattice.corner((side.side + 1) % 6, of: cell)
    return drawnIn(XY((a.x + b.x) / 2, (a.y + b.y) / 2), at: side)
  }

  /// A position on a side, moved inwards where the side is the host's as well.
  private func drawnIn(_ position: XY, at side: Side) -> XY {
    let outer = Int(window.neighbours[side.cell * 6 + side.side])
    guard let host, outer < 0 || !host[outer] else { return position }
    let centre = window.position(side.cell)
    let share = Self.inset / position.distance(to: centre)
    return XY(
      position.x + (centre.x - position.x) * share, position.y + (centre.y - position.y) * share)
  }

  private static func towards(_ end: XY, from start: XY) -> XY {
    XY(start.x + (end.x - start.x) / 4, start.y + (end.y - start.y) / 4)
  }

  private func closed(_ ring: [XY]) -> Geometry { .polygon(rings: [ring + ring.prefix(1)]) }
}
