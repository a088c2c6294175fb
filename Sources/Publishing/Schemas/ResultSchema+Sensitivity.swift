/// Schemas of what was asked beside the plan, as `run.json` and `layout --json` both state it.
extension ResultSchema {
  static let answersMembers =
    #""contradicting_rules", "relaxation", "cost_of_forcing", "stability", "alternatives""#

  static let answers = #"""
    "contradicting_rules": {
          "description": "The rules of the contradictions, by code and subject.",
          "type": "array",
          "items": {
            "type": "object",
            "additionalProperties": false,
            "required": ["code", "subject"],
            "properties": {
              "code": { "type": "string" }, "subject": { "type": ["string", "null"] }
            }
          }
        },
        "relaxation": {
          "description": "What must give way for a plan to exist; null when there is one.",
          "type": ["object", "null"],
          "additionalProperties": false,
          "required": ["proven", "least", "single"],
          "properties": {
            "proven": { "description": "No smaller sum is enough.", "type": "boolean" },
            "least": {
              "anyOf": [{ "$ref": "#/$defs/relaxation" }, { "type": "null" }]
            },
            "single": {
              "description": "Rules that alone are enough.",
              "type": "array", "items": { "$ref": "#/$defs/relaxation" }
            }
          }
        },
        "cost_of_forcing": {
          "description": "Points lost by making a candidate a town that was left out; null when not asked.",
          "type": ["array", "null"],
          "items": {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "town_id", "possible", "at_least", "at_most", "share", "industry", "entering",
              "leaving", "text"
            ],
            "properties": {
              "town_id": { "type": "string" },
              "possible": { "description": "False: no plan can hold it.", "type": "boolean" },
              "at_least": { "type": ["number", "null"] },
              "at_most": {
                "description": "Lost by the plan known with it; equal to at_least when proven.",
                "type": ["number", "null"]
              },
              "share": {
                "description": "at_most over the objective.", "type": ["number", "null"]
              },
              "industry": { "type": ["string", "null"] },
              "entering": { "type": "array", "items": { "type": "string" } },
              "leaving": { "type": "array", "items": { "type": "string" } },
              "text": { "type": "string" }
            }
          }
        },
        "stability": {
          "description": "How often candidates are chosen when weights move; null when not asked.",
          "type": ["object", "null"],
          "additionalProperties": false,
          "required": [
            "samples", "distribution", "spread", "seed", "unproven", "same_sites", "sites"
          ],
          "properties": {
            "samples": { "type": "integer", "minimum": 1 },
            "distribution": {
              "description": "Of each weight's factor, from 1 - spread to 1 + spread.",
              "const": "uniform"
            },
            "spread": { "type": "number" },
            "seed": { "type": "integer" },
            "unproven": { "type": "integer", "minimum": 0 },
            "without_plan": {
              "description": "Samples without a plan, left out where there are none; frequencies are of the others.",
              "type": "integer", "minimum": 1
            },
            "same_sites": {
              "description": "Samples that chose the sites of the plan.",
              "type": "integer", "minimum": 0
            },
            "sites": {
              "type": "array",
              "items": {
                "type": "object",
                "additionalProperties": false,
                "required": ["town_id", "chosen", "industry", "chosen_with_industry"],
                "properties": {
                  "town_id": { "type": "string" },
                  "chosen": { "type": "integer", "minimum": 0 },
                  "industry": {
                    "description": "The most frequent one.", "type": ["string", "null"]
                  },
                  "chosen_with_industry": { "type": "integer", "minimum": 0 }
                }
              }
            }
          }
        },
        "alternatives": {
          "description": "Other plans nearly as good; null when not asked.",
          "type": ["object", "null"],
          "additionalProperties": false,
          "required": ["count", "within", "differ", "ending", "next_loss", "plans"],
          "properties": {
            "count": { "type": "integer" },
            "within": { "type": "number" },
            "differ": { "type": "number" },
            "ending": { "enum": ["count", "within", "none", "unknown"] },
            "next_loss": { "type": ["number", "null"] },
            "plans": {
              "type": "array",
              "items": {
                "type": "object",
                "additionalProperties": false,
                "required": ["number", "objective", "bound", "loss", "sites_in_common", "towns"],
                "properties": {
                  "number": { "type": "integer", "minimum": 1 },
                  "objective": { "type": "number" },
                  "bound": {
                    "description": "No plan that differs as much has more.", "type": "number"
                  },
                  "loss": { "type": "number" },
                  "sites_in_common": {
                    "description": "With the plan.", "type": "integer", "minimum": 0
                  },
                  "towns": {
                    "type": "array",
                    "items": {
                      "type": "object",
                      "additionalProperties": false,
                      "required": ["town_id", "industry"],
                      "properties": {
                        "town_id": { "type": "string" }, "industry": { "type": "string" }
                      }
                    }
                  }
                }
              }
            }
          }
        }
    """#

  /// A set of changes, as members refer to it by `#/$defs/relaxation`.
  static let relaxation = #"""
    "relaxation": {
          "description": "Changes of rules with which there is a plan.",
          "type": "object",
          "additionalProperties": false,
          "required": ["changes", "total", "status", "objective", "towns"],
          "properties": {
            "changes": {
              "type": "array",
              "items": {
                "type": "object",
                "additionalProperties": false,
                "required": ["code", "subject", "from", "to", "unit", "relative", "pairs", "text"],
                "properties": {
                  "code": { "type": "string" },
                  "subject": { "type": ["string", "null"] },
                  "from": { "type": "number" },
                  "to": { "type": "number" },
                  "unit": { "enum": ["m", "m2", "10k CNY", "points", "count"] },
                  "relative": {
                    "description": "The change over the limit; 1 for a lock that goes.",
                    "type": "number"
                  },
                  "pairs": {
                    "description": "Towns that only the smaller spacing lets stand together.",
                    "type": "array",
                    "items": { "type": "array", "items": { "type": "string" } }
                  },
                  "text": { "type": "string" }
                }
              }
            },
            "total": { "description": "Sum of the relative changes.", "type": "number" },
            "status": { "enum": ["optimal", "feasible", "infeasible", "unknown"] },
            "objective": { "type": ["number", "null"] },
            "towns": { "type": "integer", "minimum": 0 }
          }
        }
    """#
}
