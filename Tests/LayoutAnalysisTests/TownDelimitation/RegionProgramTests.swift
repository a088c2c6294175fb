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

  @Test func `a process that ends over a town takes nothing away from it`() throws {
    // The building land has to come first, so that something is left for the solver.
    var scene = TownScene()
    scene.parameters.cellSize = Metres(250)
    scene.constraints = [
      TownScene.constraint(
        "red line", .forbid, TownScene.blobs(9, seed: 3, awayFromMiddle: 600))
    ]
    scene.buildingConstraints = [
      TownScene.constraint("flood", .forbid, [TownScene.box(-900...900, -900...900)])
    ]
    let drawn = try scene.result()
    scene.parameters.proofNodes = 200
    let delimitation = TownDelimitation(parameters: scene.parameters)
    let proven = try delimitation.settled([0], of: drawn, land: scene.land)[0]
    #expect(proven.gap.value > 0)
    #expect(proven.bound <= drawn.proposals[0].bound && proven.bound >= proven.objective)
    #expect(proven.cutBound == drawn.proposals[0].bound)
    var causes: [String] = []
    let unproven = try delimitation.settled(
      [0], of: drawn, land: scene.land,
      solver: .worker(executable: "/bin/false", arguments: []), unproven: { causes.append($1) })[0]
    #expect(causes == ["exit code 1"])
    #expect(unproven.boundary == proven.boundary && unproven.bound >= proven.bound)
    #expect(throws: DelimitationError.self) {
      _ = try delimitation.settled(
        [0], of: drawn, land: scene.land, solver: .worker(executable: "/no/such", arguments: []))
    }
  }
}
