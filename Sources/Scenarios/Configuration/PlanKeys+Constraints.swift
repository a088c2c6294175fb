import LayoutAnalysis

extension PlanKeys {
  /// Keys of the rules that ask for a feature's class.
  static let ruleByClass = [
    PlanKey("activities", .list(of: .integer(1...10)), "Activity classes allowed (conditional)."),
    PlanKey("zone", .text, "Attribute that tells the core from the rest (conditional)."),
    PlanKey(
      "core", .list(of: .text),
      "Values that mean the core; default \(ConditionalRule.customaryCoreValues.joined(separator: ", "))."
    ),
    PlanKey(
      "by", .choice(SetbackKind.allCases.map(\.rawValue)), "What the layer holds (setback)."),
    PlanKey("attribute", .text, "Attribute that tells a feature's class (setback)."),
    PlanKey(
      "distances", .table(of: .length),
      "Distances by class that go before the defaults; a breach is then an error (setback)."),
    PlanKey(
      "half-widths", .table(of: .length),
      "From a centreline to the edge of the land by class, an assumption that is added (setback)."),
    PlanKey(
      "surroundings", .choice(RailwaySurroundings.allCases.map(\.rawValue)),
      "What railways run through; default other, the widest zone (setback)."),
    PlanKey(
      "new-town", .boolean,
      "Whether the distance of new towns beyond a road's control zone is added; default false (setback)."
    ),
  ]
}
