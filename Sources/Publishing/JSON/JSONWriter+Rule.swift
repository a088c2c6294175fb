import LandModel
import LayoutAnalysis

extension JSONWriter {
  /// Writes the members of a constraint's rule by the keys of a plan, units in the names.
  mutating func members(of rule: ConstraintRule) {
    member("rule", rule.name)
    switch rule {
    case .forbid, .inside: return
    case .limit(let share, let area):
      member("share", share?.value, decimals: Self.ruleDecimals)
      member("area_m2", area?.value, decimals: Self.ruleDecimals)
    case .buffer(let distance): member("distance_m", distance.value, decimals: Self.ruleDecimals)
    case .conditional(let rule):
      array("activities") { list in
        for activity in rule.allowed { list.value(activity.rawValue) }
      }
      member("zone", rule.zoneField)
      array("core") { list in
        for value in rule.coreValues { list.value(value) }
      }
    case .setback(let rule):
      member("by", rule.kind.rawValue)
      member("attribute", rule.classField)
      lengths("distances_m", rule.distances)
      lengths("half_widths_m", rule.halfWidths)
      member("surroundings", rule.surroundings.rawValue)
      member("new_town", rule.isNewTown)
    }
  }

  /// Rules that differ must read differently: more decimals than anybody gives.
  private static let ruleDecimals = 9

  private mutating func lengths(_ name: String, _ lengths: [String: Metres]) {
    object(name) { entry in
      for (code, length) in lengths.sorted(by: { $0.key < $1.key }) {
        entry.member(code, length.value, decimals: Self.ruleDecimals)
      }
    }
  }
}
