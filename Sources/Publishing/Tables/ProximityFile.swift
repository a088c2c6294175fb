import Foundation
package import LandModel
package import LayerStore
package import LayoutAnalysis

/// A file that nearest features are written to as a layer; its ending names the format.
package enum ProximityFile {
  /// Refuses early what would be refused at the end: an unknown ending, a file that exists.
  ///
  /// - Throws: ``LayerStoreError``.
  package static func prepare(_ path: String, replacing: Bool) throws(LayerStoreError) {
    _ = try OutputFormat(file: path)
    try WholeFile.prepare(path, replacing: replacing)
  }

  /// Writes the layer: GeoJSON in degrees, every other format on the working grid.
  ///
  /// The file appears whole or not at all, and the same result gives the same bytes.
  /// - Throws: ``LayerStoreError`` when it exists and may not be replaced, or cannot be written.
  package static func write(
    _ result: ProximityResult, on grid: GaussKrugerGrid, to path: String, replacing: Bool
  ) throws(LayerStoreError) {
    let format = try OutputFormat(file: path)
    let table = OutputTable.proximity(result, drawsPoints: format.isGeoJSON)
    let bytes: [UInt8]
    switch format {
    case .geoJSON: bytes = GeoJSONFile.bytes(of: table, on: grid)
    case .geoJSONSequence: bytes = GeoJSONFile.sequence(of: table, on: grid)
    case .geoJSONLines: bytes = GeoJSONFile.sequence(of: table, on: grid, isSeparated: false)
    default:
      try LayerWriter.write(
        [table.packageLayer(grid.crs, kind: .line)], to: path, replacing: replacing)
      return
    }
    var file = try WholeFile(path, replacing: replacing)
    try file.write(Data(bytes))
    try file.commit()
  }
}
