internal import CGEOS

extension Shape {
  /// The shape with every vertex on a square lattice through the origin, and valid there.
  ///
  /// Vertices move by up to half the diagonal of a cell, and edges that pass nearer to a vertex than that are
  /// led through it; what collapses is dropped, so that the shape may fall into parts or become empty. Wraps
  /// `GEOSGeom_setPrecision_r`.
  ///
  /// - Parameter width: of a cell, in the unit of the positions.
  /// - Throws: also where the shape is not valid to begin with.
  package borrowing func snapped(toLattice width: Double) throws(TopologyError) -> Shape {
    let pointer = unsafe pointer
    return try unsafe workspace.shape("GEOSGeom_setPrecision_r") {
      unsafe GEOSGeom_setPrecision_r($0, pointer, width, 0)
    }
  }
}
