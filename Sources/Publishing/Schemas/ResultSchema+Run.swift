extension ResultSchema {
  static let runText = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "run.json of a townlayout plan",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "townlayout_run", "title", "plan", "versions", "working_crs", "profile", "parameters", "effective_parameters",
        "seed",
        "inputs", "warnings", "status", "objective", "rules", "contradictions", "model", "solver_failure",
          "equity", "pareto",
        \#(answersMembers),
        "chosen", "sizes", "certificate", "towns",
        "validation", "check", "conventions", "timings"
      ],
      "properties": {
        "townlayout_run": { "description": "Version of this format.", "const": 1 },
        "title": { "type": "string" },
        "plan": {
          "type": "object",
          "required": ["file", "sha256"],
          "properties": { "file": { "type": "string" }, "sha256": { "type": "string" } }
        },
        "versions": { "type": "object", "additionalProperties": { "type": "string" } },
        "working_crs": { "type": "string" },
        "profile": {
          "type": "object",
          "required": ["name", "numbers"],
          "properties": {
            "name": { "type": "string" },
            "numbers": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["name", "value", "source"],
                "properties": {
                  "name": { "type": "string" },
                  "value": { "description": "With its unit.", "type": "string" },
                  "source": { "type": "string" }
                }
              }
            }
          }
        },
        "parameters": {
          "description": "Every setting of the plan file, by path.",
          "type": "object", "additionalProperties": { "type": "string" }
        },
        "effective_parameters": {
          "description": "Every parameter after defaults, by question and property.",
          "type": "object", "additionalProperties": { "type": "string" }
        },
        "seed": { "description": "Decimal digits.", "type": "string", "pattern": "^[0-9]+$" },
        "inputs": {
          "type": "array",
          "items": {
            "type": "object",
            "required": [
              "layer", "title", "role", "address", "sha256", "source", "synthetic", "source_crs",
              "operation", "features", "features_valid", "remarks"
            ],
            "properties": {
              "layer": { "type": "string" },
              "title": { "type": "string" },
              "role": { "type": "string" },
              "address": { "type": "string" },
              "sha256": { "type": "string" },
              "source": { "type": ["string", "null"] },
              "synthetic": { "description": "Features say they are made up.", "type": "boolean" },
              "source_crs": { "type": "string" },
              "operation": { "type": "string" },
              "features": { "type": "integer", "minimum": 0 },
              "features_valid": { "type": "integer", "minimum": 0 },
              "remarks": { "type": "array", "items": { "type": "string" } }
            }
          }
        },
        "warnings": {
          "description": "What a reader must know first: constraint layers that close no land.",
          "type": "array", "items": { "type": "string" }
        },
        \#(outcome),
        \#(layoutTerms),
        \#(answers),
        "chosen": {
          "description": "The towns, in the order of towns.geojson.",
          "type": "array",
          "items": {
            "type": "object",
            "additionalProperties": false,
            "required": [\#(townMembers), "boundary"],
            "properties": {
            \#(town),
            "boundary": \#(boundary)
            }
          }
        },
        \#(sizes),
        \#(certificate),
        "towns": {
          "type": "object",
          "required": ["candidates", "proposals", "chosen", "area_m2", "construction_area_m2"],
          "additionalProperties": { "type": "number", "minimum": 0 }
        },
        "validation": { "$ref": "#/$defs/stages" },
        "check": { "$ref": "#/$defs/stages" },
        "conventions": {
          "description": "How areas are measured and numbers rounded.", "type": "object"
        },
        "timings": {
          "description": "The one part that differs between runs of the same input.",
          "type": "array",
          "items": {
            "type": "object",
            "required": ["stage", "seconds"],
            "properties": {
              "stage": { "type": "string" }, "seconds": { "type": "number", "minimum": 0 }
            }
          }
        }
      },
      "$defs": {
        \#(relaxation),
        \#(certificateLists),
        \#(shortfall),
        "stages": {
          "description": "Counts as validate and check print them, before and after.",
          "type": "object",
          "required": ["submitted", "planned"],
          "additionalProperties": { "type": "object" }
        }
      }
    }

    """#
}
