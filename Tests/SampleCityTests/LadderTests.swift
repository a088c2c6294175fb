import Foundation
import LandModel
import TestSupport
import Testing
import Topology

@testable import SampleCityKit

struct LadderTests {
  private let real: RealLayers

  init() throws {
    real = try RealLayers(
      folder: ChenzhouData.folder, countyCodes: ["156431024", "156431025"])
  }

  @Test func `nearest seeds on a raster agree with trying every pair`() {
    let frame = GridFrame(
      covering: BoundingBox(minX: 0, minY: 0, maxX: 190, maxY: 140), margin: 0, cell: 10)
    var generator = SeededGenerator(seed: 11)
    let seeds = (0..<12).map { _ in Int(generator.next() % UInt64(frame.count)) }
    let labels = NearestSeeds.labels(seedNodes: seeds, frame: frame)
    for node in 0..<frame.count {
      let place = frame.position(ofNode: node)
      let distances = seeds.map { frame.position(ofNode: $0).distance(to: place) }
      let found = distances[Int(labels[node]) - 1]
      #expect(abs(found - (distances.min() ?? .infinity)) < 1e-9)
    }
  }

  @Test func `parcels of two counties tile both, also across their border`() throws {
    let parcels = ParcelLadder(
      counties: real.counties, settlements: [], parcelCount: 800, seed: 3
    ).parcels()
    #expect((700...900).contains(parcels.geometry.count))
    #expect(Set(parcels.counties) == [0, 1])
    let areas = try ChenzhouData().areas(parcels.geometry)
    #expect(abs(areas.union - areas.sum) < 1)
    let land = real.counties.counties.reduce(0.0) {
      $0 + PlanarMeasure.area(of: .polygon(rings: $1.rings)).value
    }
    #expect(abs(areas.sum - land) < 0.01 * land)
  }

  @Test func `ladder red lines are valid, share edges and do not overlap`() throws {
    let terrain = Terrain(counties: real.counties, elevation: real.elevation, seed: 3)
    let redLines = RedLineLadder(terrain: terrain, cell: 300).polygons()
    #expect(redLines.count > 10)
    let areas = try ChenzhouData().areas(redLines)
    #expect(abs(areas.union - areas.sum) < 1)
  }

  @Test func `a rung is written the same twice`() throws {
    let scratch = try ScratchFolder()
    var bytes: [[Data]] = []
    for name in ["first", "second"] {
      let folder = scratch.url.appending(path: name)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let ladder = Ladder(
        source: ChenzhouData.folder, parcelCount: 100, seed: 9, countyCodes: ["156431024"])
      let summaries = try ladder.write(to: folder)
      bytes.append(try summaries.map { try Data(contentsOf: URL(filePath: $0.file)) })
    }
    #expect(bytes[0] == bytes[1])
    #expect(bytes[0].allSatisfy { !$0.isEmpty })
  }
}
