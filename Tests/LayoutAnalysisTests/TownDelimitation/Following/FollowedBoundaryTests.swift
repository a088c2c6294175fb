import Foundation
import LandModel
import TestSupport
import Testing
import Topology

@testable import LayoutAnalysis

struct FollowedBoundaryTests {
  private let smooth: TownProposal

  init() throws {
    smooth = try #require(try TownScene().result().proposals.first)
  }

  /// A road in gentle bends, up to 40 m to either side of a third of the smooth line.
  private var road: Geometry {
    TownScene.road(beside: smooth.boundary, from: 0.1, to: 0.45) { 40 * sin(20 * $0) }
  }

  private func town(_ scene: TownScene) throws -> TownProposal {
    try #require(try scene.result().proposals.first)
  }

  @Test func `the boundary runs on a road beside it, and keeps cells and area`() throws {
    #expect(smooth.followed == nil && smooth.followedShare == nil)
    let scene = TownScene().following("roads", [road])
    let town = try town(scene)
    try scene.expectFollowed(town, smooth: smooth, on: [road])
    let followed = try #require(town.followed)
    #expect(followed.map(\.layer) == ["roads"])
    #expect(followed[0].share.value > 0.25 && followed[0].share.value < 0.36)
    #expect(town.boundary != smooth.boundary)
  }

  @Test func `a road all round is followed nearly all round`() throws {
    let ring = TownScene.road(beside: smooth.boundary, from: 0, to: 1) { 30 * sin(25 * $0) }
    let scene = TownScene().following("roads", [ring])
    let town = try town(scene)
    try scene.expectFollowed(town, smooth: smooth, on: [ring])
    let share = try #require(town.followedShare).value
    // Somewhere a stretch must be left that gives the area back.
    #expect(share > 0.7 && share < 0.99, "\(share)")
  }

  @Test func `a road through closed land is not followed into it`() throws {
    // Closed land a little outside the boundary, right on the road's outer bends.
    let middle = smooth.boundary.positions[smooth.boundary.positions.count / 4]
    var closed = TownScene()
    let seed = TownScene.middle
    let out = XY(middle.x - seed.x, middle.y - seed.y)
    let away = 1 + 160 / middle.distance(to: seed)
    closed.constraints = [
      TownScene.constraint(
        "red line", .forbid,
        [
          TownScene.box(
            out.x * away - 60...out.x * away + 60, out.y * away - 60...out.y * away + 60)
        ])
    ]
    let plain = try town(closed)
    let road = TownScene.road(beside: plain.boundary, from: 0.05, to: 0.6) { 70 * sin(30 * $0) }
    let scene = closed.following("roads", [road])
    let town = try town(scene)
    try scene.expectFollowed(town, smooth: plain, on: [road])
    let straight = Geometry.line([
      XY(seed.x + out.x * away - 800, seed.y + out.y * away),
      XY(seed.x + out.x * away + 800, seed.y + out.y * away),
    ])
    let through = closed.following("roads", [straight])
    try through.expectFollowed(self.town(through), smooth: plain, on: [straight])
  }

  @Test func `a road that passes a centre on its wrong side is left there`() throws {
    // A road 130 m off runs beyond centres of cells 200 m wide; one at 20 m does not.
    for (offset, isFollowed) in [(130.0, false), (-130, false), (20, true), (-20, true)] {
      let road = TownScene.road(beside: smooth.boundary, from: 0.2, to: 0.5) { _ in offset }
      let scene = TownScene().following("roads", [road])
      let town = try town(scene)
      try scene.expectFollowed(town, smooth: smooth, on: [road])
      let share = try #require(town.followedShare).value
      #expect((share > 0.1) == isFollowed, "\(offset)")
    }
    let centres = TownCells(boundary: smooth.boundary, cellSize: Metres(200)).centres
    let through = Geometry.line(centres.sorted { ($0.y, $0.x) < ($1.y, $1.x) }.prefix(8) + [])
    let scene = TownScene().following("roads", [through])
    try scene.expectFollowed(try town(scene), smooth: smooth, on: [through])
  }

  @Test func `the order, winding and cutting up of features change nothing`() throws {
    let positions = road.positions
    let pieces = stride(from: 0, to: positions.count - 1, by: 3).map { start in
      Geometry.line(Array(positions[start...min(start + 3, positions.count - 1)]))
    }
    let whole = try town(TownScene().following("roads", [road]))
    let orders = [
      pieces, pieces.reversed(), pieces.map { .line($0.positions.reversed()) }, pieces + [road],
      Array(pieces[4...] + pieces[..<4]),
    ]
    for order in orders {
      #expect(try town(TownScene().following("roads", order)) == whole)
    }
    var scene = TownScene().following("roads", pieces)
    scene.seeds = (0..<5).map { XY(TownScene.middle.x + Double($0) * 40, TownScene.middle.y) }
    let results = try [1, 2, 7].map { try scene.result(workers: $0) }
    #expect(results[0] == results[1] && results[0] == results[2])
  }

  @Test func `edges of parcels are followed from one to the next`() throws {
    // Land in parcels 90 m deep on the outer side of a bent road, each a polygon of its own.
    let inner = road.positions
    let outer = TownScene.road(beside: smooth.boundary, from: 0.1, to: 0.45) {
      90 + 40 * sin(20 * $0)
    }.positions
    let parcels = (0..<(inner.count - 1)).map { number in
      Geometry.polygon(rings: [
        [inner[number], inner[number + 1], outer[number + 1], outer[number], inner[number]]
      ])
    }
    let scene = TownScene().following("parcels", parcels)
    let town = try town(scene)
    try scene.expectFollowed(town, smooth: smooth, on: parcels)
    #expect(try #require(town.followedShare).value > 0.25)
  }

  @Test func `each layer has its own share, the first one's where both have an edge`() throws {
    let river = TownScene.road(beside: smooth.boundary, from: 0.55, to: 0.8) { 30 * cos(15 * $0) }
    let scene = TownScene().following("roads", [road]).following("rivers", [river, road])
    let town = try town(scene)
    try scene.expectFollowed(town, smooth: smooth, on: [road, river])
    let followed = try #require(town.followed)
    #expect(followed.map(\.layer) == ["roads", "rivers"])
    #expect(followed[0].share.value > 0.2 && followed[1].share.value > 0.15)
  }
}
