import LandModel
import LayoutAnalysis

extension PlanValue {
  /// The rule of a constraint that is open to stated activity classes outside its core.
  func conditionalRule() throws(PlanError) -> ConditionalRule {
    guard let activities = self["activities"] else { throw error(.missingKey("activities")) }
    guard let zone = self["zone"] else { throw error(.missingKey("zone")) }
    return ConditionalRule(
      allowed: activities.elements.compactMap { ActivityClass(rawValue: $0.integer) },
      zoneField: zone.text,
      coreValues: self["core"]?.elements.map(\.text) ?? ConditionalRule.customaryCoreValues)
  }

  /// The rule of a constraint that keeps a distance for each class.
  func setbackRule() throws(PlanError) -> SetbackRule {
    guard let kind = self["by"].flatMap({ SetbackKind(rawValue: $0.text) }) else {
      throw error(.missingKey("by"))
    }
    guard let field = self["attribute"] else { throw error(.missingKey("attribute")) }
    var rule = SetbackRule(kind: kind, classField: field.text)
    rule.distances = try lengths("distances", of: kind)
    rule.halfWidths = try lengths("half-widths", of: kind)
    if let surroundings = self["surroundings"] {
      guard kind == .railway else {
        throw surroundings.error(.contradiction("surroundings are asked for railways only"))
      }
      rule.surroundings = RailwaySurroundings(rawValue: surroundings.text) ?? .other
    }
    if let isNewTown = self["new-town"] {
      guard kind == .road else {
        throw isNewTown.error(.contradiction("new-town is a distance from roads only"))
      }
      rule.isNewTown = isNewTown.boolean
    }
    return rule
  }

  private func lengths(
    _ key: String, of kind: SetbackKind
  ) throws(PlanError) -> [String: Metres] {
    var lengths: [String: Metres] = [:]
    for (code, value) in self[key]?.entries ?? [] {
      try value.require(code, isAmong: kind.codes, kind: "class of \(kind.rawValue)")
      if key == "distances" { try value.requireAboveZero() }
      lengths[code] = value.length
    }
    return lengths
  }
}
