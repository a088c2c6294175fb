extension ResultSchema {
  static let validityText = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "Result of townlayout validate --rules ogc --json",
      "type": "object",
      "additionalProperties": false,
      "required": ["coordinates", "features_checked", "valid", "invalid", "layers", "findings"],
      "properties": {
        "coordinates": {
          "description": "Verdicts and places are about the numbers in the file, not projected.",
          "const": "as stored"
        },
        "features_checked": { "type": "integer", "minimum": 0 },
        "valid": { "description": "Number of valid features.", "type": "integer", "minimum": 0 },
        "invalid": {
          "description": "Ids of all invalid features, in layer order.",
          "type": "array", "items": { "type": "string" }
        },
        "layers": { "type": "array", "items": { "$ref": "#/$defs/layer" } },
        "findings": {
          "description": "Every defect, by layer, feature, rule and place; lengths and areas are in the unit of the coordinates, parts are counted through collections.",
          "type": "array", "items": { "$ref": "#/$defs/finding" }
        }
      },
      "$defs": {
        "layer": {
          "type": "object",
          "additionalProperties": false,
          "required": [
            "layer", "crs", "features_checked", "valid", "invalid", "findings_by_rule",
            "findings_left_out"
          ],
          "properties": {
            "layer": { "description": "Key of the layer.", "type": "string" },
            "crs": {
              "description": "Reference system that the file declares; it changes no verdict.",
              "type": ["string", "null"]
            },
            "features_checked": { "type": "integer", "minimum": 0 },
            "valid": { "type": "integer", "minimum": 0 },
            "invalid": { "type": "array", "items": { "type": "string" } },
            "findings_by_rule": {
              "description": "Number of findings by rule code, those left out included.",
              "type": "object",
              "additionalProperties": { "type": "integer", "minimum": 1 }
            },
            "findings_left_out": {
              "description": "Number of findings by rule code that are counted but not listed.",
              "type": "object",
              "additionalProperties": { "type": "integer", "minimum": 1 }
            }
          }
        },
        \#(finding),
        "geometry": {
          "description": "The place, with the members of GeoJSON, in the coordinates of the file.",
          "type": ["object", "null"]
        }
      }
    }

    """#
}
