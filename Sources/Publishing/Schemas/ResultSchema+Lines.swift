/// Schemas of one line of what `check` and `validate` print record by record.
extension ResultSchema {
  static let checkLinesText = lines(
    title: "A line of townlayout check, town by town",
    record: #"""
      "state": {
                "description": "What became of the record; results are null unless it is checked.",
                "enum": ["checked", "invalid", "not-polygonal", "unreadable"]
              },
              "fault": {
                "description": "Why the record cannot be read; null otherwise.",
                "type": ["string", "null"]
              },
              "findings": { "type": "array", "items": { "$ref": "#/$defs/finding" } },
              "results": {
                "description": "One for each constraint layer, in the order given.",
                "type": ["array", "null"], "items": { "$ref": "#/$defs/result" }
              }
      """#,
    members: ["state", "fault", "findings", "results"],
    counts: RecordSummary.Question.check,
    definitions: finding + ",\n    " + definitions(of: checkText))

  static let validateLinesText = lines(
    title: "A line of townlayout validate, feature by feature",
    record: #"""
      "findings": { "type": "array", "items": { "$ref": "#/$defs/finding" } }
      """#,
    members: ["findings"], counts: RecordSummary.Question.validate,
    definitions: finding + ",\n    " + geometry + "\n  }\n}\n")

  /// What stands in another schema's `$defs`, up to the schema's end.
  private static func definitions(of schema: String) -> String {
    let mark = "\"$defs\": {"
    guard let range = schema.firstRange(of: mark) else {
      preconditionFailure("The schema of a result holds definitions.")
    }
    return String(schema[range.upperBound...].drop(while: \.isWhitespace))
  }

  private static func lines(
    title: String, record: String, members: [String], counts: RecordSummary.Question,
    definitions: String
  ) -> String {
    let required = (["number", "id"] + members).map { "\"\($0)\"" }.joined(separator: ", ")
    let integers = (["records"] + counts.countNames)
    let remarks = [counts == .validate ? "remarks" : "constraint_findings"]
    let names =
      integers + counts.areaNames + ["findings_by_rule"] + remarks + ["complete", "shard", "run"]
    let properties =
      integers.map { "        \"\($0)\": { \"type\": \"integer\", \"minimum\": 0 },\n" }
      + counts.areaNames.map { "        \"\($0)\": { \"type\": \"number\", \"minimum\": 0 },\n" }
      + remarks.map {
        "        \"\($0)\": { \"type\": \"array\", \"items\": { \"$ref\": \"#/$defs/finding\" } },\n"
      }
    return #"""
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "\#(title)",
        "oneOf": [
          { "$ref": "#/$defs/record" },
          {
            "type": "object",
            "additionalProperties": false,
            "required": ["summary"],
            "properties": { "summary": { "$ref": "#/$defs/summary" } }
          }
        ],
        "$defs": {
          "record": {
            "type": "object",
            "additionalProperties": false,
            "required": [\#(required)],
            "properties": {
              "number": { "description": "Place in the input.", "type": "integer", "minimum": 1 },
              "id": {
                "description": "Id attribute, member id, or place; null where there is no feature.",
                "type": ["string", "null"]
              },
              \#(record)
            }
          },
          "summary": {
            "description": "The last line: counts of the records answered.",
            "type": "object",
            "additionalProperties": false,
            "required": [\#(names.map { "\"\($0)\"" }.joined(separator: ", "))],
            "properties": {
      \#(properties.joined())        "findings_by_rule": {
                "type": "object", "additionalProperties": { "type": "integer", "minimum": 1 }
              },
              "complete": {
                "description": "Whether the input came to its end.", "type": "boolean"
              },
              "shard": {
                "description": "The part that was answered; null for all. records counts the whole input.",
                "type": ["object", "null"],
                "additionalProperties": false,
                "required": ["number", "of"],
                "properties": {
                  "number": { "type": "integer", "minimum": 1 },
                  "of": { "type": "integer", "minimum": 1 }
                }
              },
              "run": {
                "description": "What the answers depend on: versions, grid, layers by SHA-256, parameters.",
                "type": "object"
              }
            }
          },
          \#(definitions)
      """#
  }
}
