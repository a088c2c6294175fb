import ArgumentParser
import LayoutAnalysis
import Scenarios

/// Which rules apply, how strictly, and what is accepted.
struct RuleOptions: ParsableArguments {
  @Option(help: "Settings file (YAML): a plan's `validate` section, and what is said about layers.")
  var settings: String?

  @Option(
    help: ArgumentHelp(
      "Rules for a kind of delivery: \(RuleProfile.keys.joined(separator: ", ")).",
      valueName: "profile"))
  var profile: String?

  @Option(
    help: ArgumentHelp(
      "Rules to apply: groups such as ogc or layer, codes such as layer.overlap, with commas between.",
      discussion: "With ogc alone coordinates are judged as stored: no reference system is needed.")
  )
  var rules: String?

  @Option(help: "Findings that are accepted, with reason and author (YAML or CSV).")
  var waivers: [String] = []

  @Option(
    help: "Findings of one rule in one layer that are listed; all are counted. Default 10000.")
  var maxFindings: Int?

  func validate() throws {
    if let profile, RuleProfile.named(profile) == nil {
      throw ValidationError("--profile is one of \(RuleProfile.keys.joined(separator: ", ")).")
    }
    _ = try selection
    if let maxFindings, maxFindings < 1 {
      throw ValidationError("--max-findings must be 1 or more.")
    }
  }

  /// The rules asked for; nil for all.
  private var selection: RuleSelection? {
    get throws {
      guard let rules else { return nil }
      do throws(UnknownRule) {
        return try RuleSelection(rules.split(separator: ",").map { String($0) })
      } catch {
        throw ValidationError(
          "--rules: there is no rule or group “\(error.name)”; groups are "
            + "\(error.groups.joined(separator: ", ")).")
      }
    }
  }

  /// Whether nothing but validity is asked for.
  var isValidityAlone: Bool { get throws { try selection?.isValidityAlone == true } }

  /// The settings file's parameters with what the options say.
  func applied(to parameters: BoundaryParameters) throws -> BoundaryParameters {
    var parameters = parameters
    if let profile { parameters.profile = RuleProfile.named(profile) }
    if let selection = try selection { parameters.selection = selection }
    if let maxFindings { parameters.findingsKeptPerRule = maxFindings }
    parameters.waivers += try waivers.flatMap(WaiverFile.waivers(file:))
    return parameters
  }
}
