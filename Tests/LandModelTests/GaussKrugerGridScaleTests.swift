import LandModel
import Testing

struct GaussKrugerGridScaleTests {
  /// Projected over ellipsoidal area in parts of a million, from domain facts §3.3: the square of the scale.
  @Test(arguments: [
    (4546, XY(112.36, 25.58), 461.0), (4547, XY(112.36, 25.58), 671), (4547, XY(112.5, 25.8), 559),
    (4547, XY(113.03, 25.77), 234), (4547, XY(113.68, 25.55), 26), (4547, XY(114.2, 26), 10),
  ])
  func `the square of the scale is the known growth of areas`(
    code: Int, place: XY, millionths: Double
  ) throws {
    let grid = try #require(GaussKrugerGrid(epsg: code))
    let factor = grid.scaleFactor(at: grid.projected(place))
    #expect(abs((factor * factor - 1) * 1e6 - millionths) < 0.8)
  }

  /// `pyproj.Proj("EPSG:4547").get_factors` (PROJ 9.5.1), meridional and parallel scale alike.
  @Test(arguments: [
    (XY(112.36, 25.58), 1.000335183948637), (XY(113.03, 25.77), 1.0001168644028562),
    (XY(114, 26), 1.0),
  ])
  func `the scale agrees with PROJ`(place: XY, expected: Double) throws {
    let grid = try #require(GaussKrugerGrid(epsg: 4547))
    #expect(abs(grid.scaleFactor(at: grid.projected(place)) - expected) < 1e-9)
  }

  @Test func `the scale over a box is found at its corners and on the meridian`() throws {
    let grid = try #require(GaussKrugerGrid(epsg: 4526))
    let box = BoundingBox(minX: 38_320_000, minY: 2_752_000, maxX: 38_524_000, maxY: 2_973_000)
    let scale = try #require(grid.scale(over: box))
    #expect(scale.least == grid.scaleFactor(at: XY(38_500_000, 2_752_000)))
    #expect(abs(scale.least - 1) < 1e-12)
    var random = SeededGenerator(seed: 4)
    for _ in 0..<500 {
      let place = XY(
        box.minX + random.unit() * box.width, box.minY + random.unit() * box.height)
      let factor = grid.scaleFactor(at: place)
      #expect(factor >= scale.least && factor <= scale.greatest)
    }
    #expect(grid.scale(over: .empty) == nil)
  }
}
