import LandModel
import Projections
import Testing

struct WorkingGridTests {
  /// `resolve` compares the closed formulas with PROJ to a micrometre and throws where they differ.
  @Test(arguments: 4491...4554)
  func `every CGCS2000 grid of the EPSG register agrees with PROJ`(code: Int) throws {
    let grid = try WorkingGrid.resolve("EPSG:\(code)")
    #expect(grid == GaussKrugerGrid(epsg: code))
  }

  @Test func `a local grid is given by parameters`() throws {
    let grid = try WorkingGrid.resolve(
      "+proj=tmerc +lat_0=0 +lon_0=113 +k=1 +x_0=500000 +ellps=GRS80")
    #expect(grid.centralMeridian == 113)
    #expect(grid.falseEasting == Metres(500_000))
    let projected = grid.projected(XY(113, 26))
    #expect(abs(projected.x - 500_000) < 1e-9)
  }

  @Test func `a grid is given by the WKT of an ArcGIS projection file`() throws {
    let grid = try WorkingGrid.resolve(
      """
      PROJCS["CGCS2000_3_Degree_GK_CM_114E",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",\
      DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],\
      PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],\
      PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],\
      PARAMETER["Central_Meridian",114.0],PARAMETER["Scale_Factor",1.0],\
      PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]
      """)
    #expect(abs(grid.centralMeridian - 114) < 1e-12)
    #expect(grid.falseEasting == Metres(500_000))
  }

  @Test(arguments: ["EPSG:4490", "EPSG:4326", "EPSG:4479"])
  func `degrees and geocentric systems cannot be worked in`(text: String) {
    #expect(
      throws: ProjectionError.notAWorkingGrid(
        system: CRSIdentifier(text), reason: .notProjected)
    ) { try WorkingGrid.resolve(text) }
  }

  @Test func `a scale that is not one is named`() {
    let text = "+proj=tmerc +lat_0=0 +lon_0=114 +k=0.9996 +x_0=500000 +ellps=GRS80"
    #expect(
      throws: ProjectionError.notAWorkingGrid(
        system: CRSIdentifier(text),
        reason: .otherParameter(
          name: "Scale factor at natural origin", value: 0.9996, required: 1))
    ) { try WorkingGrid.resolve(text) }
  }

  @Test(arguments: ["EPSG:2383", "EPSG:32649", "EPSG:3857", "EPSG:2435"])
  func `another datum is refused`(text: String) {
    #expect {
      try WorkingGrid.resolve(text)
    } throws: { error in
      guard case ProjectionError.notAWorkingGrid(_, .otherDatum) = error else { return false }
      return true
    }
  }
}
