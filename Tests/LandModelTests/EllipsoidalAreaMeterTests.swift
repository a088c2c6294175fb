import Foundation
import LandModel
import Testing

struct EllipsoidalAreaMeterTests {
  /// A seeded outline of 40 corners round a centre.
  private func outline(_ random: inout SeededGenerator, _ centre: XY, radius: Double) -> Geometry {
    var ring = (0..<40).map { corner in
      let angle = Double(corner) / 40 * 2 * .pi
      let length = radius * (0.7 + 0.3 * random.unit())
      return XY(centre.x + length * cos(angle), centre.y + length * sin(angle))
    }
    ring.append(ring[0])
    let hole = ring.map { XY(centre.x + ($0.x - centre.x) / 3, centre.y + ($0.y - centre.y) / 3) }
    return .polygon(rings: [ring, hole])
  }

  @Test(arguments: [4526, 4546, 4547])
  func `areas agree with the formula wherever they lie in the zone`(code: Int) throws {
    let grid = try #require(GaussKrugerGrid(epsg: code))
    let (exact, meter) = (EllipsoidalArea(grid: grid), EllipsoidalAreaMeter(grid: grid))
    var random = SeededGenerator(seed: 9)
    for _ in 0..<200 {
      let centre = grid.projected(XY(112.2 + 2.2 * random.unit(), 24.8 + 2.2 * random.unit()))
      let town = outline(&random, centre, radius: 1000)
      #expect(abs(meter.area(of: town).value - exact.area(of: town).value) < 1e-5)
      let large = outline(&random, centre, radius: 4000)
      let relative = meter.area(of: large).value / exact.area(of: large).value - 1
      #expect(abs(relative) < 1e-11)
    }
  }

  @Test func `what reaches beyond a neighbourhood is measured by the formula`() throws {
    let grid = try #require(GaussKrugerGrid(epsg: 4547))
    var random = SeededGenerator(seed: 1)
    let county = outline(&random, XY(400_000, 2_850_000), radius: 30_000)
    #expect(
      EllipsoidalAreaMeter(grid: grid).area(of: county)
        == EllipsoidalArea(grid: grid).area(of: county))
    #expect(EllipsoidalAreaMeter(grid: grid).area(of: .null) == .zero)
    #expect(EllipsoidalAreaMeter(grid: grid).area(of: .point(XY(0, 0))) == .zero)
  }

  @Test(arguments: [4526, 4547])
  func `the scale of areas is that of a small square, and one on the central meridian`(
    code: Int
  ) throws {
    let grid = try #require(GaussKrugerGrid(epsg: code))
    let (exact, meter) = (EllipsoidalArea(grid: grid), EllipsoidalAreaMeter(grid: grid))
    var random = SeededGenerator(seed: 4)
    for _ in 0..<100 {
      let place = grid.projected(XY(112.2 + 2.2 * random.unit(), 24.8 + 2.2 * random.unit()))
      let corners = [(-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1)].map {
        XY(place.x + 100 * Double($0.0), place.y + 100 * Double($0.1))
      }
      let square = exact.area(of: .polygon(rings: [corners])).value
      #expect(abs(meter.arealScale(at: place) / (square / 40_000) - 1) < 2e-9)
    }
    let middle = grid.projected(XY(114, 26))
    #expect(abs(meter.arealScale(at: middle) - 1) < 1e-10)
    #expect(meter.arealScale(at: XY(.nan, 0)) == 1)
    #expect(meter.arealScale(at: XY(0, .nan)) == 1)
  }
}
