import LandModel
import Testing
import Topology

@testable import LayoutAnalysis

/// Each hard rule in a hand-made case where it binds: with it the town keeps clear, without it the same town
/// would not.
struct HardRuleTests {
  /// A scene whose spring, 1.2 km to the east, draws the town over there.
  private var scene: TownScene {
    var scene = TownScene()
    scene.resources = [
      ResourcePoint(
        id: "spring", category: "spring",
        position: XY(TownScene.middle.x + 1200, TownScene.middle.y), weight: 1)
    ]
    scene.parameters.compactness = Ratio(0.05)
    return scene
  }

  private func east(of town: TownProposal) -> Double {
    (town.boundary.positions.map(\.x).max() ?? 0) - TownScene.middle.x
  }

  private func town(_ rules: [Constraint], staysInCounty: Bool = true) throws -> TownProposal {
    var scene = scene
    scene.constraints = rules
    scene.parameters.staysInCounty = staysInCounty
    return try #require(try scene.result().proposals.first)
  }

  @Test func `a setback holds the boundary at its distance, within a cell`() throws {
    let line = Geometry.line(
      [-4000.0, 4000].map {
        XY(TownScene.middle.x + 900, TownScene.middle.y + $0)
      })
    let kept = try town([TownScene.constraint("railway", .buffer(Metres(250)), [line])])
    let workspace = Workspace()
    let distance = try Shape(line, in: workspace).distance(
      to: Shape(kept.boundary, in: workspace)
    ).value
    #expect(distance >= 250 && distance < 250 + 2 * 200)
    #expect(east(of: try town([])) > 900)
  }

  @Test func `the urban development boundary keeps towns inside it`() throws {
    let boundary = TownScene.box(-2500...700, -2500...2500)
    let kept = try town([TownScene.constraint("development boundary", .inside, [boundary])])
    let workspace = Workspace()
    #expect(try Shape(boundary, in: workspace).covers(Shape(kept.boundary, in: workspace)))
    #expect(east(of: kept) > 700 - 2 * 200)
    #expect(east(of: try town([])) > 900)
  }

  @Test func `the urban development boundary keeps towns outside it`() throws {
    let boundary = TownScene.box(600...3000, -2500...2500)
    let kept = try town([TownScene.constraint("development boundary", .forbid, [boundary])])
    #expect(east(of: kept) <= 600 && east(of: kept) > 600 - 2 * 200)
  }

  @Test func `the county's border binds only where towns must stay in their county`() throws {
    var scene = scene
    // The scene's county ends 4 km east of the middle: seed and spring stand near that border.
    scene.seeds = [XY(TownScene.middle.x + 3300, TownScene.middle.y)]
    scene.resources = [
      ResourcePoint(
        id: "spring", category: "spring",
        position: XY(TownScene.middle.x + 4500, TownScene.middle.y), weight: 1)
    ]
    let kept = try #require(try scene.result().proposals.first)
    #expect(east(of: kept) <= 4000 && east(of: kept) > 4000 - 2 * 200)
    scene.parameters.staysInCounty = false
    let free = try #require(try scene.result().proposals.first)
    #expect(east(of: free) > 4100)
    #expect(free.objective > kept.objective)
  }
}
