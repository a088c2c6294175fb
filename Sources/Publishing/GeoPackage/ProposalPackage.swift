import LandModel
import LayerStore
package import Scenarios

/// The file `proposals.gpkg`: every boundary that the layout could choose from, unrounded.
///
/// A file of its own, because the plan has twenty towns and a province ninety thousand boundaries.
package enum ProposalPackage {
  package static let fileName = "proposals.gpkg"

  /// Writes the layers `proposals` and `construction_land`, a row for each column of the layout's model.
  ///
  /// - Throws: ``LayerStoreError`` when the file cannot be written.
  package static func write(_ run: RunResult, to file: String) throws {
    let crs = run.grid.crs
    try LayerWriter.write(
      [
        OutputTable.proposals(of: run).packageLayer(crs),
        OutputTable.proposedConstruction(of: run).packageLayer(crs),
      ], to: file, format: .geoPackage)
  }
}
