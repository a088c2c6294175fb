extension ResultSchema {
  /// A finding, as members refer to it by `#/$defs/finding`; its place is `#/$defs/geometry`.
  static let finding = #"""
    "finding": {
          "type": "object",
          "additionalProperties": false,
          "required": [
            "rule", "severity", "layer", "feature_ids", "other_layer", "other_ids", "element", "value",
            "limit", "unit", "message", "waiver", "geometry"
          ],
          "properties": {
            "rule": { "description": "Stable code, group and name.", "type": "string" },
            "severity": { "enum": ["note", "warning", "error"] },
            "layer": { "description": "Key of the layer.", "type": "string" },
            "feature_ids": {
              "description": "Features concerned, in layer order.",
              "type": "array", "items": { "type": "string" }
            },
            "other_layer": {
              "description": "Key of the layer of other_ids; null where one layer is concerned.",
              "type": ["string", "null"]
            },
            "other_ids": {
              "description": "Features of the other layer, in its order.",
              "type": "array", "items": { "type": "string" }
            },
            "element": {
              "description": "Part, ring and vertex of the first feature, from 0 as the file has them.",
              "type": ["object", "null"],
              "additionalProperties": false,
              "required": ["part", "ring", "vertex"],
              "properties": {
                "part": { "type": "integer", "minimum": 0 },
                "ring": { "type": ["integer", "null"], "minimum": 0 },
                "vertex": { "type": ["integer", "null"], "minimum": 0 }
              }
            },
            "value": { "description": "What was measured, in unit.", "type": ["number", "null"] },
            "limit": { "description": "What the rule allows, in unit.", "type": ["number", "null"] },
            "unit": { "enum": ["m", "m2", "deg", "1", "count", ""] },
            "message": { "type": "string" },
            "waiver": {
              "description": "Why and by whom the finding is accepted; null where it stands.",
              "type": ["object", "null"],
              "additionalProperties": false,
              "required": ["reason", "author", "until"],
              "properties": {
                "reason": { "type": "string" },
                "author": { "type": "string" },
                "until": { "type": ["string", "null"] }
              }
            },
            "geometry": { "$ref": "#/$defs/geometry" }
          }
        }
    """#
}
