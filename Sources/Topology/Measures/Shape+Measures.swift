internal import CGEOS
package import LandModel

extension Shape {
  /// Area in the plane of the coordinates; zero for lines and points.
  ///
  /// Wraps `GEOSArea_r`.
  package borrowing func planarArea() throws(TopologyError) -> SquareMetres {
    let pointer = unsafe pointer
    return SquareMetres(
      try unsafe workspace.measure("GEOSArea_r") { unsafe GEOSArea_r($0, pointer, $1) })
  }

  /// Length of all lines and rings.
  ///
  /// Wraps `GEOSLength_r`.
  package borrowing func length() throws(TopologyError) -> Metres {
    let pointer = unsafe pointer
    return Metres(
      try unsafe workspace.measure("GEOSLength_r") { unsafe GEOSLength_r($0, pointer, $1) })
  }

  /// The planar distance to another shape, zero where they meet, infinite where one is empty.
  ///
  /// Wraps `GEOSDistanceIndexed_r`, which measures between boundaries and so knows nothing of a shape
  /// inside another: hence the question before it.
  package borrowing func distance(to other: borrowing Shape) throws(TopologyError) -> Metres {
    if isEmpty || other.isEmpty { return Metres(.infinity) }
    if try meets(other) { return .zero }
    let (left, right) = unsafe (pointer, other.pointer)
    return Metres(
      try unsafe workspace.measure("GEOSDistanceIndexed_r") {
        unsafe GEOSDistanceIndexed_r($0, left, right, $1)
      })
  }

  /// Whether the distance is at most the one given; never for an empty shape.
  ///
  /// Wraps `GEOSDistanceWithin_r`.
  package borrowing func isWithin(
    _ distance: Metres, of other: borrowing Shape
  ) throws(TopologyError) -> Bool {
    let (left, right) = unsafe (pointer, other.pointer)
    return try unsafe workspace.predicate("GEOSDistanceWithin_r") {
      unsafe GEOSDistanceWithin_r($0, left, right, distance.value)
    }
  }

  /// The two positions, here and on the other, that are nearest to each other; nil where one is empty.
  ///
  /// Wraps `GEOSNearestPoints_r`.
  package borrowing func nearestPositions(
    to other: borrowing Shape
  ) throws(TopologyError) -> (here: XY, there: XY)? {
    if isEmpty || other.isEmpty { return nil }
    let (left, right) = unsafe (pointer, other.pointer)
    let sequence = try unsafe workspace.pointer("GEOSNearestPoints_r") {
      unsafe GEOSNearestPoints_r($0, left, right)
    }
    // The line of the two takes the sequence over and frees it.
    let positions = try unsafe workspace.shape("GEOSGeom_createLineString_r") {
      unsafe GEOSGeom_createLineString_r($0, sequence)
    }.lines().positions
    guard let here = positions.first, let there = positions.last else { return nil }
    return (here, there)
  }

  /// The largest circle inside a polygonal shape: its width is about twice the radius.
  ///
  /// Nil where the shape has no area. Wraps `GEOSMaximumInscribedCircle_r`.
  /// - Parameter tolerance: how far the radius may stay behind the largest; above zero.
  /// - Complexity: grows with v·log(width/tolerance); for a thin shape choose the tolerance by its width.
  package borrowing func largestInscribedCircle(
    tolerance: Metres
  ) throws(TopologyError) -> (centre: XY, radius: Metres)? {
    guard try planarArea() > .zero else { return nil }
    let pointer = unsafe pointer
    let spoke = try unsafe workspace.shape("GEOSMaximumInscribedCircle_r") {
      unsafe GEOSMaximumInscribedCircle_r($0, pointer, tolerance.value)
    }.lines().positions
    guard let centre = spoke.first, let rim = spoke.last else { return nil }
    return (centre, Metres(centre.distance(to: rim)))
  }
}
