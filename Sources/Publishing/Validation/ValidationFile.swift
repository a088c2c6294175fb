import Foundation
package import LandModel
package import LayerStore
package import Scenarios

/// A file that the findings of a validation are written to; its ending names the format.
package struct ValidationFile: Sendable {
  /// How findings can be written.
  package enum Format: String, Sendable, CaseIterable {
    case geoPackage = "gpkg"
    case geoJSON = "geojson"
    case geoJSONSequence = "geojsons"
    case csv
    case sarif
    case html

    /// Whether the file states checksums of the layers read.
    package var statesChecksums: Bool { self == .sarif || self == .html }
  }

  package let path: String
  package let format: Format

  /// - Parameter path: ``LayerStore/StandardOutput/name`` for standard output, as a text sequence.
  /// - Throws: ``LayerStoreError/unknownOutputFormat(file:known:)`` for another ending.
  package init(_ path: String) throws(LayerStoreError) {
    let name = (path as NSString).lastPathComponent.lowercased()
    let ending =
      if StandardOutput.isMeant(by: path) {
        Format.geoJSONSequence.rawValue
      } else if name.hasSuffix(".sarif.json") {
        Format.sarif.rawValue
      } else {
        (name as NSString).pathExtension
      }
    guard let format = Format(rawValue: ending) else {
      throw .unknownOutputFormat(file: path, known: Format.allCases.map(\.rawValue))
    }
    self.path = path
    self.format = format
  }

  /// Refuses early, before hours of work, what would be refused at the end.
  ///
  /// - Throws: ``LayerStoreError/outputExists(file:)``, or
  ///   ``LayerStoreError/notWritten(file:operation:message:)`` for a folder that cannot be written.
  package func prepare(replacing: Bool) throws(LayerStoreError) {
    try WholeFile.prepare(path, replacing: replacing)
  }

  /// Writes the findings; the file appears whole or not at all, and the same findings give the same bytes.
  ///
  /// - Throws: ``LayerStoreError`` when it exists and may not be replaced, or cannot be written.
  package func write(
    _ run: ValidationRun, language: Language, replacing: Bool
  ) throws(LayerStoreError) {
    let bytes: [UInt8]
    switch format {
    case .geoPackage:
      return try ValidationPackage.write(run, to: path, language: language, replacing: replacing)
    case .geoJSON: bytes = FindingsGeoJSON.bytes(of: run, in: language)
    case .geoJSONSequence: bytes = FindingsGeoJSON.sequence(of: run, in: language)
    case .csv: bytes = FindingsCSV.bytes(of: run, in: language)
    case .sarif: bytes = SARIFLog.bytes(of: run, in: language)
    case .html: bytes = ValidationReport.bytes(of: run, in: language)
    }
    var file = try WholeFile(path, replacing: replacing)
    try file.write(Data(bytes))
    try file.commit()
  }
}
