import LandModel
import Testing

@testable import LayoutAnalysis

struct HexagonLatticeTests {
  private let lattice = HexagonLattice(cellSize: Metres(70))

  @Test func `a position belongs to the cell whose centre is nearest`() {
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<500 {
      let position = XY(generator.unit() * 1e5, 2.8e6 + generator.unit() * 1e5)
      let cell = lattice.cell(at: position)
      let own = lattice.centre(of: cell).distance(to: position)
      for step in HexagonLattice.neighbours {
        let other = Hexagon(q: cell.q + step.q, r: cell.r + step.r)
        #expect(own <= lattice.centre(of: other).distance(to: position) + 1e-6)
      }
    }
  }

  @Test func `neighbours share the two corners of their side to the last bit`() {
    let cell = Hexagon(q: 4321, r: 38_765)
    for side in 0..<6 {
      let step = HexagonLattice.neighbours[side]
      let other = Hexagon(q: cell.q + step.q, r: cell.r + step.r)
      #expect(lattice.corner(side, of: cell) == lattice.corner((side + 4) % 6, of: other))
      #expect(lattice.corner((side + 1) % 6, of: cell) == lattice.corner((side + 3) % 6, of: other))
    }
  }

  @Test func `a window holds the cells whose centres lie within its radius`() {
    let seed = XY(1234, 5678)
    let window = CellWindow(lattice: lattice, seed: seed, radius: Metres(355))
    let middle = lattice.cell(at: seed)
    var expected: Set<Hexagon> = []
    for q in -20...20 {
      for r in -20...20 {
        let cell = Hexagon(q: middle.q + q, r: middle.r + r)
        if lattice.centre(of: cell).distance(to: lattice.centre(of: middle)) <= 355 {
          expected.insert(cell)
        }
      }
    }
    #expect(Set(window.cells) == expected)
    for (index, cell) in window.cells.enumerated() {
      #expect(window.row(of: cell) == index)
      for side in 0..<6 {
        let step = HexagonLattice.neighbours[side]
        let other = Hexagon(q: cell.q + step.q, r: cell.r + step.r)
        let row = Int(window.neighbours[index * 6 + side])
        #expect(row < 0 ? !expected.contains(other) : window.cells[row] == other)
      }
    }
  }
}
