import LandModel
import Projections
import TestSupport
import Testing

struct GeodesicTests {
  /// The ellipsoid of CGCS2000 is that of GRS 80, whose quadrant Moritz gives as 10 001 965.7293 m ("Geodetic
  /// Reference System 1980", Bulletin Géodésique 54, 1980).
  @Test func `a quarter of a meridian has its published length`() {
    let length = Geodesic().length(from: XY(114, 0), to: XY(114, 90))
    #expect(abs(length.value - 10_001_965.7293) < 1e-4)
  }

  @Test func `a quarter of the equator is a quarter of its circle`() {
    let length = Geodesic().length(from: XY(20, 0), to: XY(110, 0))
    #expect(abs(length.value - 6_378_137 * Double.pi / 2) < 1e-6)
    #expect(Geodesic().length(from: XY(113, 26), to: XY(113, 26)) == .zero)
  }

  @Test func `lengths agree with the program geod`() throws {
    let pairs = [
      (XY(112.36, 25.58), XY(114.2, 26)), (XY(113.03, 25.77), XY(113.04, 25.77)),
      (XY(113.68, 25.55), XY(113.68, 25.551)),
    ]
    let input = pairs.map { "\($0.0.y) \($0.0.x) \($0.1.y) \($0.1.x)\n" }.joined()
    let output = try #require(
      CommandLineTool.output(
        ["geod", "-I", "-F", "%.6f", "+a=6378137", "+rf=298.257222101"], input: input))
    let lines = output.split(separator: "\n")
    try #require(lines.count == pairs.count)
    for (line, pair) in zip(lines, pairs) {
      let expected = try #require(
        line.split(whereSeparator: \.isWhitespace).last.flatMap { Double($0) })
      #expect(abs(Geodesic().length(from: pair.0, to: pair.1).value - expected) < 2e-6)
    }
  }

  @Test func `a length on the grid over its scale is the geodesic's`() throws {
    let grid = try #require(GaussKrugerGrid(epsg: 4547))
    let (from, to) = (XY(335_213, 2_831_323), XY(336_013, 2_831_923))
    let middle = XY((from.x + to.x) / 2, (from.y + to.y) / 2)
    let expected = from.distance(to: to) / grid.scaleFactor(at: middle)
    #expect(abs(Geodesic().length(from: from, to: to, on: grid).value - expected) < 1e-5)
  }
}
