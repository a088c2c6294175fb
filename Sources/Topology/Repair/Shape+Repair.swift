internal import CGEOS
package import LandModel

extension Shape {
  /// A valid shape that keeps the structure: shells stay land, holes stay holes.
  ///
  /// The structure method of GEOS: unlike the older one it does not turn an overlap of a ring with itself
  /// into a hole; parts that collapse are dropped. Wraps `GEOSMakeValidWithParams_r`.
  package borrowing func madeValid() throws(TopologyError) -> Shape {
    let pointer = unsafe pointer
    let parameters = try unsafe workspace.pointer("GEOSMakeValidParams_create_r") {
      unsafe GEOSMakeValidParams_create_r($0)
    }
    defer { unsafe GEOSMakeValidParams_destroy_r(workspace.handle, parameters) }
    _ = try unsafe workspace.count("GEOSMakeValidParams_setMethod_r") {
      unsafe GEOSMakeValidParams_setMethod_r($0, parameters, GEOS_MAKE_VALID_STRUCTURE) - 1
    }
    _ = try unsafe workspace.count("GEOSMakeValidParams_setKeepCollapsed_r") {
      unsafe GEOSMakeValidParams_setKeepCollapsed_r($0, parameters, 0) - 1
    }
    return try unsafe workspace.shape("GEOSMakeValidWithParams_r") {
      unsafe GEOSMakeValidWithParams_r($0, pointer, parameters)
    }
  }

  /// The shape with fewer vertices, none moved, and its topology kept.
  ///
  /// Wraps `GEOSTopologyPreserveSimplify_r`.
  /// - Parameter tolerance: how far a dropped vertex may lie from the new edge.
  package borrowing func simplified(
    preservingTopology tolerance: Metres
  ) throws(TopologyError) -> Shape {
    let pointer = unsafe pointer
    return try unsafe workspace.shape("GEOSTopologyPreserveSimplify_r") {
      unsafe GEOSTopologyPreserveSimplify_r($0, pointer, tolerance.value)
    }
  }

  /// The shape in the normal form of GEOS: rings from their least vertex, shells clockwise, parts sorted.
  ///
  /// Two shapes of the same vertices become equal in bytes. Wraps `GEOSNormalize_r`.
  package borrowing func normalized() throws(TopologyError) -> Shape {
    let copy = try copy()
    let pointer = unsafe copy.pointer
    _ = try unsafe workspace.count("GEOSNormalize_r") { unsafe GEOSNormalize_r($0, pointer) }
    return copy
  }
}
