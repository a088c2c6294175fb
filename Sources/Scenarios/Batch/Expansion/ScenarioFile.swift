import Foundation
package import LandModel
import Yams

/// A scenarios file: changes to a plan, alone, in every combination or drawn at random.
package struct ScenarioFile {
  /// Path of the file as given.
  package let file: String
  package let bytes: [UInt8]
  /// Nil where the plan's title is to be used.
  package let title: LocalizedText?
  /// The measures that plans are compared over, across and upwards; nil for the usual ones.
  package let axisX: PlanValue?
  package let axisY: PlanValue?
  let families: [ScenarioFamily]

  /// More plans than this are a slip, and their comparison is no longer read by anybody.
  package static let mostScenarios = 10_000

  /// Reads a file and counts what it asks for; the plan is not needed for that.
  ///
  /// - Throws: ``PlanError`` with the place: as of a plan file for what is no YAML, unknown keys and wrong values;
  ///   for references (`*name`), which could stand for any amount of text; for names that no folder can have;
  ///   for grids and samples that give more than ``mostScenarios``.
  package init(file: String) throws(PlanError) {
    let data = try PlanDocument.data(file: file)
    try Self.refuseReferences(in: data, file: file)
    let document = try PlanDocument(
      try PlanDocument.node(of: data, file: file), file: file, bytes: [UInt8](data),
      section: PlanKeys.scenarioFile)
    let root = document.root
    self.file = file
    bytes = document.bytes
    title = root["title"]?.localizedText
    axisX = root["compare"]?["x"]
    axisY = root["compare"]?["y"]
    var families: [ScenarioFamily] = []
    var total = 0
    var names: Set<String> = []
    for (name, value) in root["scenarios"]?.entries ?? [] {
      let family = try ScenarioFamily(name: name, value: value)
      guard names.insert(name.lowercased()).inserted else {
        throw value.error(
          .contradiction(
            "“\(name)” stands here twice, if capitals are not told apart, as some file systems do not"
          ))
      }
      let count = total.addingReportingOverflow(family.count)
      total = count.partialValue
      guard !count.overflow, total <= Self.mostScenarios else {
        throw value.error(
          .contradiction(
            "the scenarios up to here are more than \(Self.mostScenarios), the most that one file may ask "
              + "for; shorten the lists of the grid or the count of the sample"))
      }
      families.append(family)
    }
    guard !families.isEmpty else {
      throw PlanError(
        place: PlanPlace(file: file, path: "scenarios"),
        cause: .wrongValue(expected: "at least one scenario", found: "none"))
    }
    self.families = families
  }

  /// Refuses references to anchors: nested ones stand for more text than any memory holds.
  ///
  /// Looked for in the text, because the parser follows them while it reads.
  private static func refuseReferences(in data: Data, file: String) throws(PlanError) {
    guard let text = String(data: data, encoding: .utf8) else { return }
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (number, line) in lines.enumerated() {
      var before: Character = ":"
      var column = 0
      var isQuoted = false
      for (index, character) in zip(line.indices, line) {
        column += 1
        if character == "\"" || character == "'" { isQuoted = true }
        // Behind a quotation mark it may stand in a text; what follows is then looked at too.
        if character == "#", !isQuoted, " \t".contains(before) || column == 1 { break }
        let next = line[line.index(after: index)...].first
        if character == "*", ":-,[{? \t".contains(before) || column == 1,
          next.map({ $0.isLetter || $0.isNumber || "_-".contains($0) }) == true,
          startsValue(line[..<index])
        {
          throw PlanError(
            place: PlanPlace(file: file, line: number + 1, column: column),
            cause: .contradiction(
              "references (*name) are not followed in a scenarios file; write the value out"))
        }
        before = character
      }
    }
  }

  /// Whether a value may begin behind some text of a line.
  private static func startsValue(_ text: Substring) -> Bool {
    guard let last = text.last(where: { !" \t".contains($0) }) else { return true }
    return ":-,[{?".contains(last)
  }
}
