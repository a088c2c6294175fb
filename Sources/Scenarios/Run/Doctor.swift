import Foundation
import LayerStore
package import LayoutAnalysis
import Projections

/// Finds out whether everything the program needs is there and works.
package enum Doctor {
  /// One thing looked at.
  package struct Row: Sendable {
    package let component: String
    package let isFine: Bool
    /// The version, or what is missing and how to get it.
    package let detail: String
  }

  /// Everything looked at, in a fixed order.
  ///
  /// - Parameter solver: what layouts would be solved by.
  package static func report(solver: LayoutSolver) -> [Row] {
    let versions = ComponentVersions.all.map { Row(component: $0, isFine: true, detail: $1) }
    return versions + [projectionDatabase, worker(solver)] + drivers
  }

  /// The solver in its own process solves something small.
  private static func worker(_ solver: LayoutSolver) -> Row {
    let name = "solver process"
    do throws(LayoutError) {
      try solver.probe()
      return Row(component: name, isFine: true, detail: "CBC answers from a process of its own")
    } catch {
      return Row(
        component: name, isFine: false,
        detail: "the solver does not answer from a process of its own: \(error); "
          + "starting processes and the link /proc/self/exe must be allowed")
    }
  }

  /// PROJ without its database knows no code.
  private static var projectionDatabase: Row {
    do {
      _ = try WorkingGrid.resolve("EPSG:4547")
      return Row(component: "proj.db", isFine: true, detail: "EPSG:4547 is known")
    } catch {
      return Row(
        component: "proj.db", isFine: false,
        detail: "PROJ's database does not answer; on Debian or Ubuntu: apt-get install proj-data")
    }
  }

  /// Formats that a planning institute delivers.
  private static var drivers: [Row] {
    let wanted = ["GeoJSON", "GPKG", "ESRI Shapefile", "FlatGeobuf", "OpenFileGDB", "DXF", "CSV"]
    return wanted.map { name in
      VectorLibrary.hasDriver(named: name)
        ? Row(component: name, isFine: true, detail: "can be read")
        : Row(
          component: name, isFine: false,
          detail: "GDAL was built without it; on Debian or Ubuntu: apt-get install libgdal-dev")
    }
  }
}
