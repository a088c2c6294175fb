package import LandModel

/// What a constraint layer asks of a town.
package enum ConstraintRule: Sendable, Hashable {
  /// No land of the town may lie in the layer (生态保护红线, 永久基本农田).
  case forbid
  /// Land in the layer is allowed up to a share of the town, an area, or both.
  case limit(share: Ratio?, area: SquareMetres?)
  /// Land outside the layer's core is allowed for stated classes of activity only.
  case conditional(ConditionalRule)
  /// The town must keep this distance from the layer's features (退让距离).
  case buffer(Metres)
  /// The same with a distance for each class of features.
  case setback(SetbackRule)
  /// The town must lie within the union of the layer's features (城镇开发边界).
  case inside

  /// Names of all rules, as plan files and outputs write them.
  package static let names = ["forbid", "limit", "conditional", "buffer", "setback", "inside"]

  /// Stable name in the plan file and in outputs.
  package var name: String {
    switch self {
    case .forbid: "forbid"
    case .limit: "limit"
    case .conditional: "conditional"
    case .buffer: "buffer"
    case .setback: "setback"
    case .inside: "inside"
    }
  }

  /// Where the rule's own numbers come from; empty for a rule whose number the user gives.
  package var standardSource: String {
    switch self {
    case .conditional: ConditionalRule.source
    case .setback(let rule): rule.kind.classes.first?.source ?? ""
    case .forbid, .limit, .buffer, .inside: ""
    }
  }

  /// Whether the rule speaks of land in common with the layer.
  package var isAboutOverlap: Bool {
    switch self {
    case .forbid, .limit, .conditional: true
    case .buffer, .setback, .inside: false
    }
  }
}

/// A constraint layer and its rule.
package struct Constraint: Sendable {
  /// Points, lines or polygons; `buffer` and `setback` take any, the other rules polygons.
  package let layer: CheckedLayer
  package let title: LocalizedText
  package let rule: ConstraintRule
  /// Where the rule's number comes from; empty where nobody says.
  package let source: String
  /// The state of the data, such as “2023年国土变更调查”; nil where nobody says.
  package let vintage: String?
  /// Features that validation left out of the layer.
  package let unmeasured: UnmeasuredFeatures

  package init(
    layer: CheckedLayer, title: LocalizedText, rule: ConstraintRule, source: String = "",
    vintage: String? = nil, unmeasured: UnmeasuredFeatures = UnmeasuredFeatures()
  ) {
    self.layer = layer
    self.title = title
    self.rule = rule
    self.source = source
    self.vintage = vintage
    self.unmeasured = unmeasured
  }
}
