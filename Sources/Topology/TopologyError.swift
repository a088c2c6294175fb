/// A call into GEOS failed: which function, and what the library said.
package struct TopologyError: Error, Hashable, Sendable {
  /// The C function, such as `GEOSIntersection_r`.
  package let function: String
  /// The library's own words; empty when it gave none.
  package let message: String

  package init(function: String, message: String) {
    self.function = function
    self.message = message
  }
}
