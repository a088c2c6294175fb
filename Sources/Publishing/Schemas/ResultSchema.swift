/// JSON Schemas (draft 2020-12) of what commands print with `--json` and of `run.json`.
///
/// Kept as text in the code, so that a program moved elsewhere still has them.
package enum ResultSchema: String, CaseIterable, Sendable {
  case validate = "validate-result"
  case validity = "validity-result"
  case check = "check-result"
  case pairs = "pairs-result"
  case checkLines = "check-lines"
  case validateLines = "validate-lines"
  case proximity = "proximity-result"
  case delimit = "delimit-result"
  case layout = "layout-result"
  case convert = "convert-result"
  case verify = "verify-result"
  case batch = "batch-result"
  case run

  /// The schema as JSON, ending in a line break.
  package var text: String {
    switch self {
    case .validate: Self.validateText
    case .validity: Self.validityText
    case .check: Self.checkText
    case .pairs: Self.pairsText
    case .checkLines: Self.checkLinesText
    case .validateLines: Self.validateLinesText
    case .proximity: Self.proximityText
    case .delimit: Self.delimitText
    case .layout: Self.layoutText
    case .convert: Self.convertText
    case .verify: Self.verifyText
    case .batch: Self.batchText
    case .run: Self.runText
    }
  }

  /// A GeoJSON geometry or null, as members refer to it by `#/$defs/geometry`.
  static let geometry = #"""
    "geometry": {
          "description": "RFC 7946 geometry, longitude and latitude on CGCS2000; null when there is none.",
          "type": ["object", "null"],
          "required": ["type", "coordinates"],
          "properties": {
            "type": {
              "enum": [
                "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon"
              ]
            },
            "coordinates": { "type": "array" }
          }
        }
    """#
}
