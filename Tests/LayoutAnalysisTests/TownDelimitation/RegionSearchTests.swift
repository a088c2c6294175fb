import LandModel
import Testing

@testable import LayoutAnalysis

struct RegionSearchTests {
  @Test(arguments: 1...8)
  func `the bound is at least the optimum and the optimum at least what is found`(seed: Int) throws
  {
    let instance = RegionCase(
      radius: 210, closedShare: 0.2, sidePrice: seed % 5, seed: UInt64(seed))
    let graph = instance.graph
    for size in [4...4, 3...6, 7...7, 2...9] where size.upperBound <= graph.count {
      let model = instance.model(size: size)
      let optimum = instance.sets.lazy
        .filter { size.contains($0.nonzeroBitCount) }.map(instance.nodes)
        .filter { isTown($0, in: graph, window: instance.window) }
        .map { model.objective(of: $0) }.max()
      let found = RegionSearch(model).result()
      #expect(isTown(found.isInside, in: graph, window: instance.window))
      #expect(found.objective == model.objective(of: found.isInside))
      #expect(found.count == found.isInside.trueCount)
      let star = instance.sets.lazy
        .filter { size.contains($0.nonzeroBitCount) }.map(instance.nodes)
        .filter { $0[0] && isStar($0, graph) }.map { model.objective(of: $0) }.max()
      if let star, size.contains(found.count) { #expect(found.starBound >= star) }
      if let optimum, size.contains(found.count) {
        #expect(found.objective <= optimum)
        #expect(found.bound >= optimum)
      }
      if found.count < size.lowerBound { #expect(optimum == nil) }
    }
  }

  private func isStar(_ region: [Bool], _ graph: RegionGraph) -> Bool {
    region.indices.allSatisfy { node in
      guard region[node], graph.parentSides[node] >= 0 else { return true }
      return region[Int(graph.neighbours[node * 6 + Int(graph.parentSides[node])])]
    }
  }

  @Test func `without values a region is as round as cells allow`() {
    let window = CellWindow(
      lattice: HexagonLattice(cellSize: Metres(100)), seed: XY(0, 0), radius: Metres(700))
    let graph = RegionGraph(
      window: window, isFree: [Bool](repeating: true, count: window.count),
      start: window.count / 2)
    // 37 cells make the hexagon of three rings, whose outline has 42 sides.
    let found = RegionSearch(
      RegionModel(
        graph: graph, values: [Int](repeating: 0, count: graph.count), sidePrice: 10,
        size: 37...37)
    ).result()
    #expect(found.objective == -420)
    #expect(found.count == 37)
  }

  @Test func `a region does not close a ring round closed land`() {
    let window = CellWindow(
      lattice: HexagonLattice(cellSize: Metres(100)), seed: XY(0, 0), radius: Metres(260))
    let middle = window.count / 2
    var isFree = [Bool](repeating: true, count: window.count)
    isFree[middle] = false
    let start = Int(window.neighbours[middle * 6])
    let graph = RegionGraph(window: window, isFree: isFree, start: start)
    let all = graph.count
    let found = RegionSearch(
      RegionModel(
        graph: graph, values: [Int](repeating: 5, count: all), sidePrice: 1, size: all...all)
    ).result()
    #expect(isTown(found.isInside, in: graph, window: window))
    #expect(found.count == all - 2)
  }
}
