/// Schema of what `batch` prints with `--json`, and of its file `summary.json`.
extension ResultSchema {
  static let batchText = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "Result of townlayout batch --json",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "townlayout_batch", "title", "plan", "scenarios_file", "inputs", "versions", "scenarios",
        "status", "stopped_by_time", "base", "parameters", "front", "without_plan", "selection"
      ],
      "properties": {
        "townlayout_batch": { "const": 1 },
        "title": { "type": "string" },
        "plan": { "$ref": "#/$defs/file" },
        "scenarios_file": { "$ref": "#/$defs/file" },
        "inputs": { "type": "array", "items": { "$ref": "#/$defs/file" } },
        "versions": { "type": "object", "additionalProperties": { "type": "string" } },
        "scenarios": {
          "description": "How many, the plan without changes left out.",
          "type": "integer", "minimum": 0
        },
        "status": {
          "description": "How many scenarios ended so.",
          "type": "object",
          "additionalProperties": false,
          "required": ["optimal", "feasible", "infeasible", "unknown", "failed"],
          "properties": {
            "optimal": { "type": "integer" }, "feasible": { "type": "integer" },
            "infeasible": { "type": "integer" }, "unknown": { "type": "integer" },
            "failed": { "type": "integer" }
          }
        },
        "stopped_by_time": {
          "description": "Scenarios that may come out otherwise next time.", "type": "integer"
        },
        "base": {
          "description": "The plan without changes.",
          "type": "object",
          "additionalProperties": false,
          "required": ["status", "objective", "bound", "gap", "town_ids"],
          "properties": {
            "status": { "enum": ["optimal", "feasible", "infeasible", "unknown", "failed"] },
            "objective": { "description": "Points.", "type": ["number", "null"] },
            "bound": { "description": "No plan can do better.", "type": ["number", "null"] },
            "gap": { "type": ["number", "null"] },
            "town_ids": { "type": "array", "items": { "type": "string" } }
          }
        },
        "parameters": {
          "description": "Paths of the settings in which the plans differ.",
          "type": "array", "items": { "type": "string" }
        },
        "front": {
          "description": "Plans that no other is as good as in both measures and better than in one.",
          "type": "object",
          "additionalProperties": false,
          "required": ["x", "x_unit", "y", "y_unit", "scenarios"],
          "properties": {
            "x": { "type": "string" },
            "x_unit": { "enum": ["points", "weight", "km2", "towns"] },
            "y": { "type": "string" },
            "y_unit": { "enum": ["points", "weight", "km2", "towns"] },
            "scenarios": {
              "type": "array",
              "items": {
                "type": "object",
                "additionalProperties": false,
                "required": ["scenario", "x", "y"],
                "properties": {
                  "scenario": { "type": "string" }, "x": { "type": "number" },
                  "y": { "type": "number" }
                }
              }
            }
          }
        },
        "without_plan": {
          "type": "array",
          "items": {
            "type": "object",
            "additionalProperties": false,
            "required": ["scenario", "status"],
            "properties": {
              "scenario": { "type": "string" },
              "status": { "enum": ["infeasible", "unknown", "failed"] }
            }
          }
        },
        "selection": {
          "type": "array",
          "items": {
            "type": "object",
            "additionalProperties": false,
            "required": ["candidate", "chosen", "share", "in_base"],
            "properties": {
              "candidate": { "type": "string" },
              "chosen": {
                "description": "Plans with the town, the base not counted.", "type": "integer"
              },
              "share": { "type": ["number", "null"], "minimum": 0, "maximum": 1 },
              "in_base": { "type": "boolean" }
            }
          }
        }
      },
      "$defs": {
        "file": {
          "type": "object",
          "additionalProperties": false,
          "required": ["file", "sha256"],
          "properties": {
            "file": { "type": "string" },
            "sha256": { "description": "Null where it was missing.", "type": ["string", "null"] }
          }
        }
      }
    }

    """#
}
