import Optimization
import Topology

/// Versions of the libraries that the questions compute with.
package enum LibraryVersions {
  /// By component name.
  package static var all: [(component: String, version: String)] {
    [("CBC", CBCSolver.version), ("GEOS", Workspace.libraryVersion)]
  }
}
