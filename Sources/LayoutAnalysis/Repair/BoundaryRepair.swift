package import LandModel
package import Topology

/// Mends what is wrong with a layer of boundaries, as far as that is safe and asked for.
///
/// No vertex is ever moved: repair removes vertices, adds crossing points or a neighbour's vertices, drops
/// rings, parts or repeated features, and leaves all else bit for bit. Features are mended one by one first,
/// then repeated ones are dropped, then borders between features are closed. A step that would change a
/// feature beyond the limits leaves it as it was and says so. On its own result repair changes nothing.
package struct BoundaryRepair: Sendable {
  package let parameters: RepairParameters

  package init(parameters: RepairParameters) { self.parameters = parameters }

  /// Repairs a layer.
  ///
  /// - Parameters:
  ///   - allowedGaps: land that may stay open, where no gap is closed; nil for none.
  ///   - workers: parallel workers, nil for one per processor; the result is the same for any.
  /// - Throws: where GEOS fails on a geometry.
  /// - Complexity: O(v log v) in vertices.
  package func result(
    for layer: ProjectedLayer, allowedGaps: ProjectedLayer? = nil, workers: Int? = nil
  ) throws(TopologyError) -> RepairResult {
    var draft = RepairDraft(layer)
    for outcome in try featureOutcomes(of: layer, workers: workers) { draft.apply(outcome) }
    if !parameters.asked(of: .duplicateFeatures).isEmpty { draft.dropDuplicates() }
    if !parameters.asked(of: .borders).isEmpty {
      let borders = BorderRepair(
        parameters: parameters, allowed: AllowedLand(allowedGaps?.geometry ?? GeometryColumn()))
      for outcome in try borders.outcomes(of: draft, workers: workers) { draft.apply(outcome) }
    }
    return try draft.result(parameters: parameters, workers: workers)
  }

  private func featureOutcomes(
    of layer: ProjectedLayer, workers: Int?
  ) throws(TopologyError) -> [FeatureRepairer.Outcome] {
    guard FeatureRepairer.allSteps.contains(where: { !parameters.asked(of: $0.step).isEmpty })
    else { return [] }
    let uses = vertexUses(in: layer)
    let neighbours = Neighbours(
      layer.geometry, isAsked: !parameters.asked(of: .smallHoles).isEmpty)
    let chunks = try Chunks.map(count: layer.count, size: 256, workers: workers) {
      (rows: Range<Int>) throws(TopologyError) -> [FeatureRepairer.Outcome] in
      var repairer = FeatureRepairer(
        layer,
        context: StepContext(
          parameters: parameters, grid: layer.grid, workspace: Workspace(), uses: uses,
          neighbours: neighbours))
      var outcomes: [FeatureRepairer.Outcome] = []
      for row in rows {
        if let outcome = try repairer.outcome(ofRow: row) { outcomes.append(outcome) }
      }
      return outcomes
    }
    return chunks.flatMap { $0 }
  }

  private func vertexUses(in layer: ProjectedLayer) -> VertexUses {
    guard let code = parameters.asked(of: .duplicateVertices).first,
      let rule = BoundaryRules.rule(code)
    else { return .none }
    let distance = RuleSettings(rule, parameters: parameters.rules).limit("distance")
    return VertexUses(layer.geometry, nearerThan: distance)
  }
}
