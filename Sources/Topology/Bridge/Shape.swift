internal import CGEOS
package import LandModel

/// A geometry inside GEOS, owned by exactly one value.
///
/// Shapes of several workspaces may meet in one call, but only inside one task: GEOS 3.11 writes caches
/// inside calls that look read-only, so a shape is never shared between tasks.
@safe package struct Shape: ~Copyable {
  package let workspace: Workspace
  private var owned: OpaquePointer?

  /// Takes an owned geometry of GEOS over.
  init(owning pointer: OpaquePointer, in workspace: Workspace) {
    unsafe owned = pointer
    self.workspace = workspace
    workspace.liveShapeCount += 1
  }

  deinit {
    guard let pointer = unsafe owned else { return }
    workspace.liveShapeCount -= 1
    unsafe GEOSGeom_destroy_r(workspace.handle, pointer)
  }

  /// The geometry for the length of a call; the shape keeps it.
  var pointer: OpaquePointer {
    guard let pointer = unsafe owned else { preconditionFailure("The shape was given away.") }
    return unsafe pointer
  }

  /// Gives the geometry up to a function of GEOS that frees it, also when that function fails.
  consuming func release() -> OpaquePointer {
    let given = unsafe pointer
    unsafe owned = nil
    workspace.liveShapeCount -= 1
    return unsafe given
  }

  /// Copies a geometry value into GEOS, ring by ring in whole buffers.
  ///
  /// A null geometry becomes an empty collection, one part a plain geometry, several a multi-geometry.
  /// - Throws: where GEOS refuses a ring (not closed, one or two positions) or a line of one position.
  package init(_ geometry: borrowing Geometry, in workspace: Workspace) throws(TopologyError) {
    let shape = try ShapeBuilder(
      positions: geometry.positions, ringEnds: geometry.ringEnds, partEnds: geometry.partEnds,
      workspace: workspace
    ).shape(of: geometry.kind, parts: geometry.partEnds.indices)
    unsafe self.init(owning: shape.release(), in: workspace)
  }

  /// Copies one row of a column into GEOS, as ``init(_:in:)`` does.
  package init(
    row: Int, of column: borrowing GeometryColumn, in workspace: Workspace
  ) throws(TopologyError) {
    let shape = try ShapeBuilder(
      positions: column.positions, ringEnds: column.ringEnds, partEnds: column.partEnds,
      workspace: workspace
    ).shape(of: column.kinds[row], parts: column.parts(ofRow: row))
    unsafe self.init(owning: shape.release(), in: workspace)
  }

  /// A box as a polygon; an empty box is an empty polygon.
  package init(_ box: BoundingBox, in workspace: Workspace) throws(TopologyError) {
    let corners =
      box.isEmpty
      ? []
      : [
        XY(box.minX, box.minY), XY(box.maxX, box.minY), XY(box.maxX, box.maxY),
        XY(box.minX, box.maxY), XY(box.minX, box.minY),
      ]
    try self.init(
      corners.isEmpty
        ? Geometry(kind: .polygon, positions: [], ringEnds: [], partEnds: [])
        : .polygon(rings: [corners]), in: workspace)
  }

  /// A second shape of the same geometry.
  package borrowing func copy() throws(TopologyError) -> Shape {
    let pointer = unsafe pointer
    return try unsafe workspace.shape("GEOSGeom_clone_r") { unsafe GEOSGeom_clone_r($0, pointer) }
  }
}
