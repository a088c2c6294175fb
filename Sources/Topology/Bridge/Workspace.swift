internal import CGEOS

/// The GEOS context of one task, and the last message GEOS gave in it.
///
/// Made inside a task and gone with it. Every shape keeps its workspace alive.
@safe package final class Workspace {
  let handle: GEOSContextHandle_t
  /// Written by the error callback that `init` installs.
  private var message = ""
  /// How many GEOS geometries that Swift owns are alive, for tests of ownership.
  package internal(set) var liveShapeCount = 0

  package init() {
    guard let context = unsafe GEOS_init_r() else {
      preconditionFailure("GEOS has no memory for a context.")
    }
    unsafe handle = context
    let slot = unsafe Unmanaged.passUnretained(self).toOpaque()
    _ = unsafe GEOSContext_setErrorMessageHandler_r(
      handle,
      { text, slot in
        guard let text = unsafe text, let slot = unsafe slot else { return }
        let workspace = unsafe Unmanaged<Workspace>.fromOpaque(slot).takeUnretainedValue()
        workspace.message = unsafe String(cString: text)
      }, slot)
  }

  deinit { unsafe GEOS_finish_r(handle) }

  /// The version of the GEOS library that runs, such as `3.11.1-CAPI-1.17.1`.
  package static var libraryVersion: String { unsafe String(cString: GEOSversion()) }

  // MARK: The conventions by which GEOS returns, one function each

  /// Calls a function that returns an owned geometry, or null when it fails.
  func shape(
    _ function: StaticString, _ call: (GEOSContextHandle_t) -> OpaquePointer?
  ) throws(TopologyError) -> Shape {
    message = ""
    guard let pointer = unsafe call(handle) else { throw failure(function) }
    return unsafe Shape(owning: pointer, in: self)
  }

  /// Calls a function that returns some other owned handle, or null when it fails.
  func pointer(
    _ function: StaticString, _ call: (GEOSContextHandle_t) -> OpaquePointer?
  ) throws(TopologyError) -> OpaquePointer {
    message = ""
    guard let pointer = unsafe call(handle) else { throw failure(function) }
    return unsafe pointer
  }

  /// Calls a predicate: 0 is false, 1 is true, anything else is a failure.
  func predicate(
    _ function: StaticString, _ call: (GEOSContextHandle_t) -> CChar
  ) throws(TopologyError) -> Bool {
    message = ""
    switch unsafe call(handle) {
    case 0: return false
    case 1: return true
    default: throw failure(function)
    }
  }

  /// Calls a function that writes one number and returns 1, or 0 when it fails.
  func measure(
    _ function: StaticString,
    _ call: (GEOSContextHandle_t, UnsafeMutablePointer<Double>) -> Int32
  ) throws(TopologyError) -> Double {
    message = ""
    var value = 0.0
    guard unsafe call(handle, &value) == 1 else { throw failure(function) }
    return value
  }

  /// Calls a function that returns a count, or -1 when it fails.
  func count(
    _ function: StaticString, _ call: (GEOSContextHandle_t) -> Int32
  ) throws(TopologyError) -> Int {
    message = ""
    let value = unsafe call(handle)
    guard value >= 0 else { throw failure(function) }
    return Int(value)
  }

  private func failure(_ function: StaticString) -> TopologyError {
    TopologyError(function: "\(function)", message: message)
  }
}

@available(*, unavailable, message: "One workspace per task.")
extension Workspace: Sendable {}
