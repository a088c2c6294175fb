import LandModel
import Testing
import Topology

@testable import LayoutAnalysis

struct CellOutlineTests {
  @Test(arguments: 1...10)
  func `a smooth outline is one valid ring of nearly the cells' area that avoids closed cells`(
    seed: Int
  ) throws {
    let instance = RegionCase(radius: 800, closedShare: 0.15, sidePrice: 2, seed: UInt64(seed))
    let window = instance.window
    let model = instance.model(size: 60...60)
    let found = RegionSearch(model).result()
    var isInside = [Bool](repeating: false, count: window.count)
    for (node, cell) in instance.graph.cells.enumerated() { isInside[cell] = found.isInside[node] }
    #expect(isOnePieceWithoutHoles(isInside, window: window))
    let outline = CellOutline(window: window, isInside: isInside, mayFill: instance.isFree)
    let workspace = Workspace()
    let cells = outline.cellsArea
    #expect(abs(PlanarMeasure.area(of: outline.plain()).value - cells) < 1e-3)
    let smooth = [false, true].compactMap {
      SmoothOutline(outline, keepsClosedCorners: $0).line()?.geometry
    }
    #expect(!smooth.isEmpty)
    for line in smooth {
      let drawn = try Shape(line, in: workspace)
      #expect(try drawn.isValid())
      #expect(
        line.ringEnds.count == 1 && PlanarMeasure.signedArea(ofRing: line.positions[...]) > 0)
      #expect(abs(PlanarMeasure.area(of: line).value / cells - 1) < 1e-3)
      for cell in 0..<window.count where !instance.isFree[cell] {
        let closed = try Shape(window.lattice.outline(of: window.cells[cell]), in: workspace)
        #expect(try drawn.intersection(with: closed).planarArea().value < 1e-6)
      }
    }
  }

  @Test(arguments: 1...12)
  func `a nested outline is covered by its host's to the last bit`(seed: Int) throws {
    let instance = RegionCase(radius: 800, closedShare: 0.1, sidePrice: 3, seed: UInt64(seed + 30))
    let window = instance.window
    let host = cells(RegionSearch(instance.model(size: 80...80)).result().isInside, instance.graph)
    var generator = SeededGenerator(seed: UInt64(seed))
    let isBuildable = instance.isFree.map { $0 && generator.unit() < 0.9 }
    let free = host.indices.map { host[$0] && isBuildable[$0] }
    let start = try #require(free.firstIndex(of: true))
    let graph = RegionGraph(window: window, isFree: free, start: start)
    let size = min(25, graph.count)
    let nested = RegionSearch(
      RegionModel(
        graph: graph, values: graph.cells.map { _ in Int(generator.next() % 20) }, sidePrice: 2,
        size: size...size)
    ).region()
    func cells(_ nodes: [Bool], _ graph: RegionGraph) -> [Bool] {
      var cells = [Bool](repeating: false, count: window.count)
      for (node, cell) in graph.cells.enumerated() { cells[cell] = nodes[node] }
      return cells
    }
    let outer = CellOutline(window: window, isInside: host, mayFill: instance.isFree)
    let inner = CellOutline(
      window: window, isInside: cells(nested.isInside, graph), mayFill: isBuildable)
    let workspace = Workspace()
    let pairs = Array(TownLines.candidates(town: outer, construction: inner, line: .smooth))
    for (place, lines) in pairs.enumerated() {
      let drawn = try Shape(lines.construction, in: workspace)
      #expect(try drawn.isValid())
      #expect(try Shape(lines.town, in: workspace).covers(drawn))
      let isPlain = place == pairs.count - 1
      for (geometry, cells) in [(lines.town, outer), (lines.construction, inner)] {
        let departure = abs(PlanarMeasure.area(of: geometry).value / cells.cellsArea - 1)
        #expect(departure < (isPlain ? 1e-9 : 1e-3))
      }
    }
    #expect(pairs.last?.town == outer.plain())
    #expect(Array(TownLines.candidates(town: outer, construction: inner, line: .cells)).count == 1)
  }

  @Test func `a straight row of cells gets straight long sides`() throws {
    let window = CellWindow(
      lattice: HexagonLattice(cellSize: Metres(100)), seed: XY(0, 0), radius: Metres(500))
    let isInside = window.cells.map {
      $0.r == 0 && abs($0.q) <= 3 || $0.r == 1 && (-3...2).contains($0.q)
    }
    let cells = CellOutline(
      window: window, isInside: isInside, mayFill: [Bool](repeating: true, count: window.count))
    let ring = try #require(SmoothOutline(cells, keepsClosedCorners: false).line())
      .geometry.positions
    // The zigzag of the upper side lies on one line: two positions at its ends and none between.
    let top = ring.dropLast().map(\.y).max() ?? 0
    #expect(ring.dropLast().count { $0.y > top - 1e-6 } == 2)
  }

  @Test(arguments: [(1, 6), (2, 10), (3, 12), (4, 14), (7, 18), (10, 22), (19, 30), (37, 42)])
  func `the shortest outline of so many cells is the published one`(cells: Int, sides: Int) {
    #expect(RegionBound.shortestOutline(of: cells) == sides)
  }
}
