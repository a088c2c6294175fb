extension ResultSchema {
  static let validateText = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "Result of townlayout validate --json",
      "type": "object",
      "additionalProperties": false,
      "required": ["features_checked", "findings_by_rule", "findings"],
      "properties": {
        "features_checked": {
          "description": "Features looked at, over all layers.",
          "type": "integer", "minimum": 0
        },
        "findings_by_rule": {
          "description": "Number of findings by rule code.",
          "type": "object",
          "additionalProperties": { "type": "integer", "minimum": 1 }
        },
        "findings": { "type": "array", "items": { "$ref": "#/$defs/finding" } }
      },
      "$defs": {
        "finding": {
          "type": "object",
          "additionalProperties": false,
          "required": [
            "rule", "severity", "layer", "feature_ids", "value", "limit", "unit", "message", "geometry"
          ],
          "properties": {
            "rule": { "description": "Stable code, group and name.", "type": "string" },
            "severity": { "enum": ["note", "warning", "error"] },
            "layer": { "description": "Key of the layer.", "type": "string" },
            "feature_ids": {
              "description": "Features concerned, in layer order.",
              "type": "array", "items": { "type": "string" }
            },
            "value": { "description": "What was measured, in unit.", "type": ["number", "null"] },
            "limit": { "description": "What the rule allows, in unit.", "type": ["number", "null"] },
            "unit": { "enum": ["m", "m2", "deg", "1", "count", ""] },
            "message": { "type": "string" },
            "geometry": { "$ref": "#/$defs/geometry" }
          }
        },
        \#(geometry)
      }
    }

    """#
}
