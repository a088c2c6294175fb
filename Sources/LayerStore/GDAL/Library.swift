internal import CGDAL

/// The GDAL library of this process.
package enum VectorLibrary {
  /// Version of GDAL at run time, such as `3.6.2`.
  package static var version: String {
    unsafe GDALVersionInfo("RELEASE_NAME").map { unsafe String(cString: $0) } ?? "unknown"
  }

  /// Whether GDAL was built with a driver, by its short name such as `GPKG`.
  package static func hasDriver(named name: String) -> Bool {
    guard driversAreRegistered else { return false }
    return unsafe GDALGetDriverByName(name) != nil
  }
}

/// Registers the drivers once; every entry to GDAL touches it first.
///
/// A Swift global is initialised once, by whichever thread comes first.
let driversAreRegistered: Bool = {
  // Nothing is fetched, not even PROJ's grids.
  OSRSetPROJEnableNetwork(0)
  // Unclosed rings are data to be validated, not to be refused by a reader.
  unsafe CPLSetConfigOption("OGR_GEOMETRY_ACCEPT_UNCLOSED_RING", "YES")
  // Arcs become chords of this angle, in drivers that stroke by themselves (DXF).
  unsafe CPLSetConfigOption("OGR_ARC_STEPSIZE", "\(ArcStroking.stepDegrees)")
  // The time of writing that a GeoPackage states.
  unsafe CPLSetConfigOption("OGR_CURRENT_DATE", FixedDate.text)
  // A geometry of any size in one GeoJSON feature; the text was scanned before.
  unsafe CPLSetConfigOption("OGR_GEOJSON_MAX_OBJ_SIZE", "0")
  GDALAllRegister()
  return true
}()

/// How circular arcs become straight edges.
enum ArcStroking {
  /// Angle of one chord in degrees: the chord leaves the arc by r (1 − cos ½°) = 3.8 × 10⁻⁵ r.
  static let stepDegrees = 1.0
}
