import LandModel
import Testing

@testable import LayoutAnalysis

@Suite struct SizeClassTests {
  private static let classes = [1.5, 2, 3].map { SquareMetres(squareKilometres: $0) }

  private func scene() -> TownScene {
    var scene = TownScene()
    scene.constraints = [
      TownScene.constraint(
        "forest", .forbid, TownScene.blobs(12, seed: 3, awayFromMiddle: 300))
    ]
    scene.seeds.append(XY(TownScene.middle.x + 900, TownScene.middle.y - 700))
    return scene
  }

  @Test func `a class is drawn as a plan with that wanted area draws it`() throws {
    var scene = scene()
    scene.parameters.sizes = Self.classes
    let drawn = try scene.result()
    #expect(
      drawn.proposals.map { "\($0.site) \($0.sizeClass?.squareKilometres ?? 0)" }
        == ["0 1.5", "0 2.0", "0 3.0", "1 1.5", "1 2.0", "1 3.0"])
    #expect(drawn.refusals.isEmpty)
    for size in Self.classes {
      var single = scene
      single.parameters.sizes = []
      single.parameters.areas.town.wanted = size
      let towns = try single.result().proposals
      for town in towns {
        let same = try #require(
          drawn.proposals.first { $0.site == town.site && $0.sizeClass == size })
        #expect(same.boundary == town.boundary)
        #expect(same.objective == town.objective)
        #expect(same.bound == town.bound)
        #expect(town.sizeClass == nil)
      }
    }
  }

  @Test func `the result is the same for any number of workers`() throws {
    var scene = scene()
    scene.parameters.sizes = Self.classes
    let one = try scene.result(workers: 1)
    #expect(try scene.result(workers: 2) == one)
    #expect(try scene.result(workers: 7) == one)
  }

  @Test func `a class that the land cannot hold is refused with its cause, and is no copy`() throws
  {
    var scene = TownScene()
    // A basin of 1.6 km by 1.6 km: 2.56 km², of which cells take less.
    let (west, east) = (-800.0, 800.0)
    scene.constraints = [
      TownScene.constraint(
        "lake", .forbid,
        [
          TownScene.box(-4000...west, -4000...4000), TownScene.box(east...4000, -4000...4000),
          TownScene.box(west...east, east...4000), TownScene.box(west...east, -4000...west),
        ])
    ]
    scene.parameters.sizes = Self.classes + [SquareMetres(squareKilometres: 4.5)]
    let drawn = try scene.result()
    #expect(drawn.proposals.map { $0.sizeClass?.squareKilometres } == [1.5])
    #expect(drawn.refusals.map { $0.sizeClass?.squareKilometres } == [2, 3, 4.5])
    for refusal in drawn.refusals {
      #expect(refusal.shortfall.wanted == refusal.sizeClass)
      #expect(refusal.shortfall.reached < SquareMetres(squareKilometres: 1.9))
      #expect(refusal.shortfall.cause.english.contains("lake"))
    }
  }

  @Test func `an industry has the classes within its own limits`() throws {
    var scene = TownScene()
    var wide = TownScene.industry("sport", ["resource.spring": 1])
    wide.areas = .national2021
    wide.areas?.town.smallest = SquareMetres(squareKilometres: 2)
    wide.areas?.town.largest = SquareMetres(squareKilometres: 6)
    scene.parameters.industries.append(wide)
    scene.parameters.sizes = [1.5, 5.5].map { SquareMetres(squareKilometres: $0) }
    let towns = try scene.result().proposals
    #expect(
      towns.map { "\($0.industry) \($0.sizeClass?.squareKilometres ?? 0)" }
        == ["health 1.5", "sport 5.5"])
  }

  @Test func `sizes that cannot be are named`() {
    var parameters = TownScene().parameters
    func problems(_ sizes: [Double]) -> [String] {
      parameters.sizes = sizes.map { SquareMetres(squareKilometres: $0) }
      return parameters.problems.map { "\($0.parameter) \($0.value)" }
    }
    #expect(problems([1.5, 3, 5]) == [])
    #expect(problems([0.9, 3]) == ["sizes 0.9 km2"])
    #expect(problems([3, 5.1]) == ["sizes 5.1 km2"])
    #expect(problems([3, 3]) == ["sizes 3.0 km2"])
    #expect(problems([3, 3.1]) == ["sizes 3.1 km2"])
    #expect(problems([3, 1.5]) == ["sizes 1.5 km2"])
    #expect(problems([1, 1.2, 1.5, 1.8, 2.1, 2.5, 3, 4, 5]) == ["sizes 9"])
    parameters.sizing = .paying(price: Ratio(0.3))
    #expect(problems([3]) == ["sizes price-of-land"])
  }
}
