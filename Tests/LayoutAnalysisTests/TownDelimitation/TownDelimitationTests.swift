import Foundation
import LandModel
import Testing
import Topology

@testable import LayoutAnalysis

struct TownDelimitationTests {
  @Test func `open land gives a round town of the wanted area with its building land`() throws {
    let result = try TownScene().result()
    let town = try #require(result.proposals.first)
    #expect(result.proposals.count == 1 && result.refusals.isEmpty)
    let cell = 200.0 * 200 * 3.0.squareRoot() / 2
    #expect(abs(town.ellipsoidalArea.value - 3e6) < 0.5 * cell + 3e3)
    #expect(town.constructionArea.value > 1e6 - 1.1 * cell && town.constructionArea.value <= 1e6)
    #expect(town.compactness.value > 0.8)
    #expect(town.gap.value < 0.05 && town.gap.value >= 0)
    #expect(town.shortfall == nil)
    #expect(abs(town.score - 100 * town.factors[0].value.value) < 1e-9)
    try expectSound(town, in: TownScene())
  }

  @Test(arguments: 1...6)
  func `a town keeps clear of closed land, its setbacks and the county's edge`(seed: Int) throws {
    var scene = TownScene()
    scene.constraints = [
      TownScene.constraint(
        "red line", .forbid, TownScene.blobs(9, seed: UInt64(seed), awayFromMiddle: 500)),
      TownScene.constraint(
        "railway", .buffer(Metres(120)),
        [.line([XY(416_000, 2_849_400), XY(420_400, 2_849_200), XY(424_000, 2_849_900)])]),
      TownScene.constraint(
        "development boundary", .inside,
        [TownScene.box(-1300...200, -1500...1500), TownScene.box(200...1300, -1500...1500)]),
    ]
    scene.buildingConstraints = [
      TownScene.constraint(
        "farmland", .forbid, TownScene.blobs(6, seed: UInt64(seed + 50), awayFromMiddle: 100))
    ]
    let result = try scene.result()
    #expect(result.proposals.count + result.refusals.count == 1)
    for town in result.proposals { try expectSound(town, in: scene) }
  }

  @Test func `the result has the same bytes for any number of workers`() throws {
    var scene = TownScene()
    scene.constraints = [
      TownScene.constraint(
        "red line", .forbid, TownScene.blobs(9, seed: 3, awayFromMiddle: 600))
    ]
    scene.seeds = (0..<5).map {
      XY(TownScene.middle.x + Double($0) * 310, TownScene.middle.y - Double($0) * 170)
    }
    let results = try [1, 2, 7].map { try scene.result(workers: $0) }
    #expect(results[0].proposals.count + results[0].refusals.count == 5)
    #expect(results[0] == results[1])
    #expect(results[0] == results[2])
  }

  @Test func `a shift by whole cells shifts the towns and nothing else`() throws {
    var scene = TownScene()
    scene.constraints = [
      TownScene.constraint(
        "red line", .forbid, TownScene.blobs(9, seed: 4, awayFromMiddle: 500))
    ]
    let here = try #require(try scene.result().proposals.first)
    // Thirty cells eastwards, twenty double rows northwards.
    scene.shift = XY(30 * 200, 20 * 200 * 3.0.squareRoot())
    let there = try #require(try scene.result().proposals.first)
    #expect(here.cellCount == there.cellCount)
    #expect(here.boundary.positions.count == there.boundary.positions.count)
    for (a, b) in zip(here.boundary.positions, there.boundary.positions) {
      #expect(XY(a.x + scene.shift.x, a.y + scene.shift.y).distance(to: b) < 1e-6)
    }
    #expect(abs(here.score - there.score) < 1e-6)
  }

