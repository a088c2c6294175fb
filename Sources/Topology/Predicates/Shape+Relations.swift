internal import CGEOS

extension Shape {
  /// Whether the two share a point.
  ///
  /// Wraps `GEOSIntersects_r`.
  package borrowing func meets(_ other: borrowing Shape) throws(TopologyError) -> Bool {
    let (left, right) = unsafe (pointer, other.pointer)
    return try unsafe workspace.predicate("GEOSIntersects_r") {
      unsafe GEOSIntersects_r($0, left, right)
    }
  }

  /// Whether they meet in boundaries only.
  ///
  /// Wraps `GEOSTouches_r`.
  package borrowing func touches(_ other: borrowing Shape) throws(TopologyError) -> Bool {
    let (left, right) = unsafe (pointer, other.pointer)
    return try unsafe workspace.predicate("GEOSTouches_r") {
      unsafe GEOSTouches_r($0, left, right)
    }
  }

  /// Whether no point of the other lies outside this one.
  ///
  /// Wraps `GEOSCovers_r`.
  package borrowing func covers(_ other: borrowing Shape) throws(TopologyError) -> Bool {
    let (left, right) = unsafe (pointer, other.pointer)
    return try unsafe workspace.predicate("GEOSCovers_r") {
      unsafe GEOSCovers_r($0, left, right)
    }
  }

  /// Whether this one covers the other, and their interiors meet.
  ///
  /// Wraps `GEOSContains_r`.
  package borrowing func contains(_ other: borrowing Shape) throws(TopologyError) -> Bool {
    let (left, right) = unsafe (pointer, other.pointer)
    return try unsafe workspace.predicate("GEOSContains_r") {
      unsafe GEOSContains_r($0, left, right)
    }
  }

  /// Whether interiors meet, neither holds the other, and the meeting is of lower dimension.
  ///
  /// Wraps `GEOSCrosses_r`.
  package borrowing func crosses(_ other: borrowing Shape) throws(TopologyError) -> Bool {
    let (left, right) = unsafe (pointer, other.pointer)
    return try unsafe workspace.predicate("GEOSCrosses_r") {
      unsafe GEOSCrosses_r($0, left, right)
    }
  }

  /// Whether both are the same set of points.
  ///
  /// Wraps `GEOSEquals_r`.
  package borrowing func equals(_ other: borrowing Shape) throws(TopologyError) -> Bool {
    let (left, right) = unsafe (pointer, other.pointer)
    return try unsafe workspace.predicate("GEOSEquals_r") {
      unsafe GEOSEquals_r($0, left, right)
    }
  }

  /// Whether the interiors share a point: a true overlap, not a mere touch.
  ///
  /// The relate pattern `T********`. Wraps `GEOSRelatePattern_r`.
  package borrowing func overlapsInterior(
    _ other: borrowing Shape
  ) throws(TopologyError) -> Bool {
    try relates(to: other, by: "T********")
  }

  /// Whether the DE-9IM matrix of the two fits a pattern.
  ///
  /// Wraps `GEOSRelatePattern_r`.
  package borrowing func relates(
    to other: borrowing Shape, by pattern: StaticString
  ) throws(TopologyError) -> Bool {
    let (left, right) = unsafe (pointer, other.pointer)
    return try unsafe workspace.predicate("GEOSRelatePattern_r") { handle in
      unsafe "\(pattern)".withCString { unsafe GEOSRelatePattern_r(handle, left, right, $0) }
    }
  }
}
