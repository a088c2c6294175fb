extension ResultSchema {
  /// What `validate --repair` adds, as members refer to it by `#/$defs/repair`.
  static let repair = #"""
    "counts": {
          "type": "object", "additionalProperties": { "type": "integer", "minimum": 1 }
        },
        "repair": {
          "description": "What repair did; the findings are then those that are left.",
          "type": "object",
          "additionalProperties": false,
          "required": [
            "output", "rules", "tolerance_m", "winner", "area_change_limit_m2", "area_share_limit",
            "features_changed", "features_dropped", "features_refused", "findings_before",
            "findings_after", "features"
          ],
          "properties": {
            "output": {
              "description": "File written; null for a dry run.", "type": ["string", "null"]
            },
            "rules": {
              "description": "Rules that repair was asked for.",
              "type": "array", "items": { "type": "string" }
            },
            "tolerance_m": { "description": "Widest sliver closed.", "type": "number" },
            "winner": { "enum": ["longest-border", "larger-area", "first"] },
            "area_change_limit_m2": { "type": "number" },
            "area_share_limit": { "type": "number" },
            "features_changed": { "type": "integer", "minimum": 0 },
            "features_dropped": { "type": "integer", "minimum": 0 },
            "features_refused": { "type": "integer", "minimum": 0 },
            "findings_before": { "$ref": "#/$defs/counts" },
            "findings_after": { "$ref": "#/$defs/counts" },
            "features": { "type": "array", "items": { "$ref": "#/$defs/repaired_feature" } }
          }
        },
        "repaired_feature": {
          "type": "object",
          "additionalProperties": false,
          "required": [
            "feature_id", "applied", "refused", "area_before_m2", "area_after_m2",
            "planar_area_before_m2", "planar_area_after_m2", "largest_shift_m", "vertices_removed",
            "vertices_added", "duplicate_of"
          ],
          "properties": {
            "feature_id": { "type": "string" },
            "applied": { "type": "array", "items": { "type": "string" } },
            "refused": {
              "type": "array",
              "items": {
                "type": "object",
                "additionalProperties": false,
                "required": ["rule", "reason", "measured", "limit"],
                "properties": {
                  "rule": { "type": "string" },
                  "reason": {
                    "enum": [
                      "area-change", "breaks-apart", "too-far", "vanishes", "becomes-invalid", "inexact",
                      "unsettled"
                    ]
                  },
                  "measured": {
                    "description": "Square metres of change, parts, or metres.", "type": ["number", "null"]
                  },
                  "limit": { "type": ["number", "null"] }
                }
              }
            },
            "area_before_m2": { "description": "On the ellipsoid.", "type": "number" },
            "area_after_m2": { "type": "number" },
            "planar_area_before_m2": { "type": "number" },
            "planar_area_after_m2": { "type": "number" },
            "largest_shift_m": {
              "description": "Farthest that a removed vertex lies from the new boundary; none is moved.",
              "type": "number"
            },
            "vertices_removed": { "type": "integer", "minimum": 0 },
            "vertices_added": { "type": "integer", "minimum": 0 },
            "duplicate_of": {
              "description": "Feature that this one, now dropped, repeated.",
              "type": ["string", "null"]
            }
          }
        },
    """#
}