  @Test func `too little free land is a shortfall with the layers that take it`() throws {
    var scene = TownScene()
    // A free strip 900 m wide, of which about 2.5 km² lie within reach.
    scene.constraints = [
      TownScene.constraint(
        "red line", .forbid,
        [TownScene.box(-4000...4000, 450...4000), TownScene.box(-4000...4000, -4000 ... -450)])
    ]
    let town = try #require(try scene.result().proposals.first)
    let shortfall = try #require(town.shortfall)
    #expect(shortfall.reached == town.ellipsoidalArea)
    #expect(shortfall.wanted == SquareMetres(squareKilometres: 3))
    #expect(shortfall.cause.english.contains("red line"))
    #expect(shortfall.cause.english.contains("ha)"))
    #expect(shortfall.cause.chinese.contains("公顷"))
    try expectSound(town, in: scene)
  }

  @Test func `a seed in a pocket moves to land that is large enough, within the tolerance`() throws
  {
    var scene = TownScene()
    // A closed frame round the seed, 200 m to 400 m away.
    scene.constraints = [
      TownScene.constraint(
        "red line", .forbid,
        [
          TownScene.box(-450...450, 250...300), TownScene.box(-450...450, -300 ... -250),
          TownScene.box(-450 ... -400, -300...300), TownScene.box(400...450, -300...300),
        ])
    ]
    scene.parameters.seedTolerance = Metres(900)
    let town = try #require(try scene.result().proposals.first)
    #expect(town.ellipsoidalArea.value > 2.8e6)
    try expectSound(town, in: scene)
    scene.parameters.seedTolerance = Metres(100)
    let refusal = try #require(try scene.result().refusals.first)
    #expect(refusal.shortfall.reached < SquareMetres(squareKilometres: 1))
  }

  @Test func `a town grows round the building land when its best place holds too little`() throws {
    var scene = TownScene()
    // All round the seed is farmland; free for building is land 1 km east of it only.
    scene.buildingConstraints = [
      TownScene.constraint("farmland", .forbid, [TownScene.box(-4000...700, -4000...4000)])
    ]
    scene.resources = [
      ResourcePoint(
        id: "spring", category: "spring",
        position: XY(TownScene.middle.x - 1500, TownScene.middle.y), weight: 1)
    ]
    let town = try #require(try scene.result().proposals.first)
    #expect(town.constructionArea >= SquareMetres(squareKilometres: 0.5))
    try expectSound(town, in: scene)
    scene.buildingConstraints = [
      TownScene.constraint("farmland", .forbid, [TownScene.box(-4000...1500, -4000...4000)])
    ]
    let refusal = try #require(try scene.result().refusals.first)
    #expect(refusal.shortfall.cause.english.contains("building land"))
    #expect(refusal.shortfall.cause.english.contains("farmland"))
    #expect(refusal.shortfall.wanted == SquareMetres(squareKilometres: 1))
  }

  @Test func `land that is limited is taken up to the limit only`() throws {
    var scene = TownScene()
    scene.resources = [
      ResourcePoint(
        id: "spring", category: "spring",
        position: XY(TownScene.middle.x + 1200, TownScene.middle.y), weight: 1)
    ]
    let forest = TownScene.box(300...4000, -4000...4000)
    scene.constraints = [
      TownScene.constraint("forest", .limit(share: Ratio(1), area: nil), [forest])
    ]
    let free = try #require(try scene.result().proposals.first)
    #expect(try overlap(free.boundary, forest).value > 1e6)
    scene.constraints = [
      TownScene.constraint("forest", .limit(share: Ratio(0.1), area: nil), [forest])
    ]
    let limited = try #require(try scene.result().proposals.first)
    #expect(try overlap(limited.boundary, forest).value <= 0.1 * limited.planarArea.value)
  }

