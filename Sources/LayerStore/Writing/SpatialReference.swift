internal import CGDAL
import LandModel

/// A reference system for GDAL, easting or longitude first.
@safe struct SpatialReference: ~Copyable {
  /// Nil where none is declared.
  let pointer: OGRSpatialReferenceH?

  /// Reads a code or a definition; neither files nor the network are looked at.
  ///
  /// Wraps `OSRSetFromUserInput`.
  init(_ identifier: CRSIdentifier?, file: String) throws(LayerStoreError) {
    guard let identifier else {
      unsafe pointer = nil
      return
    }
    let made = unsafe OSRNewSpatialReference(nil)
    // GDAL would take any other text for a file or an address on the network, and look there.
    let isDefinition =
      identifier.text.contains("[") || identifier.text.contains("+proj=")
      || !identifier.text.contains("/") && identifier.text.contains(":")
    let status = unsafe isDefinition ? OSRSetFromUserInput(made, identifier.text) : OGRERR_FAILURE
    guard status == OGRERR_NONE else {
      unsafe OSRDestroySpatialReference(made)
      throw .notWritten(
        file: file, operation: "OSRSetFromUserInput \(identifier.text)",
        message: unsafe String(cString: CPLGetLastErrorMsg()))
    }
    unsafe OSRSetAxisMappingStrategy(made, OAMS_TRADITIONAL_GIS_ORDER)
    unsafe pointer = made
  }

  /// Whether ordinates are degrees.
  var isGeographic: Bool { unsafe pointer.map { unsafe OSRIsGeographic($0) != 0 } ?? false }

  deinit { if let pointer = unsafe pointer { unsafe OSRRelease(pointer) } }
}
