package import LandModel
package import Topology

/// What validation returns: the findings, and the layers without the features that broke a rule which
/// leaves them out.
package struct BoundaryOutcome: Sendable, Equatable {
  package let result: BoundaryResult
  /// One for each layer given, in that order.
  package let layers: [CheckedLayer]
  /// What was left out of all of them.
  package let leftOut: LeftOutFeatures

  package init(result: BoundaryResult, layers: [CheckedLayer], leftOut: LeftOutFeatures) {
    self.result = result
    self.layers = layers
    self.leftOut = leftOut
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
  ///   - context: what they are judged by; a rule whose context is missing is left out.
  ///   - workers: parallel workers, nil for one per processor; the result is the same for any number.
  /// - Throws: where GEOS fails on geometry that passed its validity rules.
  package func result(
    of inputs: [LayerInput], context: BoundaryContext = BoundaryContext(), workers: Int? = nil
  ) throws(TopologyError) -> BoundaryOutcome {
    let units = try context.administrative.map { boundary throws(TopologyError) in
      try AdministrativeUnits(boundary)
    }
    let reference = context.reference.map(ReferenceBoundaries.init)
    var views: [LayerView] = []
    var reports: [FindingCollector] = []
    for input in inputs {
      let (view, report) = try inspect(
        input, units: units, reference: reference, context: context, workers: workers)
      views.append(view)
      reports.append(report)
    }
    for check in BoundaryRules.layerSetChecks {
      let settings = RuleSettings(check.rule, parameters: parameters)
      guard settings.isEnabled else { continue }
      for index in reports.indices { reports[index].begin(settings) }
      try check.inspect(views, into: &reports)
    }
    let found = BoundaryResult(
      featuresChecked: inputs.reduce(0) { $0 + $1.layer.count },
      findings: reports.flatMap { $0.sortedFindings() },
      omitted: reports.flatMap { $0.omissions() })
    return BoundaryOutcome(
      result: inputs.first.map {
        found.applying(parameters.waivers, on: $0.layer.grid, parameters: parameters)
      } ?? found,
      layers: zip(inputs, reports).map { input, report in
        let leftOut = Set(report.rowsLeftOut)
        return CheckedLayer(
          input.layer,
          keepingValidRows: (0..<input.layer.count).filter { !leftOut.contains($0) })
      },
      leftOut: reports.reduce(into: LeftOutFeatures()) { $0.add($1) })
  }

  /// The findings of one layer by itself: features first, then the layer of the sound ones.
  private func inspect(
    _ input: LayerInput, units: AdministrativeUnits?, reference: ReferenceBoundaries?,
    context: BoundaryContext, workers: Int?
  ) throws(TopologyError) -> (view: LayerView, report: FindingCollector) {
    let features = FeatureInspection(BoundaryRules.featureChecks, parameters: parameters)
    var report = try features.findings(
      in: InspectedFeatures(input.layer, remarks: input.source?.remarks ?? []), workers: workers)
    let unsound = Set(report.rowsLeftOut)
    let view = LayerView(
      input, soundRows: (0..<input.layer.count).filter { !unsound.contains($0) },
      administrative: units, context: context, parameters: parameters, workers: workers,
      reference: reference)
    for check in BoundaryRules.layerChecks {
      let settings = RuleSettings(check.rule, parameters: parameters)
      guard settings.isEnabled else { continue }
      report.begin(settings)
      try check.inspect(view, into: &report)
    }
    return (view, report)
  }
}
