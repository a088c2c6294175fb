internal import CGDAL
import LandModel

/// Names the reference system of a layer.
enum ReferenceSystemReader {
  /// The authority's code where the file gives one or exactly one system matches with certainty; else
  /// the definition as WKT 2; nil where the file declares none.
  ///
  /// Heights are left out by the reader, so that the three-dimensional forms of WGS 84 and CGCS2000,
  /// and the axis-swapped CRS84, are named by their two-dimensional code.
  static func identifier(of layer: borrowing LayerHandle) -> CRSIdentifier? {
    guard let system = unsafe OGR_L_GetSpatialRef(layer.pointer) else { return nil }
    return unsafe identifier(of: system)
  }

  /// The system that a name or a definition in a file means; the name as it stands where GDAL knows
  /// none, for an error that names it.
  static func identifier(named name: String) -> CRSIdentifier? {
    Messages.collected { _ in
      guard let system = try? SpatialReference(CRSIdentifier(name), file: ""),
        let pointer = unsafe system.pointer
      else { return CRSIdentifier(name) }
      return unsafe identifier(of: pointer)
    }
  }

  private static func identifier(of system: OGRSpatialReferenceH) -> CRSIdentifier? {
    if let code = unsafe authorityCode(of: system) { return code }
    if let code = unsafe matchingCode(of: system) { return code }
    return unsafe definition(of: system)
  }

  private static func authorityCode(of system: OGRSpatialReferenceH) -> CRSIdentifier? {
    guard let name = unsafe OSRGetAuthorityName(system, nil),
      let code = unsafe OSRGetAuthorityCode(system, nil)
    else { return nil }
    let text = unsafe "\(String(cString: name)):\(String(cString: code))"
    switch text {
    case "EPSG:4979", "OGC:CRS84", "OGC:CRS84h": return CRSIdentifier(epsg: 4326)
    case "EPSG:4480": return CRSIdentifier(epsg: 4490)
    default: return CRSIdentifier(text)
    }
  }

  /// Wraps `OSRFindMatches`; only a match of confidence 100 counts.
  private static func matchingCode(of system: OGRSpatialReferenceH) -> CRSIdentifier? {
    var count: Int32 = 0
    var confidences: UnsafeMutablePointer<Int32>?
    let matches = unsafe OSRFindMatches(system, nil, &count, &confidences)
    defer {
      unsafe OSRFreeSRSArray(matches)
      unsafe VSIFree(confidences)
    }
    guard count > 0, let match = unsafe matches?[0], unsafe confidences?[0] == 100 else {
      return nil
    }
    return unsafe authorityCode(of: match)
  }

  private static func definition(of system: OGRSpatialReferenceH) -> CRSIdentifier? {
    let options = StringList(["FORMAT=WKT2_2018", "MULTILINE=NO"])
    var text: UnsafeMutablePointer<CChar>?
    let status = unsafe options.lend { list in unsafe OSRExportToWktEx(system, &text, list) }
    defer { unsafe VSIFree(text) }
    guard status == OGRERR_NONE, let text = unsafe text else { return nil }
    let definition = unsafe String(cString: text)
    // A DXF or an engineering file may carry a placeholder that says nothing.
    return definition.isEmpty ? nil : CRSIdentifier(definition)
  }
}
