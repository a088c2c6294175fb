/// Schema of the certificate in `run.json`.
extension ResultSchema {
  static let certificate = #"""
    "certificate": {
          "description":
            "What the bound can be computed again from, in whole numbers; null without a plan. A column is a row of proposals.gpkg.",
          "type": ["object", "null"],
          "additionalProperties": false,
          "required": [
            "unit_exponent", "steps_per_unit", "model_sha256", "prices_sha256", "proposals_sha256",
            "corners_sha256", "sites", "industries", "sizes", "columns", "refused", "rows", "groups",
            "cliques", "selection", "bounds"
          ],
          "properties": {
            "unit_exponent": {
              "description": "A unit of the objective is 10 to this power, in points.",
              "type": "integer"
            },
            "steps_per_unit": { "description": "Of multipliers.", "type": "integer", "minimum": 1 },
            "greatest_level": {
              "description":
                "What the least level of the counties can reach, in units; only where equity counts.",
              "type": "integer", "minimum": 0
            },
            "model_sha256": { "description": "Of columns, groups and rows as lines.", "type": "string" },
            "prices_sha256": {
              "description": "Of rows, groups and cliques with their multipliers as lines.",
              "type": "string"
            },
            "proposals_sha256": { "description": "Of proposals.geojson.", "type": "string" },
            "corners_sha256": {
              "description": "Of all corners in proposals.gpkg, as doubles.", "type": "string"
            },
            "sites": { "type": "array", "items": { "type": "string" } },
            "industries": { "type": "array", "items": { "type": "string" } },
            "sizes": {
              "description": "Size classes in m²; null for none.",
              "type": "array", "items": { "type": ["number", "null"] }
            },
            "columns": {
              "description":
                "One number for each column: places in sites, industries and sizes, value in units, land in 100 m².",
              "type": "object",
              "additionalProperties": false,
              "required": ["site", "industry", "size", "value", "land", "construction"],
              "properties": {
                "site": { "$ref": "#/$defs/numbers" },
                "industry": { "$ref": "#/$defs/numbers" },
                "size": { "$ref": "#/$defs/numbers" },
                "value": { "$ref": "#/$defs/numbers" },
                "land": { "$ref": "#/$defs/numbers" },
                "construction": { "$ref": "#/$defs/numbers" }
              }
            },
            "refused": {
              "description": "Sites, industries and sizes for which no boundary could be offered.",
              "type": "object",
              "additionalProperties": false,
              "required": ["site", "industry", "size"],
              "properties": {
                "site": { "$ref": "#/$defs/numbers" },
                "industry": { "$ref": "#/$defs/numbers" },
                "size": { "$ref": "#/$defs/numbers" }
              }
            },
            "rows": {
              "description":
                "Rules of the plan as sums over columns; with equity a row for each county, its columns less the least level.",
              "type": "array",
              "items": {
                "type": "object",
                "additionalProperties": false,
                "required": [
                  "code", "subject", "sense", "limit", "multiplier", "columns", "coefficients"
                ],
                "properties": {
                  "code": { "type": "string" },
                  "subject": { "type": "string" },
                  "sense": { "enum": ["min", "max"] },
                  "limit": { "type": "integer" },
                  "multiplier": { "type": "integer", "minimum": 0 },
                  "columns": {
                    "description": "Null for all.",
                    "type": ["array", "null"], "items": { "type": "integer", "minimum": 0 }
                  },
                  "coefficients": {
                    "description": "Null for ones.",
                    "type": ["array", "null"], "items": { "type": "integer" }
                  },
                  "groups": {
                    "description": "Coverage groups that the sum counts too.",
                    "type": "array", "items": { "type": "integer", "minimum": 0 }
                  },
                  "group_coefficients": {
                    "type": "array", "items": { "type": "integer" }
                  }
                }
              }
            },
            "groups": {
              "description":
                "Rings of resources that the same columns reach: those of some industries at some sites.",
              "type": "object",
              "additionalProperties": false,
              "required": ["weight", "multiplier", "sites", "industries"],
              "properties": {
                "weight": { "$ref": "#/$defs/numbers" },
                "multiplier": { "$ref": "#/$defs/numbers" },
                "sites": { "$ref": "#/$defs/lists" },
                "industries": { "$ref": "#/$defs/lists" }
              }
            },
            "cliques": {
              "description": "Columns of which any two exclude each other; those with a multiplier.",
              "type": "object",
              "additionalProperties": false,
              "required": ["multiplier", "columns"],
              "properties": {
                "multiplier": { "$ref": "#/$defs/numbers" },
                "columns": { "$ref": "#/$defs/lists" }
              }
            },
            "selection": { "$ref": "#/$defs/numbers" },
            "bounds": {
              "description": "In units: the plan's objective, what the multipliers prove, what is proven in the end.",
              "type": "object",
              "additionalProperties": false,
              "required": ["lower", "dual_steps", "dual", "upper", "kept", "residual"],
              "properties": {
                "lower": { "type": "integer" },
                "dual_steps": { "type": "string", "pattern": "^-?[0-9]+$" },
                "dual": { "type": "integer" },
                "upper": { "type": "integer" },
                "kept": {
                  "description": "Columns that a better plan could hold.",
                  "type": "integer", "minimum": 0
                },
                "residual": {
                  "description": "What the solver was left with, and what it said.",
                  "type": "object",
                  "additionalProperties": false,
                  "required": ["columns", "status", "bound"],
                  "properties": {
                    "columns": { "type": "integer", "minimum": 0 },
                    "status": {
                      "enum": ["none", "optimal", "feasible", "infeasible", "unbounded", "unknown"]
                    },
                    "bound": { "type": ["integer", "null"] }
                  }
                }
              }
            }
          }
        }
    """#

  /// Lists of whole numbers that the certificate is made of.
  static let certificateLists = #"""
    "numbers": { "type": "array", "items": { "type": "integer" } },
        "lists": { "type": "array", "items": { "$ref": "#/$defs/numbers" } }
    """#
}
