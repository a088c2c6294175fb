import LandModel
import Projections
import Testing

/// The series beside PROJ itself, which gets grids by their parameters and so takes no shortcut.
struct GridShortcutTests {
  /// All grids of CGCS2000 in the EPSG register, of 3° and 6°, with and without zone prefix.
  private static let codes = Array(4491...4554)

  private static func byParameters(_ grid: GaussKrugerGrid) -> CRSIdentifier {
    CRSIdentifier(
      "+proj=tmerc +lat_0=0 +lon_0=\(grid.centralMeridian) +k=1 +x_0=\(grid.falseEasting.value) "
        + "+y_0=0 +ellps=GRS80 +units=m")
  }

  /// Longitudes and latitudes over the reach of a grid, its edges and corners among them.
  private static func dense(_ grid: GaussKrugerGrid) -> [XY] {
    stride(from: -6.0, through: 6, by: 0.25).flatMap { x in
      stride(from: -85.0, through: 85, by: 2.5).map { XY(grid.centralMeridian + x, $0) }
    }
  }

  private static func largest(_ left: [XY], _ right: [XY]) -> Double {
    zip(left, right).reduce(0) { max($0, $1.0.distance(to: $1.1)) }
  }

  @Test(arguments: codes)
  func `eastings and northings agree with PROJ over the whole reach of a zone`(code: Int) throws {
    let grid = try #require(GaussKrugerGrid(epsg: code))
    let degrees = CRSIdentifier(epsg: 4490)
    var (series, library) = (Self.dense(grid), Self.dense(grid))
    #expect(try Projector(from: degrees, to: grid.crs).transform(&series) == 0)
    #expect(try Projector(from: degrees, to: Self.byParameters(grid)).transform(&library) == 0)
    // The goal is a micrometre; 20 nm were the most that was seen, at the edge of the reach.
    #expect(Self.largest(series, library) < 5e-8)
  }

  @Test(arguments: codes)
  func `longitudes and latitudes agree with PROJ over the whole reach of a zone`(code: Int) throws {
    let grid = try #require(GaussKrugerGrid(epsg: code))
    let degrees = CRSIdentifier(epsg: 4490)
    var series = Self.dense(grid)
    #expect(try Projector(from: degrees, to: grid.crs).transform(&series) == 0)
    var library = series
    #expect(try Projector(from: grid.crs, to: degrees).transform(&series) == 0)
    #expect(try Projector(from: Self.byParameters(grid), to: degrees).transform(&library) == 0)
    // 1e-13° are ten nanometres on the ground; near the pole a degree of longitude is short.
    for (found, expected) in zip(series, library) {
      #expect(abs(found.x - expected.x) < 2e-12 && abs(found.y - expected.y) < 2e-13)
    }
  }

  @Test(arguments: [(4546, 4547), (4547, 4546), (4526, 4547), (4525, 4526), (4547, 4508)])
  func `from zone to zone agrees with PROJ`(from: Int, to: Int) throws {
    let source = try #require(GaussKrugerGrid(epsg: from))
    let target = try #require(GaussKrugerGrid(epsg: to))
    var series = stride(from: -3.0, through: 3, by: 0.5).flatMap { x in
      stride(from: 0.0, through: 60, by: 5).map {
        source.projected(XY(source.centralMeridian + x, $0))
      }
    }
    var library = series
    #expect(try Projector(from: source.crs, to: target.crs).transform(&series) == 0)
    #expect(
      try Projector(from: Self.byParameters(source), to: Self.byParameters(target))
        .transform(&library) == 0)
    #expect(Self.largest(series, library) < 1e-7)
  }

  @Test func `positions beyond the reach come from PROJ, among those that do not`() throws {
    let grid = try #require(GaussKrugerGrid(epsg: 4547))
    let places = [
      XY(113, 25), XY(107.99, 25), XY(120.01, 25), XY(140, 40), XY(474, 25), XY(114, 89.9),
      XY(114, 90), XY(.nan, 25), XY(113, 91),
    ]
    var (series, library) = (places, places)
    let lost = try Projector(from: CRSIdentifier(epsg: 4490), to: grid.crs).transform(&series)
    let lostByPROJ = try Projector(from: CRSIdentifier(epsg: 4490), to: Self.byParameters(grid))
      .transform(&library)
    #expect(lost == lostByPROJ)
    for (found, expected) in zip(series, library) {
      #expect(found.isFinite == expected.isFinite)
      if found.isFinite { #expect(found.distance(to: expected) < 1e-6) }
    }
  }

  @Test func `a position has one answer wherever it stands in a list`() throws {
    let grid = try #require(GaussKrugerGrid(epsg: 4547))
    let projector = try Projector(from: CRSIdentifier(epsg: 4490), to: grid)
    var together = Self.dense(grid)
    var alone = together.map { [$0] }
    #expect(projector.transform(&together) == 0)
    for index in alone.indices { #expect(projector.transform(&alone[index]) == 0) }
    #expect(alone.flatMap { $0 } == together)
  }
}
