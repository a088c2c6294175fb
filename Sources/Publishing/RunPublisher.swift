package import Foundation
package import LandModel
import LayoutAnalysis
package import Scenarios

/// Writes everything that a run found out into a folder.
package enum RunPublisher {
  /// Name of the run record, which also tells a run's folder from any other.
  static let recordName = "run.json"
  /// Layers of towns that the program drew, each one part without a hole.
  private static let drawnTowns: Set = ["towns", "alternatives"]

  /// Writes `towns`, `candidates`, `findings`, `conflicts`, `compliant` and `service-areas` as GeoJSON,
  /// `plan.gpkg`, `report.html`, `proposals.geojson`, `proposals.gpkg` and `run.json`.
  ///
  /// The same run gives the same bytes, but for the times in `run.json`.
  ///
  /// - Parameters:
  ///   - folder: exists and is empty; the caller puts it in its final place when this returns.
  ///   - language: of messages and of the report.
  /// - Throws: ``PublishingError`` when a file could not be written, ``LayerStoreError`` when that file is
  ///   the GeoPackage.
  package static func write(
    _ run: RunResult, into folder: URL, language: Language
  ) throws {
    for table in featureTables(of: run, language: language) {
      let bytes =
        table.name == "findings"
        ? FindingsGeoJSON.bytes(of: run, in: language)
        : GeoJSONFile.bytes(
          // The candidates are written as they were submitted.
          of: table.name == "candidates"
            ? table
            : try table.settled(on: run.grid, asTowns: drawnTowns.contains(table.name)),
          on: run.grid)
      try write(bytes, to: folder, named: "\(table.name).geojson")
    }
    try PlanPackage.write(
      run, to: folder.appendingPathComponent("plan.gpkg").path, language: language)
    try write(HTMLReport.bytes(of: run, in: language), to: folder, named: "report.html")
    try ProposalPackage.write(
      run, to: folder.appendingPathComponent(ProposalPackage.fileName).path)
    let proposals = GeoJSONFile.bytes(
      of: try .proposals(of: run).settled(on: run.grid, asTowns: true), on: run.grid)
    try write(proposals, to: folder, named: "proposals.geojson")
    try write(
      RunRecord.bytes(
        of: run, seals: CertificateSeals(proposals: proposals, delimitation: run.delimitation),
        in: language), to: folder, named: recordName)
  }

  /// The layers that are written as GeoJSON, in the order of their files.
  package static func featureTables(of run: RunResult, language: Language) -> [OutputTable] {
    [
      .towns(of: run), .candidates(of: run, in: language), .findings(of: run, in: language),
      .conflicts(of: run), .compliant(run.compliant, in: language, isRounded: true),
      .serviceAreas(of: run),
    ] + (run.layout.sensitivity.alternatives == nil ? [] : [.alternatives(of: run)])
  }

  private static func write(
    _ bytes: [UInt8], to folder: URL, named name: String
  ) throws(PublishingError) {
    let file = folder.appendingPathComponent(name)
    do {
      try Data(bytes).write(to: file)
    } catch {
      throw .fileNotWritten(path: file.path, reason: error.localizedDescription)
    }
  }
}
