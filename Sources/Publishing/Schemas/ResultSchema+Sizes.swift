/// The part of `run.json` that tells the size of each town.
extension ResultSchema {
  static let sizes = #"""
    "sizes": {
          "description": "Value of each chosen town at other areas: suitability less outline, in points.",
          "type": "object",
          "additionalProperties": false,
          "required": ["price", "towns"],
          "properties": {
            "price": {
              "description": "What a hectare of land costs; null where nothing prices it.",
              "type": ["object", "null"],
              "additionalProperties": false,
              "required": ["points_per_ha", "source"],
              "properties": {
                "points_per_ha": { "type": "number", "minimum": 0 },
                "source": {
                  "description": "The plan's price, or that of the land quota in the layout's bound.",
                  "enum": ["price-of-land", "land-quota"]
                }
              }
            },
            "towns": {
              "description": "Without towns of whole parcels.",
              "type": "array",
              "items": {
                "type": "object",
                "additionalProperties": false,
                "required": ["town_id", "area_m2", "value", "stops_at_m2", "curve"],
                "properties": {
                  "town_id": { "type": "string" },
                  "area_m2": { "description": "Of the town drawn.", "type": "number" },
                  "value": { "description": "Of the town drawn.", "type": "number" },
                  "stops_at_m2": {
                    "description": "From here on a hectare adds less than the price.",
                    "type": ["number", "null"]
                  },
                  "curve": {
                    "description": "By rising area; what a hectare adds falls.",
                    "type": "array",
                    "minItems": 1,
                    "items": {
                      "type": "object",
                      "additionalProperties": false,
                      "required": ["area_m2", "value", "points_per_ha"],
                      "properties": {
                        "area_m2": { "type": "number", "minimum": 0 },
                        "value": { "type": "number" },
                        "points_per_ha": {
                          "description": "What a hectare adds up to the next point.",
                          "type": ["number", "null"]
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
    """#
}
