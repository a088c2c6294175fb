import LandModel
import Testing

@testable import LayoutAnalysis

struct SettledTownTests {
  private func scene(_ seed: UInt64) -> TownScene {
    var scene = TownScene()
    scene.parameters.cellSize = Metres(200)
    scene.constraints = [
      TownScene.constraint(
        "red line", .forbid, TownScene.blobs(9, seed: seed, awayFromMiddle: 500))
    ]
    scene.resources.append(
      ResourcePoint(
        id: "far", category: "spring",
        position: XY(
          TownScene.middle.x + 300 * Double(seed), TownScene.middle.y + 700), weight: 3))
    return scene
  }

  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func `a chosen town is the best there is, and its bound says so`(seed: UInt64) throws {
    let scene = scene(seed)
    let drawn = try scene.result()
    let delimitation = TownDelimitation(parameters: scene.parameters)
    let before = drawn.proposals[0]
    let after = try delimitation.settled([0], of: drawn, land: scene.land)[0]
    #expect(after.objective >= before.objective && after.bound <= before.bound)
    #expect(after.bound == after.objective && after.gap.value == 0)
    #expect(after.cutBound == before.bound)
    #expect(abs(after.ellipsoidalArea.value / before.ellipsoidalArea.value - 1) < 1e-3)
    // The same once more, whoever works on it.
    let again = try delimitation.settled([0, 0], of: drawn, land: scene.land, workers: 2)
    #expect(again == [after, after])
  }

  @Test(arguments: [2, 7] as [UInt64])
  func `where building land is short its price finds a better town and a closer bound`(
    seed: UInt64
  ) throws {
    var scene = scene(seed)
    scene.buildingConstraints = [
      TownScene.constraint("flood", .forbid, [TownScene.box(-1000...1000, -1000...1000)])
    ]
    let drawn = try scene.result()
    let before = drawn.proposals[0]
    let after = try TownDelimitation(parameters: scene.parameters).settled(
      [0], of: drawn, land: scene.land)[0]
    #expect(before.gap.value > 0.01)
    #expect(after.objective >= before.objective && after.bound >= after.objective)
    #expect(after.gap.value < 0.7 * before.gap.value)
    #expect(after.constructionArea >= scene.parameters.areas.construction.smallest)
    // Without the rule the town is worth no less.
    var free = scene
    free.buildingConstraints = []
    let best = try TownDelimitation(parameters: free.parameters).settled(
      [0], of: try free.result(), land: free.land)[0]
    #expect(best.objective >= after.objective && best.bound >= after.bound - 1e-6)
  }

  @Test func `towns of parcels stay as they are without nodes for the solver`() throws {
    let scene = scene(1)
    let drawn = try scene.result()
    var parameters = scene.parameters
    parameters.parcels = ParcelUnits(layer: "parcels")
    let same = try TownDelimitation(parameters: parameters).settled(
      [0], of: drawn, land: scene.land)
    #expect(same == [drawn.proposals[0]])
  }
}
