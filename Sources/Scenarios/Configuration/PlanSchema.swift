/// The plan file's JSON Schema (draft 2020-12), made from ``PlanKeys`` so that it cannot drift.
///
/// Editors that know YAML schemas complete and check a plan with it.
package enum PlanSchema {
  /// The schema as JSON text, indented, ending in a newline.
  package static var text: String { text(of: PlanKeys.plan, title: "TownLayout plan") }

  /// The schema of a settings file of `townlayout validate`.
  package static var settings: String {
    text(of: PlanKeys.settings, title: "TownLayout validation settings")
  }

  /// The schema of a file of waivers.
  package static var waivers: String {
    text(of: PlanKeys.waiverFile, title: "TownLayout waivers")
  }

  /// The schema of a scenarios file.
  package static var scenarios: String {
    text(of: PlanKeys.scenarioFile, title: "TownLayout scenarios")
  }

  private static func text(of section: PlanSection, title: String) -> String {
    var lines = [
      "{",
      "  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",",
      "  \"title\": \(quoted(title)),",
    ]
    lines += members(of: section, indent: "  ")
    lines.append("}")
    return lines.joined(separator: "\n") + "\n"
  }

  /// The lines inside the braces of a section's object.
  private static func members(of section: PlanSection, indent: String) -> [String] {
    var lines = ["\(indent)\"type\": \"object\",", "\(indent)\"additionalProperties\": false,"]
    let required = section.keys.filter(\.isRequired).map { quoted($0.name) }
    if !required.isEmpty {
      lines.append("\(indent)\"required\": [\(required.joined(separator: ", "))],")
    }
    lines.append("\(indent)\"properties\": {")
    for (index, key) in section.keys.enumerated() {
      var entry = object(key.kind, summary: key.summary, indent: indent + "  ")
      entry[0] = "\(indent)  \(quoted(key.name)): \(entry[0])"
      if index < section.keys.count - 1 { entry[entry.count - 1] += "," }
      lines += entry
    }
    lines.append("\(indent)}")
    return lines
  }

  /// An object for a value, its first line without indent.
  private static func object(
    _ kind: PlanValueKind, summary: String, indent: String
  ) -> [String] {
    var lines = ["{"]
    let inner = indent + "  "
    if !summary.isEmpty { lines.append("\(inner)\"description\": \(quoted(summary)),") }
    switch kind {
    case .section(let section): lines += members(of: section, indent: inner)
    case .table(let value):
      lines.append("\(inner)\"type\": \"object\",")
      lines += nested("additionalProperties", value, indent: inner)
    case .list(let value):
      lines.append("\(inner)\"type\": \"array\",")
      lines += nested("items", value, indent: inner)
    case .anything:
      let types = ["string", "number", "boolean", "null", "array", "object"].map(quoted)
      lines.append("\(inner)\"type\": [\(types.joined(separator: ", "))]")
    default: lines.append(inner + scalar(kind))
    }
    lines.append("\(indent)}")
    return lines
  }

  private static func nested(
    _ name: String, _ kind: PlanValueKind, indent: String
  ) -> [String] {
    var lines = object(kind, summary: "", indent: indent)
    lines[0] = "\(indent)\(quoted(name)): \(lines[0])"
    return lines
  }

  /// The members of a scalar's object, on one line.
  private static func scalar(_ kind: PlanValueKind) -> String {
    let number = #"[+-]?[0-9.]+([eE][+-]?[0-9]+)?"#
    return switch kind {
    case .integer(let limits):
      "\"type\": \"integer\", \"minimum\": \(limits.lowerBound), \"maximum\": \(limits.upperBound)"
    case .number(let limits):
      "\"type\": \"number\", \"minimum\": \(limits.lowerBound), \"maximum\": \(limits.upperBound)"
    case .boolean: "\"type\": \"boolean\""
    case .switchOrCount(let limits):
      "\"type\": [\"boolean\", \"integer\"], \"minimum\": \(limits.lowerBound), "
        + "\"maximum\": \(limits.upperBound)"
    case .choice(let names): "\"enum\": [\(names.map(quoted).joined(separator: ", "))]"
    case .length: pattern("^\(number) *(m|km)$")
    case .area: pattern("^\(number) *(m2|m²|平方米|ha|公顷|mu|亩|km2|km²|平方公里)$")
    case .duration: pattern("^\(number) *(s|min)$")
    case .money: pattern("^\(number) *(\(Quantity.moneyUnits.joined(separator: "|")))$")
    case .points: pattern("^\(number) *(points?|分)$")
    case .ratio: "\"type\": [\"number\", \"string\"], \(pattern("^\(number) *%?$", typed: false))"
    case .localizedText:
      "\"type\": [\"string\", \"object\"], \"additionalProperties\": false, "
        + "\"properties\": {\"zh\": {\"type\": \"string\"}, \"en\": {\"type\": \"string\"}}"
    // Ids and codes are often written as bare numbers.
    default: "\"type\": [\"string\", \"number\"]"
    }
  }

  private static func pattern(_ expression: String, typed: Bool = true) -> String {
    (typed ? "\"type\": \"string\", " : "") + "\"pattern\": \(quoted(expression))"
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
