import LandModel
import Testing
import Topology

@testable import LayoutAnalysis

struct CellCoverTests {
  private static let window = CellWindow(
    lattice: HexagonLattice(cellSize: Metres(100)), seed: TownScene.middle, radius: Metres(900))

  @Test(arguments: 1...5)
  func `cells within a distance of polygons are those GEOS measures`(seed: Int) throws {
    let workspace = Workspace()
    let column = GeometryColumn(
      TownScene.blobs(8, seed: UInt64(seed), awayFromMiddle: -700)
        + [
          .line([XY(419_000, 2_850_030), XY(420_100, 2_850_410)]), .point(XY(420_333, 2_849_777)),
        ])
    for distance in [0.0, 35, 180] {
      let cells = CellCover(window: Self.window).cells(
        within: distance, of: column, rows: Array(0..<column.count))
      for cell in cells.indices {
        let shape = try hexagon(cell, workspace)
        var away = Double.infinity
        for row in 0..<column.count {
          away = min(away, try Shape(row: row, of: column, in: workspace).distance(to: shape).value)
        }
        // Between the distance and the rounding allowance either answer is right.
        if away <= distance { #expect(cells[cell]) }
        if away > distance + 2 * CellCover.tolerance { #expect(!cells[cell]) }
      }
    }
  }

  @Test func `edges shared by features that lie side by side close nothing between them`() throws {
    let workspace = Workspace()
    let column = GeometryColumn([
      TownScene.box(-710...110, -505...505), TownScene.box(110...620, -505...505),
    ])
    let outside = CellCover(window: Self.window).cellsOutside(column, rows: [0, 1])
    let union = try Shape.unaryUnion(of: column, in: workspace)
    for cell in outside.indices {
      #expect(try union.covers(hexagon(cell, workspace)) == !outside[cell])
    }
  }

  @Test func `a feature given twice closes its edge all the same`() {
    let column = GeometryColumn([
      TownScene.box(-700...100, -500...500), TownScene.box(-700...100, -500...500),
    ])
    let cover = CellCover(window: Self.window)
    #expect(
      cover.cellsOutside(column, rows: [0, 1]) == cover.cellsOutside(column, rows: [0]))
  }

  private func hexagon(_ cell: Int, _ workspace: Workspace) throws -> Shape {
    let window = Self.window
    return try Shape(window.lattice.outline(of: window.cells[cell]), in: workspace)
  }
}
