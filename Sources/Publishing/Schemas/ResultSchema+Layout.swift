/// Schemas of what `delimit`, `layout` and `convert` print with `--json`.
extension ResultSchema {
  /// The answer of the layout, as `run.json` and `layout --json` both state it.
  static let outcome = #"""
    "status": { "enum": ["optimal", "feasible", "infeasible", "unknown"] },
        "objective": {
          "type": "object",
          "required": ["unit", "value", "bound", "gap", "dual_bound", "dual_gap", "terms"],
          "properties": {
            "unit": { "const": "points" },
            "value": { "type": ["number", "null"] },
            "bound": { "description": "No plan can do better.", "type": ["number", "null"] },
            "gap": { "description": "(bound - value) / |value|", "type": ["number", "null"] },
            "dual_bound": {
              "description": "What prices alone prove, without a solver.", "type": ["number", "null"]
            },
            "dual_gap": { "type": ["number", "null"] },
            "counted_in": {
              "description": "Points of the unit of value and bound, where it is coarse beside the terms.",
              "type": "number"
            },
            "terms": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["name", "value"],
                "properties": { "name": { "type": "string" }, "value": { "type": "number" } }
              }
            }
          }
        },
        "rules": {
          "type": "array",
          "items": {
            "type": "object",
            "required": ["code", "subject", "limit", "used", "unit", "binding", "text"],
            "properties": {
              "code": { "type": "string" },
              "subject": { "type": ["string", "null"] },
              "limit": { "type": ["number", "null"] },
              "used": { "type": ["number", "null"] },
              "unit": {
                "enum": ["m", "m2", "deg", "1", "count", "10k CNY", "points", ""]
              },
              "binding": { "type": "boolean" },
              "text": { "type": "string" }
            }
          }
        },
        "contradictions": { "type": "array", "items": { "type": "string" } },
        "model": {
          "type": "object",
          "required": ["columns", "rows", "nodes"],
          "additionalProperties": { "type": "integer", "minimum": 0 }
        },
        "solver_failure": {
          "description": "What the solver failed with, so that the gap stayed open; plan and bound hold. Null where it did not.",
          "type": ["string", "null"]
        }
    """#

  /// The key figures of a town's boundary, as lists of chosen towns and of proposals state them.
  static let town = #"""
    "town_id": { "type": "string" },
            "name": { "type": "string" },
            "county": { "type": "string" },
            "industry": { "type": "string" },
            "area_m2": { "description": "On the ellipsoid.", "type": "number", "minimum": 0 },
            "planar_area_m2": { "type": "number", "minimum": 0 },
            "construction_area_m2": {
              "description": "Building land, on the ellipsoid.", "type": "number", "minimum": 0
            },
            "score": {
              "description": "Mean suitability, in points.",
              "type": "number", "minimum": 0, "maximum": 100
            },
            "size_class_m2": {
              "description": "Wanted area of the size class; null where the plan has no sizes.",
              "type": ["number", "null"], "exclusiveMinimum": 0
            }
    """#

  static let townMembers =
    #""town_id", "name", "county", "industry", "area_m2", "planar_area_m2", "#
    + #""construction_area_m2", "score", "size_class_m2""#

  static let layoutText = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "Result of townlayout layout --json",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "status", "objective", "rules", "contradictions", "model", "solver_failure",
          "equity", "pareto",
        \#(answersMembers), "chosen",
        "rejected"
      ],
      "properties": {
        \#(outcome),
        \#(layoutTerms),
        \#(answers),
        "chosen": { "type": "array", "items": { "$ref": "#/$defs/town" } },
        "rejected": { "type": "array", "items": { "$ref": "#/$defs/rejected" } }
      },
      "$defs": {
        \#(relaxation),
        "town": {
          "type": "object",
          "additionalProperties": false,
          "required": [\#(townMembers), "boundary"],
          "properties": {
            \#(town),
            "boundary": \#(boundary)
          }
        },
        \#(shortfall),
        "rejected": {
          "description": "A candidate that the layout did not choose, and why.",
          "type": "object",
          "additionalProperties": false,
          "required": ["town_id", "reason", "because", "dominated_by", "text"],
          "properties": {
            "town_id": { "type": "string" },
            "reason": { "description": "Stable code.", "type": "string" },
            "because": {
              "description": "Towns that stand in the way.",
              "type": "array", "items": { "type": "string" }
            },
            "dominated_by": {
              "description": "A candidate that is as good in everything.",
              "type": ["string", "null"]
            },
            "text": { "type": "string" }
          }
        }
      }
    }

    """#

  static let delimitText = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "Result of townlayout delimit --json",
      "type": "object",
      "additionalProperties": false,
      "required": ["sites", "method", "proposals", "refusals"],
      "properties": {
        "sites": { "type": "integer", "minimum": 0 },
        "method": { "description": "How areas were measured.", "type": "string" },
        "proposals": { "type": "array", "items": { "$ref": "#/$defs/proposal" } },
        "refusals": { "type": "array", "items": { "$ref": "#/$defs/refusal" } }
      },
      "$defs": {
        "proposal": {
          "description": "A boundary drawn for one site, one industry and, with sizes, one size class.",
          "type": "object",
          "additionalProperties": false,
          "required": [
            \#(townMembers), "cells", "factors", \#(shapeMembers), "geometry",
            "construction_geometry"
          ],
          "properties": {
            \#(town),
            "cells": { "type": "integer", "minimum": 0 },
            "factors": {
              "type": "array",
              "items": {
                "type": "object",
                "additionalProperties": false,
                "required": ["factor", "value", "weight"],
                "properties": {
                  "factor": { "type": "string" },
                  "value": { "type": "number" },
                  "weight": { "type": "number" }
                }
              }
            },
            \#(shape),
            "geometry": { "$ref": "#/$defs/geometry" },
            "construction_geometry": { "$ref": "#/$defs/geometry" }
          }
        },
        "refusal": {
          "type": "object",
          "additionalProperties": false,
          "required": ["town_id", "industry", "size_class_m2", "shortfall"],
          "properties": {
            "town_id": { "type": "string" },
            "industry": { "type": "string" },
            "size_class_m2": {
              "description": "The class that cannot be had; null where the plan has no sizes.",
              "type": ["number", "null"]
            },
            "shortfall": { "$ref": "#/$defs/shortfall" }
          }
        },
        \#(shortfall),
        \#(geometry)
      }
    }

    """#

  static let convertText = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "Result of townlayout convert --json",
      "type": "object",
      "additionalProperties": false,
      "required": ["features", "from", "to", "operation", "remarks"],
      "properties": {
        "features": { "type": "integer", "minimum": 0 },
        "from": { "description": "Reference system read.", "type": "string" },
        "to": { "description": "Reference system written.", "type": "string" },
        "operation": {
          "description": "PROJ's name of it; null where positions stayed as they were.",
          "type": ["string", "null"]
        },
        "remarks": {
          "description": "What had to be assumed in reading or could not be kept in writing.",
          "type": "array", "items": { "type": "string" }
        }
      }
    }

    """#
}
