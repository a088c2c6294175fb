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

  @Test(arguments: 1...6)
  func `a cut of many cells is as good as plain augmenting paths`(seed: Int) {
    let instance = RegionCase(
      radius: 560, closedShare: 0.2, sidePrice: 1 + seed * 2, seed: UInt64(seed + 100))
    let model = instance.model(size: 1...1)
    for isStarShaped in [false, true] {
      var cut = HexagonCut(model, isStarShaped: isStarShaped)
      for price in [0, 9, 4, -6, 7] {
        let region = cut.region(areaPrice: price)
        let value = model.objective(of: region) - price * region.trueCount
        #expect(value == best(model, price: price, isStarShaped: isStarShaped))
      }
    }
  }

  /// The best value by Edmonds and Karp's shortest augmenting paths: Σ positive worths − maximum flow.
  private func best(_ model: RegionModel, price: Int, isStarShaped: Bool) -> Int {
    let graph = model.graph
    let (source, sink) = (graph.count, graph.count + 1)
    var room: [[Int: Int]] = Array(repeating: [:], count: graph.count + 2)
    var positive = 0
    for node in 0..<graph.count {
      var worth = model.values[node] - price
      for side in 0..<6 {
        let other = Int(graph.neighbours[node * 6 + side])
        if other < 0 { worth -= model.sidePrice } else { room[node][other] = model.sidePrice }
      }
      let parent = Int(graph.parentSides[node])
      if isStarShaped, parent >= 0 {
        room[node][Int(graph.neighbours[node * 6 + parent])] = 1 << 40
      }
      if node == 0 {
        room[source][0] = 1 << 40
        positive += worth
      } else if worth > 0 {
        room[source][node] = worth
        positive += worth
      } else {
        room[node][sink] = -worth
      }
    }
    return positive - flow(&room, from: source, to: sink)
  }

  private func flow(_ room: inout [[Int: Int]], from source: Int, to sink: Int) -> Int {
    var total = 0
    while true {
      var before = [Int](repeating: -1, count: room.count)
      before[source] = source
      var queue = [source]
      var next = 0
      while next < queue.count, before[sink] < 0 {
        for (other, left) in room[queue[next]] where left > 0 && before[other] < 0 {
          before[other] = queue[next]
          queue.append(other)
        }
        next += 1
      }
      guard before[sink] >= 0 else { return total }
      var (amount, node) = (Int.max, sink)
      while node != source {
        amount = min(amount, room[before[node]][node] ?? 0)
        node = before[node]
      }
      node = sink
      while node != source {
        room[before[node]][node, default: 0] -= amount
        room[node][before[node], default: 0] += amount
        node = before[node]
      }
      total += amount
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
