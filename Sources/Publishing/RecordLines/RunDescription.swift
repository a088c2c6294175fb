import Foundation
package import LandModel
package import LayoutAnalysis
package import Scenarios

/// What the answers of a run depend on beside its records, as the last line of every part states it.
///
/// Two parts fit together where these are equal byte for byte: versions, reference system, rules,
/// parameters, and the content of the layers by SHA-256. Paths and numbers of workers are not among them.
package struct RunDescription: Sendable {
  package let question: RecordSummary.Question
  /// Working reference system; nil where no feature had a place.
  package var crs: CRSIdentifier?
  package let language: Language
  /// The file that is judged; nil for standard input.
  package let input: InputIdentity?
  /// Options about how the input is read, by name; those not given are null.
  package let reading: [(name: String, value: String?)]
  /// Layers that towns are checked against.
  package let constraints: [InputIdentity]
  /// The parameters as JSON.
  private let parameters: String

  /// A check of towns.
  ///
  /// - Throws: nothing in practice; encoding numbers cannot fail.
  package init(
    check parameters: RedLineParameters, against session: LayerQuestions.TownSession,
    input: InputIdentity?, reading: [(name: String, value: String?)], language: Language
  ) throws {
    question = .check
    crs = session.grid.crs
    constraints = session.constraints
    self.input = input
    self.reading = reading
    self.language = language
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    self.parameters = String(decoding: try encoder.encode(parameters), as: UTF8.self)
  }

  /// A validation by the rules of one feature.
  package init(
    validate parameters: BoundaryParameters, input: InputIdentity?,
    reading: [(name: String, value: String?)], language: Language
  ) {
    question = .validate
    constraints = []
    self.input = input
    self.reading = reading
    self.language = language
    let rules = BoundaryRules.all.map { rule in
      let applied = AppliedRule(rule, parameters: parameters)
      let limits = applied.limits.map { "\($0.name)=\($0.value)" }.joined(separator: " ")
      return "\(rule.code.text) \(applied.severity.rawValue) \(applied.isEnabled) \(limits)"
    }
    var writer = JSONWriter()
    writer.object { object in
      object.member("rules_sha256", Self.sha256(rules))
      object.member("waivers_sha256", Self.sha256(parameters.waivers.map { "\($0)" }))
      object.member("max_findings", parameters.findingsKeptPerRule)
    }
    self.parameters = writer.text
  }

  private static func sha256(_ lines: [String]) -> String {
    SHA256.hexadecimal(of: Array(lines.joined(separator: "\n").utf8))
  }

  /// The description as a JSON object.
  package var json: String {
    var writer = JSONWriter()
    writer.object { object in
      object.member("command", question.rawValue)
      object.object("versions") { versions in
        for entry in ComponentVersions.all { versions.member(entry.component, entry.version) }
      }
      object.member("crs", crs?.text)
      object.member("method", question == .check ? AreaMethod.code : nil)
      object.member("language", language.rawValue)
      for option in reading { object.member(option.name, option.value) }
      object.key("input")
      if let input { object.identity(input) } else { object.null() }
      object.array("constraints") { list in
        for constraint in constraints { list.identity(constraint) }
      }
      object.key("parameters")
      object.raw(parameters)
    }
    return writer.text
  }
}

extension JSONWriter {
  fileprivate mutating func identity(_ input: InputIdentity) {
    object { object in
      object.member("name", input.name)
      object.member("sha256", input.sha256)
      object.key("rule")
      guard let rule = input.rule else { return object.null() }
      object.object { $0.members(of: rule) }
    }
  }
}
