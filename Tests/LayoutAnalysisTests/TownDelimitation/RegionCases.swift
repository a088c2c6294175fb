import LandModel
import TestSupport

@testable import LayoutAnalysis

/// A round window of cells 100 m wide, some of them closed, with values drawn from a seed.
struct RegionCase {
  let window: CellWindow
  let isFree: [Bool]
  let graph: RegionGraph
  let values: [Int]
  let sidePrice: Int

  init(radius: Double, closedShare: Double, sidePrice: Int, seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    window = CellWindow(
      lattice: HexagonLattice(cellSize: Metres(100)), seed: XY(0, 0), radius: Metres(radius))
    let middle = window.count / 2
    var isFree = (0..<window.count).map { _ in generator.unit() >= closedShare }
    isFree[middle] = true
    self.isFree = isFree
    graph = RegionGraph(window: window, isFree: isFree, start: middle)
    values = graph.cells.map { _ in Int(generator.next() % 41) - 10 }
    self.sidePrice = sidePrice
  }

  func model(size: ClosedRange<Int>) -> RegionModel {
    RegionModel(graph: graph, values: values, sidePrice: sidePrice, size: size)
  }

  /// All sets of nodes, as bits.
  var sets: Range<Int> { 0..<(1 << graph.count) }

  func nodes(_ bits: Int) -> [Bool] { (0..<graph.count).map { bits >> $0 & 1 == 1 } }
}

/// Whether a set of nodes holds the start, is in one piece, and leaves no hole: by flood fill.
func isTown(_ region: [Bool], in graph: RegionGraph, window: CellWindow) -> Bool {
  guard region[0] else { return false }
  var inside = [Bool](repeating: false, count: window.count)
  for (node, cell) in graph.cells.enumerated() where region[node] { inside[cell] = true }
  return isOnePieceWithoutHoles(inside, window: window)
}

/// The same for cells of a window; the outside of the window counts as outside.
func isOnePieceWithoutHoles(_ inside: [Bool], window: CellWindow) -> Bool {
  guard let first = inside.firstIndex(of: true) else { return false }
  guard flood(from: [first], over: inside, window) == inside.count(where: { $0 }) else {
    return false
  }
  let outside = inside.map { !$0 }
  let rim = outside.indices.filter { cell in
    outside[cell] && (0..<6).contains { window.neighbours[cell * 6 + $0] < 0 }
  }
  return flood(from: rim, over: outside, window) == outside.count(where: { $0 })
}

private func flood(from starts: [Int], over set: [Bool], _ window: CellWindow) -> Int {
  var seen = Set(starts)
  var stack = starts
  while let cell = stack.popLast() {
    for side in 0..<6 {
      let next = Int(window.neighbours[cell * 6 + side])
      if next >= 0, set[next], seen.insert(next).inserted { stack.append(next) }
    }
  }
  return seen.count
}
