import LandModel
import Testing

@testable import LayoutAnalysis

struct RegionProgramTests {
  /// Whether a set with the start is in one piece; holes are allowed.
  private func isOnePiece(_ region: [Bool], _ graph: RegionGraph) -> Bool {
    guard region[0] else { return false }
    var seen: Set<Int> = [0]
    var stack = [0]
    while let node = stack.popLast() {
      for side in 0..<6 {
        let other = Int(graph.neighbours[node * 6 + side])
        if other >= 0, region[other], seen.insert(other).inserted { stack.append(other) }
      }
    }
    return seen.count == region.trueCount
  }

  @Test(arguments: 1...8)
  func `the solver's bound is the best region in one piece, found among all`(seed: Int) throws {
    let instance = RegionCase(
      radius: 180, closedShare: 0.15, sidePrice: seed % 5, seed: UInt64(seed + 60))
    for size in [4...4, 3...6, 8...8] where size.upperBound <= instance.graph.count {
      let model = instance.model(size: size)
      let best = instance.sets.lazy.filter { size.contains($0.nonzeroBitCount) }
        .map(instance.nodes).filter { isOnePiece($0, instance.graph) }
        .map { model.objective(of: $0) }.max()
      guard let best else { continue }
      let bound = try #require(
        try model.program().answer(nodes: 20_000, rounds: 30, known: .min).bound)
      #expect(bound >= best && bound <= best + 1)
      // Without a round to cut pieces off the bound still holds.
      let loose = try model.program().answer(nodes: 20_000, rounds: 1, known: .min).bound
      #expect(try #require(loose) >= best)
    }
  }
}
