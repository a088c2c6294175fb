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

/// A rule that compares layers with each other, after each was inspected by itself.
protocol LayerSetCheck: Sendable {
  var rule: BoundaryRule { get }

  /// Reports what the layers break of the rule, each finding to the collector of its first layer.
  ///
  /// - Parameters:
  ///   - layers: all layers of the run, in the order given.
  ///   - reports: their collectors, in the same order; the rule has begun in each.
  func inspect(
    _ layers: [LayerView], into reports: inout [FindingCollector]
  ) throws(TopologyError)
}
