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

  @Option(help: "Findings that are accepted, with reason and author (YAML or CSV).")
  var waivers: [String] = []

  @Option(
    help: "Findings of one rule in one layer that are listed; all are counted. Default 10000.")
  var maxFindings: Int?

  func validate() throws {
    if let profile, RuleProfile.named(profile) == nil {
      throw ValidationError("--profile is one of \(RuleProfile.keys.joined(separator: ", ")).")
    }
    if let maxFindings, maxFindings < 1 {
      throw ValidationError("--max-findings must be 1 or more.")
    }
  }

  /// The settings file's parameters with what the options say.
  func applied(to parameters: BoundaryParameters) throws -> BoundaryParameters {
    var parameters = parameters
    if let profile { parameters.profile = RuleProfile.named(profile) }
    if let maxFindings { parameters.findingsKeptPerRule = maxFindings }
    parameters.waivers += try waivers.flatMap(WaiverFile.waivers(file:))
    return parameters
  }
}
