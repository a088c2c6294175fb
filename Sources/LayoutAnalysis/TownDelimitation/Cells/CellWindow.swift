import LandModel

/// The cells round a seed that a town may reach, and who borders whom.
struct CellWindow {
  let lattice: HexagonLattice
  /// Centre of the window's middle cell, the one that holds the seed.
  let centre: XY
  /// Cells whose centres lie within this distance of `centre` belong to the window.
  let radius: Double
  /// By row northwards, then eastwards.
  let cells: [Hexagon]
  /// Six for each cell, in the order of ``HexagonLattice/neighbours``: a row of `cells`, or −1.
  let neighbours: [Int32]
  /// Cells of each lattice row: the first `r`, and where each row begins in `cells`.
  let firstRow: Int
  let rowStarts: [Int]

  init(lattice: HexagonLattice, seed: XY, radius: Metres) {
    self.lattice = lattice
    let middle = lattice.cell(at: seed)
    centre = lattice.centre(of: middle)
    self.radius = radius.value
    let reach = Int((radius.value / (lattice.side * 1.5)).rounded(.down))
    firstRow = middle.r - reach
    var cells: [Hexagon] = []
    var rowStarts = [0]
    for row in -reach...reach {
      let height = Double(row) * lattice.side * 1.5
      let half = max(0, radius.value * radius.value - height * height).squareRoot() / lattice.width
      let shift = Double(row) / 2
      let first = Int((-half - shift).rounded(.up))
      let last = Int((half - shift).rounded(.down))
      for column in stride(from: first, through: last, by: 1) {
        cells.append(Hexagon(q: middle.q + column, r: middle.r + row))
      }
      rowStarts.append(cells.count)
    }
    self.cells = cells
    self.rowStarts = rowStarts
    neighbours = Self.neighbours(of: cells, firstRow: firstRow, rowStarts: rowStarts)
  }

  var count: Int { cells.count }

  /// Centre of a cell of the window.
  func position(_ cell: Int) -> XY { lattice.centre(of: cells[cell]) }

  /// The box of all cells.
  var box: BoundingBox {
    BoundingBox(
      minX: centre.x - radius, minY: centre.y - radius, maxX: centre.x + radius,
      maxY: centre.y + radius
    ).expanded(by: lattice.width)
  }

  /// The row of a cell in `cells`, or nil when it lies outside the window.
  func row(of cell: Hexagon) -> Int? {
    Self.row(of: cell, cells: cells, firstRow: firstRow, rowStarts: rowStarts)
  }

  private static func row(
    of cell: Hexagon, cells: [Hexagon], firstRow: Int, rowStarts: [Int]
  ) -> Int? {
    let line = cell.r - firstRow
    guard line >= 0, line + 1 < rowStarts.count, rowStarts[line] < rowStarts[line + 1] else {
      return nil
    }
    let index = rowStarts[line] + cell.q - cells[rowStarts[line]].q
    return index >= rowStarts[line] && index < rowStarts[line + 1] ? index : nil
  }

  private static func neighbours(
    of cells: [Hexagon], firstRow: Int, rowStarts: [Int]
  ) -> [Int32] {
    var table: [Int32] = []
    table.reserveCapacity(cells.count * 6)
    for cell in cells {
      for step in HexagonLattice.neighbours {
        let next = Hexagon(q: cell.q + step.q, r: cell.r + step.r)
        let row = row(of: next, cells: cells, firstRow: firstRow, rowStarts: rowStarts)
        table.append(row.map(Int32.init) ?? -1)
      }
    }
    return table
  }
}
