extension ResultSchema {
  static let checkText = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "Result of townlayout check --json",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "towns_checked", "overlapping_pairs", "overlap_m2", "planar_overlap_m2", "breaches",
        "breach_warnings", "method", "thresholds", "constraints", "results",
        "findings", "compliant"
      ],
      "properties": {
        "towns_checked": { "type": "integer", "minimum": 0 },
        "overlapping_pairs": {
          "description": "Pairs of a town and one feature of a forbid or limit layer with area in common.",
          "type": "integer", "minimum": 0
        },
        "overlap_m2": {
          "description": "Land of towns in forbid and limit layers, on the ellipsoid; overlaps with several features of a layer counted once.",
          "type": "number", "minimum": 0
        },
        "planar_overlap_m2": {
          "description": "The same on the working grid.", "type": "number", "minimum": 0
        },
        "breaches": { "description": "Pairs that break their rule.", "type": "integer", "minimum": 0 },
        "breach_warnings": {
          "description": "Of the breaches, those of numbers that no official text confirms.",
          "type": "integer", "minimum": 0
        },
        "method": { "description": "How areas were measured.", "type": "string" },
        "thresholds": {
          "description": "An overlap is noise when it is no wider and no larger than a sliver.",
          "type": "object",
          "additionalProperties": { "type": "number", "minimum": 0 },
          "required": [
            "near_m", "touch_m", "sliver_width_m", "sliver_area_m2", "levelling_limit"
          ]
        },
        "constraints": { "type": "array", "items": { "$ref": "#/$defs/constraint" } },
        "results": { "type": "array", "items": { "$ref": "#/$defs/result" } },
        "findings": {
          "description": "Errors that validation found; what is invalid was left out of the check.",
          "type": "array", "items": { "$ref": "#/$defs/finding" }
        },
        "compliant": {
          "description": "Null where --propose was not asked for.",
          "type": ["array", "null"], "items": { "$ref": "#/$defs/compliant" }
        }
      },
      "$defs": {
        \#(finding),
        "result": {
          "type": "object",
          "additionalProperties": false,
          "required": [
            "town_id", "constraint", "rule", "situation", "breach", "severity", "conclusion",
            "activity", "activity_reading", "area_m2", "area_ha", "planar_area_m2", "share", "width_m", "nearest_m",
            "vintage", "feature_ids", "classes", "pieces", "levelled",
            "unmeasured_ids"
          ],
          "properties": {
            "town_id": { "type": "string" },
            "constraint": { "description": "Key of the constraint layer.", "type": "string" },
            "rule": { "$ref": "#/$defs/rule" },
            "situation": { "enum": ["clear", "near", "touches", "sliver", "encroaches"] },
            "breach": { "type": "boolean" },
            "severity": { "description": "Of the breach.", "enum": ["error", "warning", null] },
            "conclusion": {
              "description": "As approval texts code it; limited-activity still needs the province's opinion, and undetermined is no clearance: see unmeasured_ids.",
              "enum": [
                "not-involved", "limited-activity", "within-limit", "forbidden", "too-near", "outside",
                "undetermined"
              ]
            },
            "activity": {
              "description": "The town's activity class; null where it states none that is known, or the rule does not ask.",
              "type": ["integer", "null"], "minimum": 1, "maximum": 10
            },
            "activity_reading": {
              "description": "Whether the town states a class that exists; one that does not is allowed nothing. Null where the rule does not ask.",
              "enum": ["known", "missing", "unknown", null]
            },
            "area_ha": { "type": "number", "minimum": 0 },
            "area_m2": {
              "description": "Area in common with the layer (inside: area outside it), on the ellipsoid.",
              "type": "number", "minimum": 0
            },
            "planar_area_m2": { "type": "number", "minimum": 0 },
            "share": {
              "description": "Of the town, on the ellipsoid.",
              "type": "number", "minimum": 0, "maximum": 1
            },
            "width_m": { "description": "Greatest width.", "type": ["number", "null"] },
            "nearest_m": {
              "description": "Distance to the nearest feature; null when the layer is empty.",
              "type": ["number", "null"]
            },
            "vintage": { "description": "State of the layer's data.", "type": ["string", "null"] },
            "feature_ids": { "type": "array", "items": { "type": "string" } },
            "classes": {
              "description": "Each class of a rule by class, taken alone; their areas may overlap.",
              "type": "array",
              "items": {
                "type": "object",
                "additionalProperties": false,
                "required": [
                  "class", "distance_m", "confidence", "situation", "breach", "area_m2",
                  "planar_area_m2", "width_m", "nearest_m"
                ],
                "properties": {
                  "class": { "type": "string" },
                  "distance_m": { "type": ["number", "null"] },
                  "confidence": { "$ref": "#/$defs/confidence" },
                  "situation": { "enum": ["clear", "near", "touches", "sliver", "encroaches"] },
                  "breach": { "type": "boolean" },
                  "area_m2": { "type": "number", "minimum": 0 },
                  "planar_area_m2": { "type": "number", "minimum": 0 },
                  "width_m": { "type": ["number", "null"] },
                  "nearest_m": { "type": ["number", "null"] }
                }
              }
            },
            "levelled": { "$ref": "#/$defs/levelled" },
            "unmeasured_ids": {
              "description": "Features that were invalid and left out, and that the town may lie on or near by their boxes.",
              "type": "array", "items": { "type": "string" }
            },
            "pieces": {
              "type": "array",
              "items": {
                "type": "object",
                "additionalProperties": false,
                "required": ["feature_ids", "class", "area_m2", "planar_area_m2", "geometry"],
                "properties": {
                  "feature_ids": { "type": "array", "items": { "type": "string" } },
                  "class": { "type": ["string", "null"] },
                  "area_m2": { "type": "number", "minimum": 0 },
                  "planar_area_m2": { "type": "number", "minimum": 0 },
                  "geometry": { "$ref": "#/$defs/geometry" }
                }
              }
            }
          }
        },
        \#(checkDefinitions),
        \#(geometry)
      }
    }

    """#
}
