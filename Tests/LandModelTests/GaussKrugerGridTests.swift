import Foundation
import LandModel
import Testing

/// Reference positions by `cs2cs` (PROJ 9.1.1), EPSG:4490 to the grid, printed to 1e-9.
struct GaussKrugerGridTests {
  @Test func `a position comes back from the grid to a hundred-millionth of a degree`() throws {
    let grid = try #require(GaussKrugerGrid(epsg: 4526))
    for longitude in stride(from: 112.2, through: 114.3, by: 0.3) {
      for latitude in stride(from: 24.8, through: 26.9, by: 0.3) {
        let back = grid.geodetic(grid.projected(XY(longitude, latitude)))
        #expect(abs(back.x - longitude) < 1e-11)
        #expect(abs(back.y - latitude) < 1e-11)
      }
    }
  }

  @Test(arguments: [
    (4546, XY(112.36, 25.58), XY(636_648.712396, 2_831_005.286339)),
    (4547, XY(112.36, 25.58), XY(335_213.290581, 2_831_323.425543)),
    (4526, XY(113.03, 25.77), XY(38_402_694.578133, 2_851_711.862146)),
    (4547, XY(114.2, 26), XY(520_023.568155, 2_876_849.892631)),
  ])
  func `a projected position agrees with cs2cs to a micrometre`(
    code: Int, geodetic: XY, expected: XY
  ) throws {
    let grid = try #require(GaussKrugerGrid(epsg: code))
    let projected = grid.projected(geodetic)
    #expect(abs(projected.x - expected.x) < 1e-6)
    #expect(abs(projected.y - expected.y) < 1e-6)
  }
}
