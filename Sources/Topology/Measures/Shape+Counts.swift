internal import CGEOS

extension Shape {
  /// How many positions the shape has, over all parts and rings.
  ///
  /// Wraps `GEOSGetNumCoordinates_r`.
  package borrowing func vertexCount() throws(TopologyError) -> Int {
    let pointer = unsafe pointer
    return try unsafe workspace.count("GEOSGetNumCoordinates_r") {
      unsafe GEOSGetNumCoordinates_r($0, pointer)
    }
  }
}
