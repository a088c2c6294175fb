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
        try model.program.bound(nodes: 20_000, rounds: 30, known: .min))
      #expect(bound >= best && bound <= best + 1)
      // Without a round to cut pieces off the bound still holds.
      let loose = try model.program.bound(nodes: 20_000, rounds: 1, known: .min)
      #expect(try #require(loose) >= best)
    }
  }

  @Test func `a chosen town keeps its boundary, and its bound only falls`() throws {
    var scene = TownScene()
    scene.parameters.cellSize = Metres(250)
    scene.constraints = [
      TownScene.constraint(
        "red line", .forbid, TownScene.blobs(9, seed: 3, awayFromMiddle: 600))
    ]
    scene.resources.append(
      ResourcePoint(
        id: "far", category: "spring",
        position: XY(TownScene.middle.x + 900, TownScene.middle.y + 700), weight: 3))
    let drawn = try scene.result()
    let same = try TownDelimitation(parameters: scene.parameters).proving(
      [0], of: drawn, land: scene.land)
    #expect(same == drawn)
    scene.parameters.proofNodes = 200
    let proven = try TownDelimitation(parameters: scene.parameters).proving(
      [0], of: drawn, land: scene.land)
    let (before, after) = (drawn.proposals[0], proven.proposals[0])
    #expect(after.boundary == before.boundary && after.objective == before.objective)
    #expect(after.bound <= before.bound && after.bound >= after.objective)
    #expect(after.cutBound == before.bound)
    #expect(after.gap.value <= before.gap.value)
    // A process that ends without an answer proves nothing, and takes nothing away.
    var causes: [String] = []
    let unproven = try TownDelimitation(parameters: scene.parameters).proving(
      [0], of: drawn, land: scene.land,
      solver: .worker(executable: "/bin/false", arguments: []), unproven: { causes.append($1) })
    #expect(causes == ["exit code 1"])
    #expect(unproven.proposals[0].bound == before.bound)
    #expect(throws: DelimitationError.self) {
      _ = try TownDelimitation(parameters: scene.parameters).proving(
        [0], of: drawn, land: scene.land, solver: .worker(executable: "/no/such", arguments: []))
    }
  }
}
