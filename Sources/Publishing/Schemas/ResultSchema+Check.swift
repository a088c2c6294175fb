extension ResultSchema {
  static let checkText = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "Result of townlayout check --json",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "towns_checked", "overlapping_pairs", "overlap_m2", "planar_overlap_m2", "breaches", "method",
        "results"
      ],
      "properties": {
        "towns_checked": { "type": "integer", "minimum": 0 },
        "overlapping_pairs": {
          "description": "Pairs of a town and one feature of a forbid or limit layer with area in common.",
          "type": "integer", "minimum": 0
        },
        "overlap_m2": {
          "description": "Land of towns in forbid and limit layers, on the ellipsoid; overlaps with several features of a layer counted once.",
          "type": "number", "minimum": 0
        },
        "planar_overlap_m2": {
          "description": "The same on the working grid.", "type": "number", "minimum": 0
        },
        "breaches": { "description": "Pairs that break their rule.", "type": "integer", "minimum": 0 },
        "method": { "description": "How areas were measured.", "type": "string" },
        "results": { "type": "array", "items": { "$ref": "#/$defs/result" } }
      },
      "$defs": {
        "result": {
          "type": "object",
          "additionalProperties": false,
          "required": [
            "town_id", "constraint", "rule", "situation", "breach", "area_m2", "planar_area_m2", "share",
            "width_m", "nearest_m", "feature_ids", "pieces"
          ],
          "properties": {
            "town_id": { "type": "string" },
            "constraint": { "description": "Key of the constraint layer.", "type": "string" },
            "rule": { "enum": ["forbid", "limit", "buffer", "inside"] },
            "situation": { "enum": ["clear", "near", "touches", "sliver", "encroaches"] },
            "breach": { "type": "boolean" },
            "area_m2": {
              "description": "Area in common with the layer (inside: area outside it), on the ellipsoid.",
              "type": "number", "minimum": 0
            },
            "planar_area_m2": { "type": "number", "minimum": 0 },
            "share": {
              "description": "Of the town, on the ellipsoid.",
              "type": "number", "minimum": 0, "maximum": 1
            },
            "width_m": { "description": "Greatest width.", "type": ["number", "null"] },
            "nearest_m": {
              "description": "Distance to the nearest feature; null when the layer is empty.",
              "type": ["number", "null"]
            },
            "feature_ids": { "type": "array", "items": { "type": "string" } },
            "pieces": {
              "type": "array",
              "items": {
                "type": "object",
                "additionalProperties": false,
                "required": ["feature_ids", "area_m2", "planar_area_m2", "geometry"],
                "properties": {
                  "feature_ids": { "type": "array", "items": { "type": "string" } },
                  "area_m2": { "type": "number", "minimum": 0 },
                  "planar_area_m2": { "type": "number", "minimum": 0 },
                  "geometry": { "$ref": "#/$defs/geometry" }
                }
              }
            }
          }
        },
        \#(geometry)
      }
    }

    """#
}
