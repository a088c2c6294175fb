package import LandModel

/// What a constraint layer asks of a town.
package enum ConstraintRule: Sendable, Hashable {
  /// No land of the town may lie in the layer (生态保护红线, 永久基本农田).
  case forbid
  /// Land in the layer is allowed up to a share of the town, an area, or both.
  case limit(share: Ratio?, area: SquareMetres?)
  /// The town must keep this distance from the layer's features (退让距离).
  case buffer(Metres)
  /// The town must lie within the union of the layer's features (城镇开发边界).
  case inside

  /// Stable name in the plan file and in outputs.
  package var name: String {
    switch self {
    case .forbid: "forbid"
    case .limit: "limit"
    case .buffer: "buffer"
    case .inside: "inside"
    }
  }
}

/// A constraint layer and its rule.
package struct Constraint: Sendable {
  /// Points, lines or polygons; `buffer` takes any, the other rules polygons.
  package let layer: CheckedLayer
  package let title: LocalizedText
  package let rule: ConstraintRule

  package init(layer: CheckedLayer, title: LocalizedText, rule: ConstraintRule) {
    self.layer = layer
    self.title = title
    self.rule = rule
  }
}
