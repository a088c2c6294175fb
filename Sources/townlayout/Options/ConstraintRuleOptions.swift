import ArgumentParser
import LandModel
import LayoutAnalysis
import Scenarios

/// The rule that `check` holds towns against, in the words of a plan's constraint.
struct ConstraintRuleOptions: ParsableArguments {
  /// The rules by their names in a plan file.
  enum Rule: String, ExpressibleByArgument, CaseIterable {
    case forbid, limit, conditional, buffer, setback, inside
  }

  @Option(
    help: ArgumentHelp(
      "Rule of the constraint layers: forbid, limit, conditional, buffer, setback or inside.",
      discussion: "Default: forbid."))
  var rule: Rule?

  @Option(help: "Distance to keep (buffer), such as '50 m'.")
  var distance: String?

  @Option(help: "Greatest share of a town (limit), such as '5 %'.")
  var share: String?

  @Option(help: "Distance up to which a clear town counts as near, such as '500 m'.")
  var near: String?

  @Flag(help: "Measure areas alone: no pieces, and no width where the area decides; quicker.")
  var areasOnly = false

  @OptionGroup var byClass: ClassRuleOptions

  func validate() throws {
    for (owner, options) in givenByRule where owner != rule ?? .forbid {
      guard let option = options.first else { continue }
      throw ValidationError(
        "\(option) goes with --rule \(owner.rawValue), not with \((rule ?? .forbid).rawValue).")
    }
    _ = try constraintRule()
    for (option, text) in [("--near", near), ("--distance", distance)] {
      guard let text else { continue }
      guard let length = Quantity.length(text) else {
        throw ValidationError("\(option) is a length with its unit, such as '500 m'.")
      }
      guard Quantity.lengths.contains(length) else {
        throw ValidationError("\(option) is out of range: \(Quantity.lengthRange).")
      }
    }
  }

  /// The options given that say something about a rule or its thresholds, by their names.
  var given: [String] {
    let common = [("--rule", rule != nil), ("--near", near != nil), ("--areas-only", areasOnly)]
    return common.filter(\.1).map(\.0) + givenByRule.flatMap(\.options)
  }

  /// The options given that one rule alone reads.
  private var givenByRule: [(owner: Rule, options: [String])] {
    [
      (.buffer, distance == nil ? [] : ["--distance"]), (.limit, share == nil ? [] : ["--share"]),
      (.setback, byClass.givenForSetback), (.conditional, byClass.givenForConditional),
    ]
  }

  /// The thresholds of the check.
  var parameters: RedLineParameters {
    var parameters = RedLineParameters()
    if let near = near.flatMap(Quantity.length) { parameters.nearDistance = near }
    parameters.drawsPieces = !areasOnly
    return parameters
  }

  /// The one rule for all constraint layers.
  func constraintRule() throws -> ConstraintRule {
    switch rule ?? .forbid {
    case .forbid: return .forbid
    case .inside: return .inside
    case .conditional: return try byClass.conditionalRule()
    case .setback: return try byClass.setbackRule()
    case .limit:
      guard let share = share.flatMap(Quantity.ratio) else {
        throw ValidationError("--rule limit needs --share, such as '5 %'.")
      }
      guard (0...1).contains(share.value) else {
        throw ValidationError("--share is out of range: 0 % to 100 %.")
      }
      return .limit(share: share, area: nil)
    case .buffer:
      guard let distance = distance.flatMap(Quantity.length) else {
        throw ValidationError("--rule buffer needs --distance, such as '50 m'.")
      }
      // Nothing is nearer than 0 m: every town would keep it, whatever it overlaps.
      guard distance > .zero else {
        throw ValidationError("--distance is out of range: more than 0 m.")
      }
      return .buffer(distance)
    }
  }
}
