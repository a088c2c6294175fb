import LandModel
import Testing

@testable import LayoutAnalysis

struct HexagonCutTests {
  @Test(arguments: 1...8)
  func `a cut is the best of all sets at each price`(seed: Int) {
    let instance = RegionCase(
      radius: 180, closedShare: 0.1, sidePrice: seed % 7, seed: UInt64(seed))
    let model = instance.model(size: 1...1)
    for isStarShaped in [false, true] {
      var cut = HexagonCut(model, isStarShaped: isStarShaped)
      // Prices up and down, because the flow of one price is the start of the next.
      for price in [0, 12, 5, -8, 30, 3] {
        let region = cut.region(areaPrice: price)
        let best = instance.sets.lazy.map(instance.nodes)
          .filter { $0[0] && (!isStarShaped || isStar($0, model.graph)) }
          .map { model.objective(of: $0) - price * $0.trueCount }.max()
        #expect(region[0])
        #expect(!isStarShaped || isStar(region, model.graph))
        #expect(model.objective(of: region) - price * region.trueCount == best)
      }
    }
  }

  @Test func `forced cells are always held`() {
    let instance = RegionCase(radius: 260, closedShare: 0, sidePrice: 3, seed: 5)
    let model = RegionModel(
      graph: instance.graph, values: instance.values, sidePrice: 3, size: 1...1, forced: [15, 18])
    var cut = HexagonCut(model, isStarShaped: true)
    let region = cut.region(areaPrice: 1000)
    #expect(region[0] && region[15] && region[18])
    #expect(isStar(region, model.graph))
  }

  private func isStar(_ region: [Bool], _ graph: RegionGraph) -> Bool {
    region.indices.allSatisfy { node in
      guard region[node], graph.parentSides[node] >= 0 else { return true }
      return region[Int(graph.neighbours[node * 6 + Int(graph.parentSides[node])])]
    }
  }
}
