extension ResultSchema {
  static let proximityText = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "Result of townlayout proximity --json",
      "type": "object",
      "additionalProperties": false,
      "required": ["towns_measured", "crs", "scale", "targets"],
      "properties": {
        "towns_measured": { "type": "integer", "minimum": 0 },
        "crs": { "description": "The working grid that distances are measured on.", "type": "string" },
        "scale": {
          "description": "Length on the grid for a metre on the ellipsoid, over the extent of all layers.",
          "type": ["object", "null"],
          "additionalProperties": false,
          "required": ["least", "greatest"],
          "properties": { "least": { "type": "number" }, "greatest": { "type": "number" } }
        },
        "targets": { "type": "array", "items": { "$ref": "#/$defs/target" } },
        "results": {
          "description": "By town, then by target; left out with --summary.",
          "type": "array", "items": { "$ref": "#/$defs/result" }
        }
      },
      "$defs": {
        "target": {
          "type": "object",
          "additionalProperties": false,
          "required": [
            "layer", "kind", "features", "towns_with_nearest", "towns_meeting", "distance_sum_m",
            "greatest_distance_m", "geodesic_sum_m", "within"
          ],
          "properties": {
            "layer": { "description": "Key of the layer.", "type": "string" },
            "kind": {
              "description": "Kind of the points counted; null for a layer as a whole.",
              "type": ["string", "null"]
            },
            "features": { "type": "integer", "minimum": 0 },
            "towns_with_nearest": { "type": "integer", "minimum": 0 },
            "towns_meeting": { "description": "Towns at distance zero.", "type": "integer", "minimum": 0 },
            "distance_sum_m": { "description": "Of all towns, on the grid.", "type": "number", "minimum": 0 },
            "greatest_distance_m": { "type": "number", "minimum": 0 },
            "geodesic_sum_m": {
              "description": "Of all towns, on the ellipsoid; null unless --geodesic.",
              "type": ["number", "null"]
            },
            "within": {
              "description": "Sums over all towns, one for each radius; empty for layers of --to.",
              "type": "array", "items": { "$ref": "#/$defs/within" }
            }
          }
        },
        "result": {
          "type": "object",
          "additionalProperties": false,
          "required": [
            "town_id", "layer", "kind", "feature_id", "distance_m", "geodesic_m", "within", "geometry"
          ],
          "properties": {
            "town_id": { "type": "string" },
            "layer": { "type": "string" },
            "kind": { "type": ["string", "null"] },
            "feature_id": {
              "description": "The nearest feature, of equally near ones the first; null where there is none.",
              "type": ["string", "null"]
            },
            "distance_m": {
              "description": "On the grid; zero where the two have a position in common.",
              "type": ["number", "null"]
            },
            "geodesic_m": {
              "description": "Between the same two positions on the ellipsoid; null unless --geodesic.",
              "type": ["number", "null"]
            },
            "within": { "type": "array", "items": { "$ref": "#/$defs/within" } },
            "geometry": { "$ref": "#/$defs/geometry" }
          }
        },
        "within": {
          "type": "object",
          "additionalProperties": false,
          "required": ["radius_m", "count", "weight"],
          "properties": {
            "radius_m": { "type": "number", "minimum": 0 },
            "count": { "type": "integer", "minimum": 0 },
            "weight": { "description": "Null where points have no weights.", "type": ["number", "null"] }
          }
        },
        \#(geometry)
      }
    }

    """#
}
