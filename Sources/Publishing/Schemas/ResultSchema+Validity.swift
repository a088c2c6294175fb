extension ResultSchema {
  static let validityText = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "Result of townlayout validate --rules ogc --json",
      "type": "object",
      "additionalProperties": false,
      "required": ["coordinates", "features_checked", "valid", "invalid", "layers"],
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
        "layers": { "type": "array", "items": { "$ref": "#/$defs/layer" } }
      },
      "$defs": {
        "layer": {
          "type": "object",
          "additionalProperties": false,
          "required": [
            "layer", "crs", "features_checked", "valid", "invalid", "findings_by_rule",
            "findings_left_out", "features"
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
            },
            "features": { "type": "array", "items": { "$ref": "#/$defs/feature" } }
          }
        },
        "feature": {
          "type": "object",
          "additionalProperties": false,
          "required": ["id", "valid", "findings"],
          "properties": {
            "id": { "type": "string" },
            "valid": {
              "description": "False where a rule is broken; true where there are notes only.",
              "type": "boolean"
            },
            "findings": { "type": "array", "items": { "$ref": "#/$defs/finding" } }
          }
        },
        "finding": {
          "type": "object",
          "additionalProperties": false,
          "required": [
            "rule", "severity", "part", "ring", "vertex", "value", "message", "geometry"
          ],
          "properties": {
            "rule": { "description": "Stable code, group and name.", "type": "string" },
            "severity": { "enum": ["note", "warning", "error"] },
            "part": { "description": "Counted from 0, through collections.", "type": ["integer", "null"] },
            "ring": { "description": "Ring of the part, the shell is 0.", "type": ["integer", "null"] },
            "vertex": {
              "description": "Vertex of the ring at the place, or at the start of the edge through it.",
              "type": ["integer", "null"]
            },
            "value": {
              "description": "Length, area or count, in the unit of the coordinates.",
              "type": ["number", "null"]
            },
            "message": { "type": "string" },
            "geometry": {
              "description": "The place, with the members of GeoJSON, in the coordinates of the file.",
              "type": ["object", "null"]
            }
          }
        }
      }
    }

    """#
}
