import LandModel
import Topology

/// A rule that looks at one feature at a time.
protocol FeatureCheck: Sendable {
  var rule: BoundaryRule { get }

  /// Reports what the feature breaks of the rule.
  func inspect(_ feature: FeatureView, into report: inout FindingCollector) throws(TopologyError)
}

/// A rule that looks at a whole layer: its features together, its attributes, its reference system.
protocol LayerCheck: Sendable {
  var rule: BoundaryRule { get }

  /// Reports what the layer breaks of the rule.
  func inspect(_ layer: LayerView, into report: inout FindingCollector) throws(TopologyError)
}
