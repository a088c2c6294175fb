/// Schemas of what the layout says of terms of its objective beside the plan itself.
extension ResultSchema {
  /// The members `equity` and `pareto`.
  static let layoutTerms = #"""
    "equity": {
          "description": "How counties share in the plan; null where equity does not count.",
          "type": ["object", "null"],
          "additionalProperties": false,
          "required": ["of", "per", "unit", "least", "imbalance", "counties"],
          "properties": {
            "of": { "enum": ["area", "towns", "suitability"] },
            "per": { "enum": ["population", "county"] },
            "unit": { "description": "Of value, level and least.", "enum": ["km2", "count", "points"] },
            "least": { "description": "Level of the county worst off.", "type": "number" },
            "imbalance": {
              "description": "Of the levels: 0 all equal, 1 one county has all.",
              "type": ["number", "null"], "minimum": 0, "maximum": 1
            },
            "counties": {
              "type": "array",
              "items": {
                "type": "object",
                "additionalProperties": false,
                "required": ["county", "name", "population", "value", "fair_share", "level"],
                "properties": {
                  "county": { "type": "string" },
                  "name": { "type": "string" },
                  "population": { "type": ["number", "null"] },
                  "value": { "type": "number" },
                  "fair_share": {
                    "description": "Population by the mean of those that count, or 1; null where the county does not count.",
                    "type": ["number", "null"]
                  },
                  "level": { "description": "value / fair_share", "type": ["number", "null"] }
                }
              }
            }
          }
        },
        "pareto": {
          "description": "Plans of which none is better in both of two terms; null where not asked for.",
          "type": ["object", "null"],
          "additionalProperties": false,
          "required": ["terms", "unit", "complete", "searches", "plan", "points"],
          "properties": {
            "terms": { "type": "array", "items": { "type": "string" }, "minItems": 2, "maxItems": 2 },
            "unit": { "const": "points" },
            "complete": {
              "description": "Whether no other plan is unbeaten in both terms.", "type": "boolean"
            },
            "searches": { "type": "integer", "minimum": 0 },
            "idle_terms": {
              "description": "Of which no plan has a point (weight zero, or nothing in reach), so that there is one plan.",
              "type": "array", "items": { "type": "string" }
            },
            "plan": {
              "description": "What the layout's own plan has of the two terms.",
              "type": "array", "items": { "type": "number" }
            },
            "points": {
              "description": "By rising second term.",
              "type": "array",
              "items": {
                "type": "object",
                "additionalProperties": false,
                "required": [
                  "values", "at_least", "bound", "gap", "proven", "in_common", "towns"
                ],
                "properties": {
                  "values": { "type": "array", "items": { "type": "number" } },
                  "at_least": { "type": "number" },
                  "bound": {
                    "description": "No plan with at_least of the second term has more of the first.",
                    "type": "number"
                  },
                  "gap": { "type": ["number", "null"] },
                  "proven": {
                    "description": "Whether it is proven that no plan beats it in both terms.",
                    "type": "boolean"
                  },
                  "in_common": {
                    "description": "Towns of the same industry as in the plan.", "type": "integer"
                  },
                  "towns": {
                    "type": "array",
                    "items": {
                      "type": "object",
                      "additionalProperties": false,
                      "required": ["town_id", "industry", "size_class_m2"],
                      "properties": {
                        "town_id": { "type": "string" },
                        "industry": { "type": "string" },
                        "size_class_m2": { "type": ["number", "null"] }
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
