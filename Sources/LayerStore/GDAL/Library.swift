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

/// Sets an option of GDAL for the calls of this thread within a closure.
///
/// Wraps `CPLSetThreadLocalConfigOption`.
func withLibraryOption<Value, Failure: Error>(
  _ name: String, _ value: String?, _ body: () throws(Failure) -> Value
) throws(Failure) -> Value {
  guard let value else { return try body() }
  unsafe CPLSetThreadLocalConfigOption(name, value)
  defer { unsafe CPLSetThreadLocalConfigOption(name, nil) }
  return try body()
}

/// Registers the drivers once; every entry to GDAL touches it first.
///
/// A Swift global is initialised once, by whichever thread comes first.
let driversAreRegistered: Bool = {
  // Nothing is fetched, not even PROJ's grids.
  OSRSetPROJEnableNetwork(0)
  // Unclosed rings are data to be validated, not to be refused by a reader.
  unsafe CPLSetConfigOption("OGR_GEOMETRY_ACCEPT_UNCLOSED_RING", "YES")
  // The time of writing that a GeoPackage states.
  unsafe CPLSetConfigOption("OGR_CURRENT_DATE", FixedDate.text)
  // A geometry of any size in one GeoJSON feature; the text was scanned before.
  unsafe CPLSetConfigOption("OGR_GEOJSON_MAX_OBJ_SIZE", "0")
  GDALAllRegister()
  return true
}()
