extension ResultSchema {
  static let pairsText = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "Result of townlayout check --pairs --json",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "towns_checked", "features_left_out", "left_out_by_cause", "overlapping_pairs",
        "pair_overlap_planar_m2", "pair_overlap_m2", "method", "crs", "layers", "findings"
      ],
      "properties": {
        "towns_checked": { "type": "integer", "minimum": 0 },
        "features_left_out": {
          "description": "Features of all layers that were not measured; findings says which.",
          "type": "integer", "minimum": 0
        },
        "left_out_by_cause": {
          "description": "Why they were not; each is counted once, a repeated id only where the geometry is sound.",
          "type": "object",
          "additionalProperties": false,
          "required": ["invalid", "without_geometry", "repeated_id"],
          "properties": {
            "invalid": { "type": "integer", "minimum": 0 },
            "without_geometry": { "type": "integer", "minimum": 0 },
            "repeated_id": { "type": "integer", "minimum": 0 }
          }
        },
        "overlapping_pairs": {
          "description": "Pairs of a town and one feature with at least 1e-6 m² in common.",
          "type": "integer", "minimum": 0
        },
        "pair_overlap_planar_m2": {
          "description": "Their areas on the working grid added up; land in several features counts as often.",
          "type": "number", "minimum": 0
        },
        "pair_overlap_m2": {
          "description": "The same on the ellipsoid.", "type": "number", "minimum": 0
        },
        "method": { "description": "How areas were measured.", "type": "string" },
        "crs": { "description": "The working grid.", "type": "string" },
        "layers": { "type": "array", "items": { "$ref": "#/$defs/layer" } },
        "findings": {
          "description": "Errors that validation found, the reasons of what was left out among them.",
          "type": "array", "items": { "$ref": "#/$defs/finding" }
        }
      },
      "$defs": {
        "layer": {
          "type": "object",
          "additionalProperties": false,
          "required": [
            "constraint", "features_checked", "overlapping_pairs", "pair_overlap_planar_m2",
            "pair_overlap_m2"
          ],
          "properties": {
            "constraint": { "description": "Key of the constraint layer.", "type": "string" },
            "features_checked": { "type": "integer", "minimum": 0 },
            "overlapping_pairs": { "type": "integer", "minimum": 0 },
            "pair_overlap_planar_m2": { "type": "number", "minimum": 0 },
            "pair_overlap_m2": { "type": "number", "minimum": 0 },
            "pairs": {
              "description": "By town, then by feature; left out with --summary.",
              "type": "array", "items": { "$ref": "#/$defs/pair" }
            }
          }
        },
        "pair": {
          "type": "object",
          "additionalProperties": false,
          "required": ["town_id", "feature_id", "situation", "planar_area_m2", "area_m2"],
          "properties": {
            "town_id": { "type": "string" },
            "feature_id": { "type": "string" },
            "situation": {
              "description": "grazes: interiors meet in less than 1e-6 m².",
              "enum": ["overlaps", "grazes", "touches"]
            },
            "planar_area_m2": { "type": "number", "minimum": 0 },
            "area_m2": { "type": "number", "minimum": 0 }
          }
        },
        \#(finding),
        \#(geometry)
      }
    }

    """#
}
