import LandModel
import Testing

@testable import LayoutAnalysis

struct RowConvexSearchTests {
  /// Whether a set has one run of nodes in each row of a direction, by the neighbours alone.
  private func isRowConvex(_ region: [Bool], _ instance: RegionCase, direction: Int) -> Bool {
    // A row is entered through the side before each of its runs: two runs of one row are two entries, and rows
    // are told apart by the coordinate across.
    var entries: Set<Int> = []
    for node in region.indices where region[node] {
      let cell = instance.window.cells[instance.graph.cells[node]]
      let row = [cell.r, cell.q, cell.q + cell.r][direction]
      let before = Int(instance.graph.neighbours[node * 6 + (direction + 3) % 6])
      if before < 0 || !region[before] {
        guard entries.insert(row).inserted else { return false }
      }
    }
    return true
  }

  @Test(arguments: 1...6)
  func `the best region of one run in each row is found among all`(seed: Int) throws {
    let instance = RegionCase(
      radius: 210, closedShare: seed % 3 == 0 ? 0.35 : 0.25, sidePrice: seed % 5,
      seed: UInt64(seed + 200))
    let graph = instance.graph
    for size in [4...4, 3...6, 7...7, 9...9] where size.upperBound <= graph.count {
      let model = instance.model(size: size)
      let sets = instance.sets.filter { size.contains($0.nonzeroBitCount) }.map(instance.nodes)
        .filter { isTown($0, in: graph, window: instance.window) }
      for direction in 0..<3 {
        let best = sets.filter { isRowConvex($0, instance, direction: direction) }
          .map { model.objective(of: $0) }.max()
        let search = RowConvexSearch(model, direction: direction)
        let prices = search.bound(above: .min)
        guard let best else { continue }
        #expect(prices.bound >= best)
        let found = search.best(above: best - 5, prices)
        #expect(found.objective == best)
        let region = try #require(found.region)
        #expect(model.objective(of: region) == best)
        #expect(isTown(region, in: graph, window: instance.window))
        #expect(isRowConvex(region, instance, direction: direction))
        // Nothing is above what is known already.
        let none = search.best(above: best, prices)
        #expect(none.region == nil && none.objective == best)
      }
    }
  }

  @Test(arguments: 1...4)
  func `a region with two runs in a row of each of k directions has 2k more sides`(seed: Int) {
    let instance = RegionCase(radius: 210, closedShare: 0.2, sidePrice: 1, seed: UInt64(seed + 300))
    for bits in instance.sets where bits & 1 == 1 {
      let region = instance.nodes(bits)
      guard isTown(region, in: instance.graph, window: instance.window) else { continue }
      let folds = (0..<3).count { !isRowConvex(region, instance, direction: $0) }
      let model = RegionModel(
        graph: instance.graph, values: [Int](repeating: 0, count: instance.graph.count),
        sidePrice: 1, size: 1...1)
      let sides = -model.objective(of: region)
      #expect(
        sides >= RegionBound.shortestOutline(of: bits.nonzeroBitCount) + 2 * folds)
    }
  }

  @Test(arguments: 1...6)
  func `nothing of one run in each row is better than what the whole search finds`(seed: Int) {
    let instance = RegionCase(
      radius: 900, closedShare: 0.05, sidePrice: 6 + seed, seed: UInt64(seed + 400))
    let model = instance.model(size: 60...60)
    let found = RegionSearch(model, isExact: true).result()
    #expect(isTown(found.isInside, in: instance.graph, window: instance.window))
    #expect(found.objective <= found.bound)
    for direction in 0..<3 {
      let search = RowConvexSearch(model, direction: direction)
      let best = search.best(above: found.objective - 40, search.bound(above: .min))
      #expect(best.objective <= found.objective)
    }
  }
}
