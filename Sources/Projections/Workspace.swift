internal import CPROJ

/// The PROJ library of this process.
package enum ProjectionLibrary {
  /// Version of PROJ at run time, such as `9.1.1`.
  package static var version: String {
    unsafe proj_info().version.map { unsafe String(cString: $0) } ?? "unknown"
  }
}

/// The PROJ context of one task, and the last message PROJ gave in it.
@safe final class Workspace {
  let context: OpaquePointer?
  private(set) var message = ""

  init() {
    unsafe context = proj_context_create()
    // Grids are never fetched: the same input gives the same result on any machine.
    unsafe proj_context_set_enable_network(context, 0)
    unsafe proj_log_level(context, PJ_LOG_ERROR)
    unsafe proj_log_func(context, Unmanaged.passUnretained(self).toOpaque()) { state, _, text in
      guard let state = unsafe state, let text = unsafe text else { return }
      let workspace = unsafe Unmanaged<Workspace>.fromOpaque(state).takeUnretainedValue()
      workspace.message = unsafe String(cString: text)
    }
  }

  deinit { unsafe proj_context_destroy(context) }

  /// Calls a function that makes an object, nil where it failed.
  func object(_ call: (OpaquePointer?) -> OpaquePointer?) -> ProjObject? {
    message = ""
    guard let pointer = unsafe call(context) else { return nil }
    return unsafe ProjObject(pointer: pointer, workspace: self)
  }
}

@available(*, unavailable, message: "One workspace per task.")
extension Workspace: Sendable {}

/// Any object of PROJ: a reference system, a datum, an operation.
@safe struct ProjObject: ~Copyable {
  let pointer: OpaquePointer
  let workspace: Workspace

  deinit { unsafe proj_destroy(pointer) }

  /// The object's name.
  ///
  /// Wraps `proj_get_name`.
  var name: String {
    unsafe proj_get_name(pointer).map { unsafe String(cString: $0) } ?? ""
  }

  var type: PJ_TYPE { unsafe proj_get_type(pointer) }
}
