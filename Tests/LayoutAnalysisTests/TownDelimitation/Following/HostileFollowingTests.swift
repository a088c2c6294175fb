import Foundation
import LandModel
import TestSupport
import Testing

@testable import LayoutAnalysis

struct HostileFollowingTests {
  private func towns(_ scene: TownScene) throws -> [TownProposal] { try scene.result().proposals }

  @Test func `nothing to follow is no fault, and the line is the smooth one`() throws {
    let smooth = try #require(try towns(TownScene()).first)
    let middle = TownScene.middle
    let nothing: [[Geometry]] = [
      [], [.line([middle, middle])],
      // Far away, and round the whole town.
      [.line([XY(middle.x + 90_000, middle.y), XY(middle.x + 99_000, middle.y)])],
      [TownScene.box(-3900...3900, -3900...3900)],
    ]
    for features in nothing {
      let town = try #require(try towns(TownScene().following("roads", features)).first)
      #expect(
        town.boundary == smooth.boundary && town.followed == [] && town.followedShare == Ratio(0))
    }
  }

  @Test func `zigzags, loops, crossings and doubled lines leave a sound town`() throws {
    let smooth = try #require(try towns(TownScene()).first)
    func road(_ every: Double, _ offset: @escaping (Double) -> Double) -> Geometry {
      TownScene.road(beside: smooth.boundary, from: 0.1, to: 0.6, every: every, offset: offset)
    }
    let zigzag = road(9) { share in Int(share * 400) % 2 == 0 ? 60 : -60 }
    let sharp = road(60) { share in Int(share * 37) % 2 == 0 ? 45 : -45 }
    let wild = road(21) { 150 * sin(300 * $0) }
    let there = road(37) { 35 * sin(12 * $0) }
    let doubled = Geometry.line(there.positions + there.positions.reversed())
    let loops = Geometry.line(
      (0...600).map { step in
        let base = there.positions[step * (there.positions.count - 1) / 600]
        return XY(base.x + 50 * sin(Double(step)), base.y + 50 * cos(Double(step)))
      })
    let close = road(2) { 40 * sin(20 * $0) }
    for features in [
      [zigzag], [sharp], [wild], [doubled], [loops], [there, there, sharp], [zigzag, wild, there],
      [close],
    ] {
      let scene = TownScene().following("roads", features)
      let town = try #require(try towns(scene).first)
      try scene.expectFollowed(town, smooth: smooth, on: features)
    }
  }

  @Test func `a hundred thousand edges are no more than a few near`() throws {
    let smooth = try #require(try towns(TownScene()).first)
    var random = SeededGenerator(seed: 9)
    var streets: [Geometry] = []
    for _ in 0..<100_000 {
      let start = XY(
        TownScene.middle.x + 80_000 * (random.unit() - 0.5),
        TownScene.middle.y + 80_000 * (random.unit() - 0.5))
      streets.append(
        .line([start, XY(start.x + 400 * random.unit(), start.y + 400 * random.unit())]))
    }
    streets.append(.line([XY(-1e7, 2_850_000), XY(1e7, 2_850_000)]))
    let scene = TownScene().following("streets", streets)
    let town = try #require(try towns(scene).first)
    try scene.expectFollowed(
      town, smooth: smooth,
      on: streets.filter { $0.boundingBox.meets(town.boundary.boundingBox) })
  }

  @Test(arguments: 1...24)
  func `any roads, any closed land: cells, area, ring and building land stay sound`(
    seed: Int
  ) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    var scene = TownScene()
    scene.constraints = [
      TownScene.constraint(
        "red line", .forbid, TownScene.blobs(7, seed: UInt64(seed), awayFromMiddle: 500))
    ]
    scene.buildingConstraints = [
      TownScene.constraint(
        "farmland", .forbid, TownScene.blobs(4, seed: UInt64(seed + 50), awayFromMiddle: 200))
    ]
    guard let smooth = try towns(scene).first else { return }
    var roads = (0..<3).map { _ in
      let (start, width) = (random.unit(), 0.1 + 0.5 * random.unit())
      let (reach, bends) = (80 * random.unit(), 5 + 40 * random.unit())
      return TownScene.road(
        beside: smooth.boundary, from: start, to: start + width, every: 15 + 150 * random.unit()
      ) { reach * sin(bends * $0) }
    }
    roads += TownScene.blobs(5, seed: UInt64(seed + 90), awayFromMiddle: 400)
    let following = scene.following("roads", roads)
    let town = try #require(try towns(following).first)
    try following.expectFollowed(town, smooth: smooth, on: roads)
  }

  @Test func `parameters that follow nothing sensible are told`() throws {
    var scene = TownScene().following("roads", [])
    scene.followed = []
    #expect(throws: DelimitationError.missingFollowed(layer: "roads")) { try scene.result() }
    scene.parameters.follow = ["roads", "roads"]
    #expect(scene.parameters.problems.map(\.parameter) == ["follow"])
    scene.parameters.boundary = .cells
    #expect(scene.parameters.problems.count == 2)
    scene.parameters.parcels = ParcelUnits(layer: "parcels")
    #expect(scene.parameters.problems.contains { $0.requirement.english.contains("parcels") })
  }
}
