internal import CGEOS

/// Shapes on their way into a collection: owned here until the constructor takes them.
@safe struct ShapeList: ~Copyable {
  private let workspace: Workspace
  private var members: [OpaquePointer?]

  init(in workspace: Workspace, capacity: Int = 0) {
    self.workspace = workspace
    unsafe members = []
    unsafe members.reserveCapacity(capacity)
  }

  deinit {
    for index in unsafe members.indices {
      unsafe GEOSGeom_destroy_r(workspace.handle, members[index])
    }
  }

  mutating func append(_ shape: consuming Shape) { unsafe members.append(shape.release()) }

  /// The collection of the members, of the given type.
  consuming func collected(as type: GEOSGeomTypes) throws(TopologyError) -> Shape {
    var given = unsafe members
    unsafe members = []
    return try unsafe workspace.shape("GEOSGeom_createCollection_r") { handle in
      unsafe given.withUnsafeMutableBufferPointer {
        unsafe GEOSGeom_createCollection_r(
          handle, Int32(type.rawValue), $0.baseAddress, UInt32($0.count))
      }
    }
  }

  /// The polygon of a shell, with the members as its holes.
  consuming func cutting(_ shell: consuming Shape) throws(TopologyError) -> Shape {
    var given = unsafe members
    unsafe members = []
    let outline = unsafe shell.release()
    return try unsafe workspace.shape("GEOSGeom_createPolygon_r") { handle in
      unsafe given.withUnsafeMutableBufferPointer {
        unsafe GEOSGeom_createPolygon_r(handle, outline, $0.baseAddress, UInt32($0.count))
      }
    }
  }
}
