/// Schemas of how a town's boundary is shaped and how good it is.
extension ResultSchema {
  /// What is wanted and cannot be had, as a definition.
  static let shortfall = #"""
    "shortfall": {
          "description": "What is wanted and cannot be had, with its cause; null where nothing lacks.",
          "type": ["object", "null"],
          "additionalProperties": false,
          "required": ["reached_m2", "wanted_m2", "cause"],
          "properties": {
            "reached_m2": { "type": "number" },
            "wanted_m2": { "type": "number" },
            "cause": { "type": "string" }
          }
        }
    """#

  /// The members that tell of a boundary, without its geometry.
  static let shape = #"""
    "compactness": { "description": "4π × area / perimeter²", "type": "number" },
            "moment_compactness": {
              "description": "area² / (2π × second moment of the area about its centroid); 1 for a circle.",
              "type": "number"
            },
            "elongation": {
              "description": "Longer over shorter side of the smallest rectangle that holds it.",
              "type": "number", "minimum": 1
            },
            "length_m": { "description": "Longer side of that rectangle.", "type": "number" },
            "width_m": { "description": "Shorter side of it.", "type": "number" },
            "perimeter_m": { "type": "number" },
            "reach_m": {
              "description": "Greatest distance from the seed to the boundary.", "type": "number"
            },
            "reach_ratio": {
              "description": "Reach over the radius of the circle of the same area.", "type": "number"
            },
            "objective": { "type": "number" },
            "bound": { "description": "No boundary can do better.", "type": "number" },
            "gap": { "description": "(bound - objective) / objective", "type": "number" },
            "cut_bound": {
              "description": "The bound by cuts, where bound is the solver's; null where bound is by cuts.",
              "type": ["number", "null"]
            },
            "star_bound": {
              "description": "No boundary can do better that holds the way of each of its parts to the seed.",
              "type": ["number", "null"]
            },
            "star_price": {
              "description": "(bound - star_bound) / objective: what only another shape can have.",
              "type": ["number", "null"]
            },
            "followed_share": {
              "description": "Share of the boundary on features of the plan's follow layers; only with such.",
              "type": "number", "minimum": 0, "maximum": 1
            },
            "followed": {
              "description": "The share by layer, in plan order, without layers that have none.",
              "type": "array",
              "items": {
                "type": "object",
                "additionalProperties": false,
                "required": ["layer", "share"],
                "properties": {
                  "layer": { "type": "string" },
                  "share": { "type": "number", "minimum": 0, "maximum": 1 }
                }
              }
            },
            "shortfall": { "$ref": "#/$defs/shortfall" }
    """#

  static let shapeMembers =
    #""compactness", "moment_compactness", "elongation", "length_m", "width_m", "perimeter_m", "#
    + #""reach_m", "reach_ratio", "objective", "bound", "gap", "cut_bound", "star_bound", "star_price", "#
    + #""shortfall""#

  /// The same as an object of its own, in lists of chosen towns.
  static let boundary = #"""
    {
              "description": "Shape of the boundary, and how far from the best it can be.",
              "type": "object",
              "additionalProperties": false,
              "required": [\#(shapeMembers)],
              "properties": {
            \#(shape)
              }
            }
    """#
}
