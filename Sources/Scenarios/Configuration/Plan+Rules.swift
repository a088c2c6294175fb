import LandModel
import LayoutAnalysis

extension PlanValue {
  /// The rule of an entry in the `constraints` section.
  func constraintRule() throws(PlanError) -> ConstraintRule {
    switch self["rule"]?.text {
    case "limit":
      guard self["share"] != nil || self["area"] != nil else { throw error(.missingKey("share")) }
      return .limit(share: self["share"]?.ratio, area: self["area"]?.area)
    case "buffer":
      guard let distance = self["distance"] else { throw error(.missingKey("distance")) }
      try distance.requireAboveZero()
      return .buffer(distance.length)
    case "inside": return .inside
    case "conditional": return .conditional(try conditionalRule())
    case "setback": return .setback(try setbackRule())
    default: return .forbid
    }
  }

  /// Refuses a distance of 0: nothing is nearer than that, so every town would keep it.
  func requireAboveZero() throws(PlanError) {
    guard length > .zero else { throw error(.outOfRange(found: text, allowed: "more than 0 m")) }
  }

  /// The parameters of the `check` section.
  var checkParameters: RedLineParameters {
    var parameters = RedLineParameters()
    if let value = self["near"] { parameters.nearDistance = value.length }
    if let value = self["sliver-width"] { parameters.sliverWidth = value.length }
    if let value = self["sliver-area"] { parameters.sliverArea = value.area }
    return parameters
  }

  /// The parameters of the `validate` section.
  ///
  /// - Throws: ``PlanError`` for a rule or threshold that does not exist, and what waivers throw.
  func boundaryParameters() throws(PlanError) -> BoundaryParameters {
    var parameters = BoundaryParameters()
    parameters.profile = self["profile"].flatMap { RuleProfile.named($0.text) }
    parameters.waivers = try self["waivers"]?.waivers() ?? []
    if let value = self["waivers-file"] {
      parameters.waivers += try WaiverFile.waivers(file: value.filePath)
    }
    if let value = self["findings-per-rule"] { parameters.findingsKeptPerRule = value.integer }
    for (code, value) in self["rules"]?.entries ?? [] {
      try value.require(
        code, isAmong: BoundaryRules.all.map(\.code.text), kind: "validation rule")
      let thresholds = BoundaryRules.all.first { $0.code.text == code }?.thresholds ?? []
      var change = RuleOverride(
        isEnabled: value["enabled"]?.boolean,
        severity: value["severity"].flatMap { Severity(rawValue: $0.text) })
      for (name, number) in value["thresholds"]?.entries ?? [] {
        try number.require(name, isAmong: thresholds.map(\.name), kind: "threshold")
        change.thresholds[name] = number.number
      }
      parameters.overrides[RuleCode(code)] = change
    }
    return parameters
  }
}
