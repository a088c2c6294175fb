internal import CGEOS
package import LandModel

/// How a buffer turns a convex corner.
package enum BufferJoin: Sendable {
  case round
  /// Pointed, up to five times the distance.
  case mitre
  case bevel
}

extension Shape {
  /// The points within a distance, or for a negative distance those at least as far inside.
  ///
  /// Wraps `GEOSBufferWithStyle_r`; line ends are round.
  /// - Parameters:
  ///   - quadrantSegments: straight edges for a quarter circle; 8 keeps within 2 % of the distance.
  package borrowing func buffered(
    by distance: Metres, quadrantSegments: Int = 8, join: BufferJoin = .round
  ) throws(TopologyError) -> Shape {
    let pointer = unsafe pointer
    let style =
      switch join {
      case .round: GEOSBUF_JOIN_ROUND
      case .mitre: GEOSBUF_JOIN_MITRE
      case .bevel: GEOSBUF_JOIN_BEVEL
      }
    return try unsafe workspace.shape("GEOSBufferWithStyle_r") {
      unsafe GEOSBufferWithStyle_r(
        $0, pointer, distance.value, Int32(quadrantSegments),
        Int32(GEOSBUF_CAP_ROUND.rawValue), Int32(style.rawValue), 5)
    }
  }

  /// The rings of a polygon, the end points of a line.
  ///
  /// Wraps `GEOSBoundary_r`.
  package borrowing func boundary() throws(TopologyError) -> Shape {
    let pointer = unsafe pointer
    return try unsafe workspace.shape("GEOSBoundary_r") { unsafe GEOSBoundary_r($0, pointer) }
  }

  /// The smallest convex shape that holds this one.
  ///
  /// Wraps `GEOSConvexHull_r`.
  package borrowing func convexHull() throws(TopologyError) -> Shape {
    let pointer = unsafe pointer
    return try unsafe workspace.shape("GEOSConvexHull_r") { unsafe GEOSConvexHull_r($0, pointer) }
  }

  /// The smallest rectangle, at any angle, that holds this one.
  ///
  /// Wraps `GEOSMinimumRotatedRectangle_r`.
  package borrowing func minimumRotatedRectangle() throws(TopologyError) -> Shape {
    let pointer = unsafe pointer
    return try unsafe workspace.shape("GEOSMinimumRotatedRectangle_r") {
      unsafe GEOSMinimumRotatedRectangle_r($0, pointer)
    }
  }

  /// A point that lies inside.
  ///
  /// Wraps `GEOSPointOnSurface_r`.
  package borrowing func pointOnSurface() throws(TopologyError) -> Shape {
    let pointer = unsafe pointer
    return try unsafe workspace.shape("GEOSPointOnSurface_r") {
      unsafe GEOSPointOnSurface_r($0, pointer)
    }
  }
}
