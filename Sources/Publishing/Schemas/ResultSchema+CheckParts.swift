extension ResultSchema {
  /// What the schema of `check` refers to.
  static let checkDefinitions = #"""
    "rule": { "enum": ["forbid", "limit", "conditional", "buffer", "setback", "inside"] },
        "confidence": {
          "description": "A official text, B mirror of one, K+ not confirmed by an official text (breaches warn), user: set by the user.",
          "enum": ["A", "B", "K+", "user"]
        },
        "constraint": {
          "description": "A constraint layer as the check understood it.",
          "type": "object",
          "additionalProperties": false,
          "required": [
            "constraint", "rule", "source", "vintage", "features", "classes", "remarks"
          ],
          "properties": {
            "constraint": { "type": "string" },
            "rule": { "$ref": "#/$defs/rule" },
            "source": { "type": ["string", "null"] },
            "vintage": { "type": ["string", "null"] },
            "features": { "type": "integer", "minimum": 0 },
            "classes": {
              "type": "array",
              "items": {
                "type": "object",
                "additionalProperties": false,
                "required": [
                  "class", "title", "features", "distance_m", "half_width_m", "confidence", "source"
                ],
                "properties": {
                  "class": { "type": "string" },
                  "title": { "type": "string" },
                  "features": { "type": "integer", "minimum": 1 },
                  "distance_m": {
                    "description": "From the feature as drawn, half_width_m included.",
                    "type": ["number", "null"]
                  },
                  "half_width_m": {
                    "description": "Assumed between a centreline and the edge of the land.",
                    "type": "number", "minimum": 0
                  },
                  "confidence": { "$ref": "#/$defs/confidence" },
                  "source": { "type": ["string", "null"] }
                }
              }
            },
            "remarks": { "type": "array", "items": { "type": "string" } }
          }
        },
        "levelled": {
          "description": "Sub-areas brought to the official area (pieces in order, then the rest), or why not; null where none was named.",
          "type": ["object", "null"],
          "required": ["official_m2"],
          "additionalProperties": false,
          "properties": {
            "official_m2": { "type": ["number", "null"] },
            "measured_m2": { "type": "number" },
            "refused": { "enum": ["no-official-area", "differs"] },
            "limit": { "type": "number" },
            "factor": { "description": "Official over measured.", "type": "number" },
            "residual_m2": {
              "description": "What areas rounded one by one would lack of the official area.",
              "type": "number"
            },
            "pieces_m2": { "type": "array", "items": { "type": "number", "minimum": 0 } },
            "rest_m2": { "type": "number", "minimum": 0 },
            "pieces_ha": { "type": "array", "items": { "type": "number", "minimum": 0 } },
            "rest_ha": { "type": "number", "minimum": 0 }
          }
        },
        "compliant": {
          "description": "The boundary that a town could keep, and what it costs; areas on the ellipsoid unless named planar, left_out_m2 and hole_m2 in the plane.",
          "type": "object",
          "additionalProperties": false,
          "required": [
            "town_id", "outcome", "area_m2", "planar_area_m2", "town_area_m2", "lost_m2", "lost_ha",
            "lost_share", "lost_to_rules_m2", "lost_to_cleaning_m2", "narrow_pieces", "left_out_m2",
            "holes", "hole_m2", "remarks", "geometry"
          ],
          "properties": {
            "town_id": { "type": "string" },
            "outcome": {
              "enum": ["unchanged", "proposed", "all-forbidden", "too-narrow", "unverified"]
            },
            "area_m2": { "type": "number", "minimum": 0 },
            "planar_area_m2": { "type": "number", "minimum": 0 },
            "town_area_m2": { "type": "number", "minimum": 0 },
            "lost_m2": { "type": "number" },
            "lost_ha": { "type": "number" },
            "lost_share": { "type": "number" },
            "lost_to_rules_m2": { "type": "number" },
            "lost_to_cleaning_m2": { "type": "number" },
            "narrow_pieces": { "type": "integer", "minimum": 0 },
            "left_out_m2": { "type": "array", "items": { "type": "number", "minimum": 0 } },
            "holes": { "type": "integer", "minimum": 0 },
            "hole_m2": { "type": "number", "minimum": 0 },
            "remarks": { "type": "array", "items": { "type": "string" } },
            "geometry": { "$ref": "#/$defs/geometry" }
          }
        }
    """#
}
