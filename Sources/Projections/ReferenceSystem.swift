internal import CPROJ
import LandModel

/// A reference system as PROJ understands it.
struct ReferenceSystem: ~Copyable {
  let identifier: CRSIdentifier
  let object: ProjObject

  /// Reads an authority code, WKT, or PROJ parameters.
  ///
  /// Wraps `proj_create`, which would also look a plain name up by likeness: “foo” is in “Amersfoort”.
  init(_ identifier: CRSIdentifier, in workspace: Workspace) throws(ProjectionError) {
    self.identifier = identifier
    var text = identifier.text
    guard text.contains(where: { ":[{+".contains($0) }) else {
      throw .systemUnknown(
        system: identifier,
        message: "it is no authority code such as EPSG:4547, no WKT and no PROJ parameters")
    }
    // Parameters alone describe an operation to PROJ; they mean a reference system here.
    if text.contains("+proj="), !text.contains("+type=") { text += " +type=crs" }
    guard let object = unsafe workspace.object({ unsafe proj_create($0, text) }),
      unsafe proj_is_crs(object.pointer) != 0
    else { throw .systemUnknown(system: identifier, message: workspace.message) }
    self.object = object
  }

  /// Whether positions are longitudes and latitudes.
  var isInDegrees: Bool { object.type == PJ_TYPE_GEOGRAPHIC_2D_CRS }

  /// Name of the datum; empty where there is none, as in an engineering system.
  var datum: String {
    let workspace = object.workspace
    let pointer = unsafe object.pointer
    guard let base = unsafe workspace.object({ unsafe proj_crs_get_geodetic_crs($0, pointer) })
    else { return "" }
    let basePointer = unsafe base.pointer
    let datum = unsafe workspace.object({ unsafe proj_crs_get_datum_forced($0, basePointer) })
    return datum?.name ?? ""
  }

  /// Whether positions on the system's datum are positions on CGCS2000, within its own uncertainty.
  ///
  /// CGCS2000 and WGS 84 differ by centimetres of plate motion, which no public parameters express.
  /// Parameters without a datum (`+ellps=GRS80`) are taken for CGCS2000, whose ellipsoid that is.
  var isOnCGCS2000: Bool {
    let name = String(datum.lowercased().filter { $0.isLetter || $0.isNumber })
    let known = [
      "china2000", "cgcs2000", "chinageodeticcoordinatesystem2000", "worldgeodeticsystem1984",
      "wgs1984", "wgs84",
    ]
    if known.contains(where: name.contains) { return true }
    return name.hasPrefix("unknown") && hasEllipsoidOfCGCS2000
  }

  /// The semi-major axis is CGCS2000's, and the flattening its own or that of WGS 84 (1/298.257 223 563).
  private var hasEllipsoidOfCGCS2000: Bool {
    let workspace = object.workspace
    let pointer = unsafe object.pointer
    guard let ellipsoid = unsafe workspace.object({ unsafe proj_get_ellipsoid($0, pointer) })
    else { return false }
    var (axis, inverseFlattening) = (0.0, 0.0)
    let status = unsafe proj_ellipsoid_get_parameters(
      workspace.context, ellipsoid.pointer, &axis, nil, nil, &inverseFlattening)
    return status != 0 && abs(axis - Ellipsoid.cgcs2000.semiMajorAxis) < 1e-3
      && abs(inverseFlattening - 1 / Ellipsoid.cgcs2000.flattening) < 1e-5
  }
}
