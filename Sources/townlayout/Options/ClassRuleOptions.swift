import ArgumentParser
import LandModel
import LayoutAnalysis
import Scenarios

/// Rules that ask for the class of a feature or of a town, in the words of a plan's constraint.
struct ClassRuleOptions: ParsableArguments {
  @Option(help: "What the layers hold (setback): railway, road or power-line.")
  var setback: SetbackKind?

  @Option(name: .customLong("class"), help: "Attribute that tells a feature's class (setback).")
  var classField: String?

  @Option(
    help: ArgumentHelp(
      "Distance of a class, before the default (setback); may be given several times.",
      valueName: "class=length"))
  var classDistance: [String] = []

  @Option(
    help: ArgumentHelp(
      "From a centreline to the edge of the land, added (setback); may be given several times.",
      valueName: "class=length"))
  var halfWidth: [String] = []

  @Option(help: "What railways run through (setback): urban, suburban, village or other.")
  var surroundings: RailwaySurroundings?

  @Flag(help: "Add what new towns keep beyond a road's control zone (setback).")
  var newTown = false

  @Option(help: "Activity classes allowed outside the core (conditional), such as 5,6.")
  var activities: String?

  @Option(help: "Attribute that tells the core from the rest (conditional).")
  var zone: String?

  @Option(
    help: ArgumentHelp(
      "Value that means the core (conditional); may be given several times.",
      discussion: "Default: \(ConditionalRule.customaryCoreValues.joined(separator: ", ")).",
      valueName: "value"))
  var core: [String] = []

  /// The options given that a setback alone reads.
  var givenForSetback: [String] {
    [
      ("--setback", setback != nil), ("--class", classField != nil),
      ("--class-distance", !classDistance.isEmpty), ("--half-width", !halfWidth.isEmpty),
      ("--surroundings", surroundings != nil), ("--new-town", newTown),
    ].filter(\.1).map(\.0)
  }

  /// The options given that a conditional layer alone reads.
  var givenForConditional: [String] {
    [
      ("--activities", activities != nil), ("--zone", zone != nil), ("--core", !core.isEmpty),
    ].filter(\.1).map(\.0)
  }

  /// The rule of a layer of railways, roads or power lines.
  func setbackRule() throws -> ConstraintRule {
    guard let setback else {
      throw ValidationError("--rule setback needs --setback railway, road or power-line.")
    }
    guard let classField else {
      throw ValidationError("--rule setback needs --class, the attribute that tells the class.")
    }
    var rule = SetbackRule(kind: setback, classField: classField)
    rule.distances = try lengths(classDistance, option: "--class-distance", of: setback)
    rule.halfWidths = try lengths(halfWidth, option: "--half-width", of: setback)
    if let surroundings {
      guard setback == .railway else {
        throw ValidationError("--surroundings are asked for railways only.")
      }
      rule.surroundings = surroundings
    }
    guard !newTown || setback == .road else {
      throw ValidationError("--new-town is a distance from roads only.")
    }
    rule.isNewTown = newTown
    return .setback(rule)
  }

  /// The rule of a layer that is open outside its core to stated activities.
  func conditionalRule() throws -> ConstraintRule {
    guard let activities else {
      throw ValidationError("--rule conditional needs --activities, such as 5,6.")
    }
    guard let zone else {
      throw ValidationError("--rule conditional needs --zone, the attribute that tells the core.")
    }
    let allowed = try activities.split(separator: ",").map { text in
      guard let activity = Int(text.filter { $0 != " " }).flatMap(ActivityClass.init) else {
        throw ValidationError("--activities are numbers from 1 to 10 with commas between: 5,6.")
      }
      return activity
    }
    return .conditional(
      ConditionalRule(
        allowed: allowed, zoneField: zone,
        coreValues: core.isEmpty ? ConditionalRule.customaryCoreValues : core))
  }

  private func lengths(
    _ texts: [String], option: String, of kind: SetbackKind
  ) throws -> [String: Metres] {
    var lengths: [String: Metres] = [:]
    for text in texts {
      let halves = text.split(separator: "=", maxSplits: 1).map { String($0) }
      guard halves.count == 2, let length = Quantity.length(halves[1]),
        Quantity.lengths.contains(length)
      else {
        throw ValidationError("\(option) is a class and a length, such as 'national=30 m'.")
      }
      guard length > .zero || option != "--class-distance" else {
        throw ValidationError("\(option) is out of range: more than 0 m.")
      }
      guard kind.codes.contains(halves[0]) else {
        throw ValidationError(
          "\(option): \(kind.rawValue) has no class “\(halves[0])”; it has "
            + kind.codes.joined(separator: ", ") + ".")
      }
      lengths[halves[0]] = length
    }
    return lengths
  }
}

extension SetbackKind: ExpressibleByArgument {}

extension RailwaySurroundings: ExpressibleByArgument {}
