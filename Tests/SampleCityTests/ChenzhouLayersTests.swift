import Foundation
import LandModel
import Testing
import Topology

@testable import SampleCityKit

struct ChenzhouLayersTests {
  private let data: ChenzhouData

  init() throws { data = try ChenzhouData() }

  /// The published figure of these counties is 19 406 km² on an equal-area surface.
  @Test func `the counties have the city's area`() throws {
    let counties = try data.layer("counties")
    #expect(counties.geometry.count == 11)
    let measure = EllipsoidalArea(grid: data.grid)
    let total = (0..<11).reduce(0.0) {
      $0 + measure.area(of: counties.geometry.geometry(ofRow: $1)).squareKilometres
    }
    #expect(abs(total - 19_406) < 1)
  }

  @Test func `red lines cover 20 to 25 per cent in hundreds of valid parts that do not overlap`()
    throws
  {
    let redLines = try data.layer("red-lines").geometry
    let city = try data.areas(try data.layer("counties").geometry)
    let red = try data.areas(redLines)
    #expect((0.20...0.25).contains(red.sum / city.sum))
    #expect(redLines.count > 500)
    let holes = redLines.ringEnds.count - redLines.partEnds.count
    #expect(holes > 100)
    #expect(abs(red.union - red.sum) < 1)
    // Parts share edges: their union has far fewer positions.
    let union = try Shape.unaryUnion(of: redLines, in: Workspace()).geometry()
    #expect(union.positions.count < redLines.positions.count * 95 / 100)
  }

  @Test(arguments: ["basic-farmland", "townships", "reservoirs"])
  func `polygons of a layer are valid and do not overlap`(name: String) throws {
    let areas = try data.areas(try data.layer(name).geometry)
    #expect(abs(areas.union - areas.sum) < 1)
  }

  @Test func `townships fill the city`() throws {
    let townships = try data.areas(try data.layer("townships").geometry)
    let city = try data.areas(try data.layer("counties").geometry)
    #expect(abs(townships.sum - city.sum) < 1000)
  }

  @Test func `farmland is thousands of parcels that keep off the red lines`() throws {
    let farmland = try data.layer("basic-farmland").geometry
    let redLines = try data.layer("red-lines").geometry
    #expect((3000...8000).contains(farmland.count))
    let both = try data.areas(
      GeometryColumn((farmland.rows + redLines.rows)))
    #expect(abs(both.union - both.sum) < 1)
  }

  @Test func `the levels of protection zones share edges and do not overlap`() throws {
    let zones = try data.areas(try data.layer("protection-zones").geometry)
    #expect(abs(zones.union - zones.sum) < 1)
  }

  @Test(arguments: [
    "settlements", "townships", "rivers", "reservoirs", "red-lines", "basic-farmland",
    "protection-zones", "urban-boundary", "railways", "expressways", "highways", "candidates",
  ])
  func `a synthetic file says so at its top and on each feature`(name: String) throws {
    let bytes = try Data(contentsOf: ChenzhouData.folder.appending(path: "\(name).geojson"))
    let object = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
    #expect(object["synthetic"] as? Bool == true)
    let features = try #require(object["features"] as? [[String: Any]])
    #expect(!features.isEmpty)
    for feature in features {
      let properties = feature["properties"] as? [String: Any]
      #expect(properties?["synthetic"] as? Bool == true)
    }
  }
}

extension GeometryColumn {
  fileprivate var rows: [Geometry] { (0..<count).map(geometry(ofRow:)) }
}
