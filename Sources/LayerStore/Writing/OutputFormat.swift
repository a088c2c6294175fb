import Foundation

/// A format that layers are written in.
package enum OutputFormat: String, Sendable, Codable, CaseIterable {
  case geoPackage = "gpkg"
  case shapefile = "shp"
  case flatGeobuf = "fgb"
  /// RFC 7946 in degrees on WGS 84; in any other system with the named `crs` member of 2008.
  case geoJSON = "geojson"
  /// GeoJSON text sequence, RFC 8142.
  case geoJSONSequence = "geojsons"
  /// GeoJSON features, one on a line, without record separators.
  case geoJSONLines = "geojsonl"
  case dxf
  case csv
  /// Boundary points of land parcels (勘测定界 TXT), see <doc:SurveyTextFormat>.
  case surveyText = "txt"

  /// The format that a file's ending names; of standard output a text sequence.
  ///
  /// - Throws: ``LayerStoreError/unknownOutputFormat(file:known:)``.
  package init(file: String) throws(LayerStoreError) {
    if StandardOutput.isMeant(by: file) {
      self = .geoJSONSequence
      return
    }
    switch (file as NSString).pathExtension.lowercased() {
    case "json": self = .geoJSON
    case "geojsonseq": self = .geoJSONSequence
    case "ndjson", "jsonl": self = .geoJSONLines
    case let ending:
      guard let format = OutputFormat(rawValue: ending) else {
        throw .unknownOutputFormat(file: file, known: Self.allCases.map(\.rawValue))
      }
      self = format
    }
  }

  /// Whether the format is GeoJSON, in whatever frame.
  package var isGeoJSON: Bool {
    self == .geoJSON || self == .geoJSONSequence || self == .geoJSONLines
  }

  /// Whether one file holds several layers.
  package var holdsSeveralLayers: Bool { self == .geoPackage || self == .dxf }

  /// GDAL's short name of the driver; nil for a format that is written without GDAL.
  var driver: String? {
    switch self {
    case .geoPackage: "GPKG"
    case .shapefile: "ESRI Shapefile"
    case .flatGeobuf: "FlatGeobuf"
    case .dxf: "DXF"
    case .csv: "CSV"
    case .geoJSON, .geoJSONSequence, .geoJSONLines, .surveyText: nil
    }
  }
}
