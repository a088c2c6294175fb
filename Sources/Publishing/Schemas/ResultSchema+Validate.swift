extension ResultSchema {
  static let validateText = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "Result of townlayout validate --json",
      "type": "object",
      "additionalProperties": false,
      "required": ["features_checked", "findings_by_rule", "waived", "omitted", "findings"],
      "properties": {
        "features_checked": {
          "description": "Features looked at, over all layers.",
          "type": "integer", "minimum": 0
        },
        "findings_by_rule": {
          "description": "Number of findings by rule code.",
          "type": "object",
          "additionalProperties": { "type": "integer", "minimum": 1 }
        },
        "waived": {
          "description": "Findings listed that a waiver accepts.",
          "type": "integer", "minimum": 0
        },
        "omitted": {
          "description": "Findings counted and not listed, by layer and rule.",
          "type": "array",
          "items": {
            "type": "object",
            "additionalProperties": false,
            "required": ["layer", "rule", "severity", "count", "waived"],
            "properties": {
              "layer": { "type": "string" },
              "rule": { "type": "string" },
              "severity": { "enum": ["note", "warning", "error"] },
              "count": { "type": "integer", "minimum": 1 },
              "waived": { "type": "boolean" }
            }
          }
        },
        "findings": { "type": "array", "items": { "$ref": "#/$defs/finding" } },
        "repair": { "$ref": "#/$defs/repair" }
      },
      "$defs": {
        \#(repair)
        \#(finding),
        \#(geometry)
      }
    }

    """#
}
