/// Schema of what `verify` prints with `--json`.
extension ResultSchema {
  static let verifyText = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "Result of townlayout verify --json",
      "type": "object",
      "additionalProperties": false,
      "required": ["holds", "status", "towns", "objective", "bound", "proof", "obstacle", "checks"],
      "properties": {
        "holds": { "description": "Nothing is broken or left unchecked.", "type": "boolean" },
        "status": { "enum": ["optimal", "feasible", "infeasible", "unknown"] },
        "towns": { "type": "integer", "minimum": 0 },
        "objective": { "description": "As stated, in points.", "type": ["number", "null"] },
        "bound": { "description": "As stated, in points.", "type": ["number", "null"] },
        "proof": {
          "description": "What was shown about there being no better plan, without the solver.",
          "type": "object",
          "additionalProperties": false,
          "required": ["outcome", "dual_bound", "dual_gap", "final_gap", "nodes"],
          "properties": {
            "outcome": {
              "description":
                "proven: no better plan; bound-proven: none better by more than dual_gap; trusted: nothing shown; refuted: a check is broken, or a better plan was found.",
              "enum": ["proven", "bound-proven", "trusted", "refuted"]
            },
            "dual_bound": {
              "description": "Computed again from the multipliers, in points.",
              "type": ["number", "null"]
            },
            "dual_gap": { "type": ["number", "null"] },
            "final_gap": {
              "description": "As stated, with the solver's proof.", "type": ["number", "null"]
            },
            "nodes": {
              "description": "Of the verification's own search; null where none was made.",
              "type": ["integer", "null"], "minimum": 0
            }
          }
        },
        "obstacle": {
          "description": "Why some checks could not be made; null where all were.",
          "type": ["string", "null"]
        },
        "checks": { "type": "array", "items": { "$ref": "#/$defs/check" } }
      },
      "$defs": {
        "check": {
          "type": "object",
          "additionalProperties": false,
          "required": ["check", "title", "result", "detail", "faults"],
          "properties": {
            "check": {
              "description": "Stable code.",
              "enum": [
                "plan-file", "inputs", "files", "towns", "shape", "place", "areas", "quotas", "land",
                "budget", "locks", "spacing", "constraints", "county", "factors", "scores", "equity",
                "objective", "minimums", "bound", "proposals", "columns", "coverage", "rows", "cliques",
                "dual", "optimality"
              ]
            },
            "title": { "type": "string" },
            "result": {
              "description": "trusted: nobody but the program says so.",
              "enum": ["holds", "broken", "unchecked", "trusted"]
            },
            "detail": { "description": "What was looked at, with numbers.", "type": "string" },
            "faults": { "type": "array", "items": { "$ref": "#/$defs/fault" } }
          }
        },
        "fault": {
          "type": "object",
          "additionalProperties": false,
          "required": ["subjects", "text"],
          "properties": {
            "subjects": {
              "description": "Towns, layers, parameters or terms concerned.",
              "type": "array", "items": { "type": "string" }
            },
            "text": { "type": "string" }
          }
        }
      }
    }

    """#
}
