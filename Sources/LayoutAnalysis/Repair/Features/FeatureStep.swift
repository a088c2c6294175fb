import LandModel
import Topology

/// What steps know beside the feature.
struct StepContext {
  let parameters: RepairParameters
  let grid: GaussKrugerGrid
  let workspace: Workspace
  /// In how many features a vertex of a near-duplicate pair occurs; empty unless asked for.
  let uses: VertexUses
  let neighbours: Neighbours
  /// The feature's row; set for each feature.
  var row = 0

  /// A rule as validation applies it.
  func settings(_ rule: RuleCode) -> RuleSettings? {
    BoundaryRules.rule(rule).map { RuleSettings($0, parameters: parameters.rules) }
  }
}

/// One way of mending a feature by itself.
protocol FeatureStep: Sendable {
  var step: RepairStep { get }

  /// The feature mended; nil where there is nothing to mend.
  ///
  /// A step mends all it can at once, so that on its own result it returns nil.
  func mended(
    _ feature: TracedGeometry, context: StepContext
  ) throws(TopologyError) -> TracedGeometry?

  /// The rules asked for that the feature breaks, when the step found something to mend.
  func rules(
    brokenBy feature: TracedGeometry, context: StepContext
  ) throws(TopologyError) -> [RuleCode]
}

extension FeatureStep {
  func rules(
    brokenBy feature: TracedGeometry, context: StepContext
  ) throws(TopologyError) -> [RuleCode] {
    context.parameters.asked(of: step)
  }
}
