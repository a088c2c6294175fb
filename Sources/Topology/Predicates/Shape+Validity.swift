internal import CGEOS
package import LandModel

/// Why GEOS calls a geometry invalid, and where.
package struct ValidityFault: Hashable, Sendable {
  /// The library's words, such as `Self-intersection`.
  package let reason: String
  /// Nil where the library names no place.
  package let place: XY?
}

extension Shape {
  /// Whether the shape holds no point.
  ///
  /// Wraps `GEOSisEmpty_r`.
  package var isEmpty: Bool { unsafe GEOSisEmpty_r(workspace.handle, pointer) == 1 }

  /// Whether the shape is valid by OGC Simple Features.
  ///
  /// Wraps `GEOSisValid_r`.
  package borrowing func isValid() throws(TopologyError) -> Bool {
    let pointer = unsafe pointer
    return try unsafe workspace.predicate("GEOSisValid_r") { unsafe GEOSisValid_r($0, pointer) }
  }

  /// The first fault that GEOS meets, or nil where the shape is valid; a polygon may have more.
  ///
  /// Wraps `GEOSisValidDetail_r`.
  /// - Parameter allowingRingsToFormHoles: whether a ring that touches itself at a point and so closes a
  ///   hole passes, as it does in Esri's model; not by OGC.
  package borrowing func validityFault(
    allowingRingsToFormHoles: Bool = false
  ) throws(TopologyError) -> ValidityFault? {
    let pointer = unsafe pointer
    var reason: UnsafeMutablePointer<CChar>?
    var location: OpaquePointer?
    let flags =
      allowingRingsToFormHoles
      ? Int32(GEOSVALID_ALLOW_SELFTOUCHING_RING_FORMING_HOLE.rawValue) : 0
    let isValid = try unsafe workspace.predicate("GEOSisValidDetail_r") {
      unsafe GEOSisValidDetail_r($0, pointer, flags, &reason, &location)
    }
    var text = ""
    if let reason = unsafe reason {
      text = unsafe String(cString: reason)
      unsafe GEOSFree_r(workspace.handle, reason)
    }
    var place: XY?
    if let location = unsafe location {
      let point = unsafe Shape(owning: location, in: workspace)
      place = try point.points().positions.first
    }
    return isValid ? nil : ValidityFault(reason: text, place: place)
  }
}
