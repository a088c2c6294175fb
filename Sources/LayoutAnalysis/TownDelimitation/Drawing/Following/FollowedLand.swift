import LandModel

/// The cells that a town's line may run through where it follows features.
///
/// It may run where the smooth line may: in the town's cells and in free cells outside. It keeps off the cells of the
/// building land, so that that land's own line needs no new place, and it leaves every cell's centre on its side, so
/// that all that is known of the town by its cells stays true.
struct FollowedLand {
  let window: CellWindow
  let isInside: [Bool]
  private let isPassable: [Bool]
  /// Cells of either side that have one of the other side beside them.
  private let isNear: [Bool]

  /// How far a followed line stays from the centre of a cell, metres: a written coordinate never carries it over.
  private static let clearance = 0.01

  init(town: CellOutline, construction: CellOutline) {
    let window = town.window
    self.window = window
    isInside = town.isInside
    isPassable = town.isInside.indices.map {
      (town.isInside[$0] || town.mayFill[$0]) && !construction.isInside[$0]
    }
    isNear = town.isInside.indices.map { cell in
      window.neighbours(of: cell).contains { town.isInside[$0] != town.isInside[cell] }
    }
  }

  /// Whether a position lies in a cell at the outline that may be run through.
  func isOpen(_ position: XY) -> Bool {
    window.row(of: window.lattice.cell(at: position)).map { isPassable[$0] && isNear[$0] } ?? false
  }

  /// The cells that a straight line enters; nil where one of them must not be entered.
  ///
  /// - Complexity: O(length in cells).
  func cells(from start: XY, to end: XY) -> [Int]? {
    let steps = max(1, Int((4 * start.distance(to: end) / window.lattice.width).rounded(.up)))
    func position(_ step: Int) -> XY {
      let share = Double(step) / Double(steps)
      return step == steps
        ? end : XY(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)
    }
    var cells: Set<Int> = []
    for step in 0..<steps {
      let piece = LayerEdge(start: position(step), end: position(step + 1))
      guard let row = window.row(of: window.lattice.cell(at: piece.start)) else { return nil }
      for cell in [row] + window.neighbours(of: row) where !cells.contains(cell) {
        let shape = HexagonShape(lattice: window.lattice, cell: window.cells[cell])
        guard shape.isEntered(by: piece) else { continue }
        guard isPassable[cell] else { return nil }
        cells.insert(cell)
      }
    }
    return cells.sorted()
  }

  /// Whether no cell's centre lies within a small ring, or too near to its first edge.
  func isWithoutCentre(_ ring: [XY]) -> Bool {
    let edge = LayerEdge(start: ring[0], end: ring[1])
    var known: Set<Int> = []
    for position in ring {
      guard let row = window.row(of: window.lattice.cell(at: position)) else { return false }
      for cell in [row] + window.neighbours(of: row) where known.insert(cell).inserted {
        let centre = window.position(cell)
        if edge.distance(to: centre) < Self.clearance || Self.holds(ring, centre) { return false }
      }
    }
    return true
  }

  /// Whether a ring, closed or not, has all centres at the outline on the side of their cells.
  func keepsCentres(_ ring: [XY]) -> Bool {
    isNear.indices.allSatisfy { cell in
      !isNear[cell] || Self.holds(ring, window.position(cell)) == isInside[cell]
    }
  }

  private static func holds(_ ring: [XY], _ position: XY) -> Bool {
    var isInside = false
    for index in ring.indices
    where Orientation.isCrossed(
      ring[index], ring[(index + 1) % ring.count], byRayEastOf: position)
    {
      isInside.toggle()
    }
    return isInside
  }
}

extension CellWindow {
  /// The cells of the window beside a cell.
  func neighbours(of cell: Int) -> [Int] {
    neighbours[(6 * cell)..<(6 * cell + 6)].filter { $0 >= 0 }.map(Int.init)
  }
}
