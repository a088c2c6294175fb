/// Schema of what `verify` prints with `--json`.
extension ResultSchema {
  static let verifyText = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "Result of townlayout verify --json",
      "type": "object",
      "additionalProperties": false,
      "required": ["holds", "status", "towns", "objective", "bound", "obstacle", "checks"],
      "properties": {
        "holds": { "description": "Nothing is broken or left unchecked.", "type": "boolean" },
        "status": { "enum": ["optimal", "feasible", "infeasible", "unknown"] },
        "towns": { "type": "integer", "minimum": 0 },
        "objective": { "description": "As stated, in points.", "type": ["number", "null"] },
        "bound": {
          "description": "As stated; not verified independently.", "type": ["number", "null"]
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
                "plan-file", "inputs", "files", "towns", "shape", "areas", "quotas", "land",
                "budget", "locks", "spacing", "constraints", "county", "factors", "scores", "equity",
                "objective", "minimums", "bound", "optimality"
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