  @Test func `the size follows the price of land when asked to`() throws {
    var scene = TownScene()
    scene.parameters.cellSize = Metres(250)
    scene.parameters.compactness = Ratio(0.05)
    scene.parameters.sizing = .paying(price: Ratio(0))
    let cheap = try #require(try scene.result().proposals.first)
    scene.parameters.sizing = .paying(price: Ratio(0.99))
    let dear = try #require(try scene.result().proposals.first)
    #expect(cheap.ellipsoidalArea.value > 4.8e6 && cheap.ellipsoidalArea.value <= 5e6)
    #expect(dear.ellipsoidalArea.value >= 1e6 && dear.ellipsoidalArea.value < 1.2e6)
  }

  @Test func `a town leans towards what its industry lives on`() throws {
    var scene = TownScene()
    scene.parameters.factors = [.resource("spring"), .resource("mine")]
    scene.parameters.industries = [
      TownScene.industry("health", ["resource.spring": 3, "resource.mine": 1]),
      TownScene.industry("mining", ["resource.mine": 1]),
    ]
    scene.resources = [
      ResourcePoint(
        id: "s", category: "spring", position: XY(TownScene.middle.x - 1500, TownScene.middle.y),
        weight: 2),
      ResourcePoint(
        id: "m", category: "mine", position: XY(TownScene.middle.x + 1500, TownScene.middle.y),
        weight: 1),
    ]
    let towns = try scene.result().proposals
    #expect(towns.map(\.industry) == ["health", "mining"])
    let centres = towns.compactMap { PlanarMeasure.centroid(of: $0.boundary)?.x }
    #expect(centres[0] < TownScene.middle.x - 100)
    #expect(centres[1] > TownScene.middle.x + 100)
    #expect(towns[0].factors.map(\.weight.value) == [0.75, 0.25])
    let score = towns[0].factors.reduce(0) { $0 + 100 * $1.value.value * $1.weight.value }
    #expect(abs(towns[0].score - score) < 1e-9)
  }

  private func overlap(_ left: Geometry, _ right: Geometry) throws -> SquareMetres {
    let workspace = Workspace()
    let other = try Shape(right, in: workspace)
    return try Shape(left, in: workspace).intersection(with: other).planarArea()
  }

  /// What must hold of any town, by GEOS and the profile's limits.
  private func expectSound(_ town: TownProposal, in scene: TownScene) throws {
    let workspace = Workspace()
    let boundary = try Shape(town.boundary, in: workspace)
    let built = try Shape(town.constructionBoundary, in: workspace)
    #expect(town.boundary.ringEnds.count == 1 && town.constructionBoundary.ringEnds.count == 1)
    #expect(try boundary.isValid() && built.isValid())
    #expect(try boundary.covers(built))
    #expect(scene.parameters.areas.town.contains(town.ellipsoidalArea))
    #expect(scene.parameters.areas.construction.contains(town.constructionArea))
    #expect(abs(try boundary.planarArea().value - town.planarArea.value) < 1e-3)
    #expect(town.bound >= town.objective)
    #expect(town.starBound.map { $0 <= town.bound } == true)
    let cells =
      Double(town.cellCount) * HexagonLattice(cellSize: scene.parameters.cellSize).cellArea.value
    #expect(abs(town.planarArea.value / cells - 1) < 1e-3)
    let county = try Shape(TownScene.box(TownScene.sides), in: workspace)
    #expect(try county.covers(boundary))
    for constraint in scene.constraints {
      let rows = constraint.layer.geometry
      for row in 0..<rows.count {
        let feature = try Shape(row: row, of: rows, in: workspace)
        switch constraint.rule {
        case .forbid: #expect(try !feature.meets(boundary))
        case .buffer(let distance): #expect(try feature.distance(to: boundary) > distance)
        case .limit, .inside, .conditional, .setback: break
        }
      }
      guard constraint.rule == .inside else { continue }
      let all = try Shape.unaryUnion(of: rows, in: workspace)
      #expect(try all.covers(boundary))
    }
    for constraint in scene.buildingConstraints {
      for row in 0..<constraint.layer.count {
        let feature = try Shape(row: row, of: constraint.layer.geometry, in: workspace)
        #expect(try !feature.meets(built))
      }
    }
  }
}
