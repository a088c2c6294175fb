import LandModel
import Testing

@testable import LayoutAnalysis

struct ParcelNetTests {
  private func net(_ polygons: [[[XY]]], gap: Double = 0.1) -> ParcelNet {
    let column = GeometryColumn(polygons.map { Geometry.polygon(rings: $0) })
    return ParcelNet(
      column, rows: Array(0..<column.count), gap: gap, surface: ParcelMap.surface)
  }

  private func neighbours(_ net: ParcelNet, of unit: Int) -> Set<Int32> {
    Set(net.across[unit].filter { $0 >= 0 })
  }

  @Test func `a shared border makes neighbours, a corner does not`() {
    let net = net([
      [box(0...100, 0...100)], [box(100...200, 0...100)], [box(100...200, 100...200)],
    ])
    #expect(net.count == 3)
    #expect(neighbours(net, of: 0) == [1])
    #expect(neighbours(net, of: 1) == [0, 2])
    #expect(neighbours(net, of: 2) == [1])
  }

  @Test func `a hair between two borders is none, whatever their vertices`() {
    // The second parcel lies 5 cm off and has a vertex amid the first one's side.
    let second = [
      XY(100.05, 0), XY(200, 0), XY(200, 100), XY(100.05, 100), XY(100.04, 40), XY(100.05, 0),
    ]
    let close = net([[box(0...100, 0...100)], [second]])
    #expect(neighbours(close, of: 0) == [1])
    let outline = close.outline(of: [0, 1])
    #expect(outline.map { RingCheck($0).isSimple } == true)
    let apart = net([[box(0...100, 0...100)], [second]], gap: 0.01)
    #expect(neighbours(apart, of: 0).isEmpty)
    #expect(apart.outline(of: [0, 1]) == nil)
  }

  @Test func `a parcel with an island takes the island with it`() {
    let ring = [box(0...300, 0...300), box(100...200, 100...200)]
    let both = net([ring, [box(100...200, 100...200)], [box(300...400, 0...300)]])
    #expect(both.unitOfParcel == [0, 0, 1])
    #expect(both.parcelCount(of: [0]) == 2)
    #expect(neighbours(both, of: 0) == [1])
    // Land in the hole that no parcel holds would be a hole of the town.
    let open = net([ring, [box(300...400, 0...300)]])
    #expect(open.unitOfParcel == [-1, 0])
    let half = net([ring, [box(100...150, 100...200)]])
    #expect(half.unitOfParcel[0] == -1)
  }

  @Test func `parcels that overlap along an edge, or have several parts, are left out`() {
    let twice = net([[box(0...100, 0...100)], [box(0...100, 0...100)], [box(100...200, 0...100)]])
    #expect(twice.unitOfParcel == [-1, -1, 0])
    let column = GeometryColumn([
      Geometry.multiPolygon([[box(0...100, 0...100)], [box(300...400, 0...100)]]),
      Geometry.polygon(rings: [box(100...200, 0...100)]),
    ])
    let parts = ParcelNet(column, rows: [0, 1], gap: 0.1, surface: ParcelMap.surface)
    #expect(parts.unitOfParcel == [-1, 0])
  }

  @Test func `a strip narrower than the gap is no parcel and parts no neighbours`() {
    // A verge of 5 cm between two parcels, one that ends amid their side, and a parcel with a thin tail.
    let net = net([
      [box(0...100, 0...100)], [box(100...100.05, 0...100)], [box(100.05...200, 0...100)],
      [box(200...200.04, 0...60)],
      [
        [
          XY(200.04, 0), XY(300, 0), XY(300, 100), XY(300.05, 200), XY(299.99, 200),
          XY(299.96, 100),
          XY(200.04, 100), XY(200.04, 0),
        ]
      ],
    ])
    #expect(net.unitOfParcel == [0, -1, 1, -1, 2])
    #expect(net.leftOut == [1, 3])
    #expect(neighbours(net, of: 0) == [1] && neighbours(net, of: 1) == [0, 2])
    let outline = net.outline(of: [0, 1, 2])
    #expect(outline.map { RingCheck($0).isSimple } == true)
  }

  @Test func `parcels that share land are told from hairs, the largest first`() throws {
    func pairs(_ boxes: [[XY]]) throws -> [ParcelOverlaps.Pair] {
      let layer = TownScene.layer("parcels", boxes.map { .polygon(rings: [$0]) })
      return try ParcelOverlaps(
        of: layer, rows: Array(boxes.indices), gap: Metres(0.1)
      ).pairs
    }
    let found = try pairs([
      box(0...100, 0...100), box(99.95...200, 0...100), box(190...290, 0...100),
      box(500...600, 0...100), box(500...600, 0...100), box(280...380, 20...60),
    ])
    #expect(found.map { [$0.first, $0.second] } == [[3, 4], [1, 2], [2, 5]])
    let areas: [Double] = [10_000, 1000, 400]
    #expect(zip(found, areas).allSatisfy { abs($0.area.value - $1) < 1e-6 })
    #expect(try pairs([box(0...100, 0...100), box(100...200, 0...100)]).isEmpty)
  }

  @Test(arguments: 1...4)
  func `winding, order of corners and the number of parcels given change no border`(seed: Int) {
    let map = ParcelMap(columns: 5, rows: 4, width: 100, shake: 0.5, seed: UInt64(seed))
    let net = map.net()
    #expect(net.count == 20)
    let turned = map.net(
      map.parcels.enumerated().map { place, parcel in
        place % 2 == 0
          ? parcel : .polygon(rings: [Array(parcel.positions.reversed())])
      })
    for unit in 0..<20 {
      #expect(neighbours(net, of: unit) == neighbours(turned, of: unit))
      let (row, column) = (unit / 5, unit % 5)
      let expected = [(row, column - 1), (row, column + 1), (row - 1, column), (row + 1, column)]
        .filter { (0..<4).contains($0.0) && (0..<5).contains($0.1) }.map { Int32($0.0 * 5 + $0.1) }
      #expect(neighbours(net, of: unit) == Set(expected))
      #expect(abs(net.areas[unit] - turned.areas[unit]) < 1e-6)
    }
  }
}
