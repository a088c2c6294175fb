import Foundation
package import LandModel
import LayerStore
package import Scenarios

/// Writes the results of a batch into its folder, each file whole or not at all.
package enum BatchPublisher {
  /// Writes `scenarios.csv`, `scenarios.gpkg`, `comparison.html`, `timings.csv` and last `summary.json`.
  ///
  /// The same records give the same bytes, but for the times.
  ///
  /// - Throws: ``LayerStoreError``.
  package static func write(
    _ batch: BatchResult, into folder: String, language: Language
  ) throws {
    func write(_ bytes: [UInt8], _ name: String) throws {
      try DurableFile.write(Data(bytes), to: "\(folder)/\(name)")
    }
    try write(CSVText.bytes(of: .scenarios(of: batch, in: language)), "scenarios.csv")
    try BatchPackage.write(batch, to: "\(folder)/scenarios.gpkg", language: language)
    try write(ComparisonReport.bytes(of: batch, in: language), "comparison.html")
    try write(CSVText.bytes(of: .timings(of: batch)), "timings.csv")
    try write(Array(summary(of: batch, in: language).utf8), "summary.json")
  }
}

extension OutputTable {
  /// Seconds by scenario and stage: what differs from run to run.
  static func timings(of batch: BatchResult) -> OutputTable {
    let stages = RunProgress.Stage.allCases.map(\.rawValue)
    var table = OutputTable(
      name: "timings", title: LocalizedText(english: "Times", chinese: "用时"),
      geometry: GeometryColumn(batch.records.map { _ in Geometry.null }))
    table.append("scenario", .text(batch.records.map(\.id)))
    for stage in stages {
      let seconds = batch.records.map { record in
        record.timings.filter { $0.stage == stage }.map(\.seconds).reduce(0, +)
      }
      guard seconds.contains(where: { $0 > 0 }) else { continue }
      table.append("\(stage)_s", .real(seconds, decimals: Rounding.seconds))
    }
    return table
  }
}
