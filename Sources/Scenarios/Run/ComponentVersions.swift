import LayerStore
import LayoutAnalysis
import Projections

/// Versions of the program and of the libraries it runs on.
package enum ComponentVersions {
  /// Version of TownLayout itself.
  package static let townLayout = "0.1.0"

  /// By component, sorted by name.
  package static var all: [(component: String, version: String)] {
    (LibraryVersions.all + [
      ("GDAL", VectorLibrary.version), ("PROJ", ProjectionLibrary.version),
      ("townlayout", townLayout),
    ]).sorted { $0.component < $1.component }
  }
}
