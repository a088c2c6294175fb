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
    let units = try administrative.map { boundary throws(TopologyError) in
      try AdministrativeUnits(boundary)
    }
    var (findings, omitted): ([Finding], [OmittedFindings]) = ([], [])
    var layers: [CheckedLayer] = []
    for input in inputs {
      let (report, rowsKept) = try inspect(input, units: units, workers: workers)
      findings += report.sortedFindings()
      omitted += report.omissions()
      layers.append(CheckedLayer(input.layer, keepingValidRows: rowsKept))
    }
    let count = inputs.reduce(0) { $0 + $1.layer.count }
    return BoundaryOutcome(
      result: BoundaryResult(featuresChecked: count, findings: findings, omitted: omitted),
      layers: layers)
  }

  /// The findings of one layer, and the rows that stay: features first, then the layer of the sound ones.
  private func inspect(
    _ input: LayerInput, units: AdministrativeUnits?, workers: Int?
  ) throws(TopologyError) -> (report: FindingCollector, rowsKept: [Int]) {
    let features = FeatureInspection(BoundaryRules.featureChecks, parameters: parameters)
    var report = try features.findings(in: input.layer, workers: workers)
    let unsound = Set(report.rowsLeftOut)
    let view = LayerView(
      input, soundRows: (0..<input.layer.count).filter { !unsound.contains($0) },
      administrative: units, parameters: parameters, workers: workers)
    for check in BoundaryRules.layerChecks {
      let settings = RuleSettings(check.rule, parameters: parameters)
      guard settings.isEnabled else { continue }
      report.begin(settings)
      try check.inspect(view, into: &report)
    }
    let leftOut = Set(report.rowsLeftOut)
    return (report, (0..<input.layer.count).filter { !leftOut.contains($0) })
  }
}
