internal import CGEOS
package import LandModel

extension Shape {
  /// The points in both.
  ///
  /// Wraps `GEOSIntersection_r`.
  package borrowing func intersection(with other: borrowing Shape) throws(TopologyError) -> Shape {
    let (left, right) = unsafe (pointer, other.pointer)
    return try unsafe workspace.shape("GEOSIntersection_r") {
      unsafe GEOSIntersection_r($0, left, right)
    }
  }

  /// The points in either.
  ///
  /// Wraps `GEOSUnion_r`.
  package borrowing func union(with other: borrowing Shape) throws(TopologyError) -> Shape {
    let (left, right) = unsafe (pointer, other.pointer)
    return try unsafe workspace.shape("GEOSUnion_r") { unsafe GEOSUnion_r($0, left, right) }
  }

  /// The points in this one that are not in the other.
  ///
  /// Wraps `GEOSDifference_r`.
  package borrowing func difference(from other: borrowing Shape) throws(TopologyError) -> Shape {
    let (left, right) = unsafe (pointer, other.pointer)
    return try unsafe workspace.shape("GEOSDifference_r") {
      unsafe GEOSDifference_r($0, left, right)
    }
  }

  /// The points in exactly one of the two.
  ///
  /// Wraps `GEOSSymDifference_r`.
  package borrowing func symmetricDifference(from other: borrowing Shape) throws(TopologyError)
    -> Shape
  {
    let (left, right) = unsafe (pointer, other.pointer)
    return try unsafe workspace.shape("GEOSSymDifference_r") {
      unsafe GEOSSymDifference_r($0, left, right)
    }
  }

  /// The part inside a box, quick and not robust; an invalid result is possible for invalid input.
  ///
  /// Parts that merely touch the box from outside are dropped. Wraps `GEOSClipByRect_r`.
  package borrowing func clipped(to box: BoundingBox) throws(TopologyError) -> Shape {
    let pointer = unsafe pointer
    return try unsafe workspace.shape("GEOSClipByRect_r") {
      unsafe GEOSClipByRect_r($0, pointer, box.minX, box.minY, box.maxX, box.maxY)
    }
  }
}
