internal import CGEOS
package import LandModel

/// A shape with the indexes of GEOS built over its edges, for one shape against many.
///
/// Pays from a handful of calls on. The indexes are built on first use and belong to one task.
@safe package struct PreparedShape: ~Copyable {
  /// The shape that was prepared.
  package let shape: Shape
  private let prepared: OpaquePointer

  /// Prepares a shape and keeps it: the indexes point into it.
  package init(_ shape: consuming Shape) throws(TopologyError) {
    let pointer = unsafe shape.pointer
    unsafe prepared = try unsafe shape.workspace.pointer("GEOSPrepare_r") {
      unsafe GEOSPrepare_r($0, pointer)
    }
    self.shape = shape
  }

  deinit { unsafe GEOSPreparedGeom_destroy_r(shape.workspace.handle, prepared) }

  /// Whether the two share a point.
  ///
  /// Wraps `GEOSPreparedIntersects_r`.
  package borrowing func meets(_ other: borrowing Shape) throws(TopologyError) -> Bool {
    let (left, right) = unsafe (prepared, other.pointer)
    return try unsafe shape.workspace.predicate("GEOSPreparedIntersects_r") {
      unsafe GEOSPreparedIntersects_r($0, left, right)
    }
  }

  /// Whether no point of the other lies outside.
  ///
  /// Wraps `GEOSPreparedCovers_r`.
  package borrowing func covers(_ other: borrowing Shape) throws(TopologyError) -> Bool {
    let (left, right) = unsafe (prepared, other.pointer)
    return try unsafe shape.workspace.predicate("GEOSPreparedCovers_r") {
      unsafe GEOSPreparedCovers_r($0, left, right)
    }
  }

  /// Whether every point of the other lies in the interior.
  ///
  /// Wraps `GEOSPreparedContainsProperly_r`.
  package borrowing func containsProperly(_ other: borrowing Shape) throws(TopologyError) -> Bool {
    let (left, right) = unsafe (prepared, other.pointer)
    return try unsafe shape.workspace.predicate("GEOSPreparedContainsProperly_r") {
      unsafe GEOSPreparedContainsProperly_r($0, left, right)
    }
  }

  /// Whether they meet in boundaries only.
  ///
  /// Wraps `GEOSPreparedTouches_r`.
  package borrowing func touches(_ other: borrowing Shape) throws(TopologyError) -> Bool {
    let (left, right) = unsafe (prepared, other.pointer)
    return try unsafe shape.workspace.predicate("GEOSPreparedTouches_r") {
      unsafe GEOSPreparedTouches_r($0, left, right)
    }
  }

  /// The planar distance, zero where they meet, infinite where one is empty.
  ///
  /// Wraps `GEOSPreparedDistance_r`.
  package borrowing func distance(to other: borrowing Shape) throws(TopologyError) -> Metres {
    if shape.isEmpty || other.isEmpty { return Metres(.infinity) }
    let (left, right) = unsafe (prepared, other.pointer)
    return Metres(
      try unsafe shape.workspace.measure("GEOSPreparedDistance_r") {
        unsafe GEOSPreparedDistance_r($0, left, right, $1)
      })
  }

  /// Whether the distance is at most the one given; never for an empty shape.
  ///
  /// Wraps `GEOSPreparedDistanceWithin_r`.
  package borrowing func isWithin(
    _ distance: Metres, of other: borrowing Shape
  ) throws(TopologyError) -> Bool {
    let (left, right) = unsafe (prepared, other.pointer)
    return try unsafe shape.workspace.predicate("GEOSPreparedDistanceWithin_r") {
      unsafe GEOSPreparedDistanceWithin_r($0, left, right, distance.value)
    }
  }
}
