import LandModel
import Topology

/// Makes a polygon valid and keeps its structure: land stays land, holes stay holes.
///
/// Looks only at features that break a rule asked for. Rings of fewer than three different vertices are
/// dropped, a part with its shell. Everything else is left to GEOS, whose vertices are the old ones and the
/// crossing points.
struct ValidityRepair: FeatureStep {
  let step = RepairStep.validity

  func mended(
    _ feature: TracedGeometry, context: StepContext
  ) throws(TopologyError) -> TracedGeometry? {
    // To make valid is to close: a ring that may not be closed is left alone.
    guard feature.kind == .polygon, feature.rings.allSatisfy(\.isClosed),
      try !Self.isValid(feature, context: context),
      try !rules(brokenBy: feature, context: context).isEmpty
    else { return nil }
    let solid = Self.withoutCollapsedRings(feature)
    guard !solid.rings.isEmpty else { return solid }
    let made = try Shape(solid.closed(), in: context.workspace).madeValid().polygons()
    return VertexMatching(feature).traced(made)
  }

  /// Whether GEOS takes the feature for valid; rings of too few vertices it would not even take.
  static func isValid(
    _ feature: TracedGeometry, context: StepContext
  ) throws(TopologyError) -> Bool {
    guard feature.rings.allSatisfy({ $0.isClosed && $0.vertices.count >= 3 }) else { return false }
    return try Shape(feature.closed(), in: context.workspace).isValid()
  }

  func rules(
    brokenBy feature: TracedGeometry, context: StepContext
  ) throws(TopologyError) -> [RuleCode] {
    let checks = BoundaryRules.featureChecks.filter { step.rules.contains($0.rule.code) }
    let layer = ProjectedLayer(
      key: "", grid: context.grid, geometry: GeometryColumn([feature.columns().geometry]),
      ids: ["1"], attributes: AttributeTable())
    let findings = try FeatureInspection(
      checks, parameters: BoundaryParameters(findingsKeptPerRule: 1)
    ).findings(in: layer, workers: 1).sortedFindings()
    let broken = Set(findings.map(\.rule))
    return context.parameters.asked(of: step).filter(broken.contains)
  }

  private static func withoutCollapsedRings(_ feature: TracedGeometry) -> TracedGeometry {
    let gone = Set(
      feature.rings.indices.filter { feature.isShell($0) && feature.rings[$0].distinctCount < 3 }
        .map { feature.rings[$0].part })
    return TracedGeometry(
      kind: feature.kind,
      rings: feature.rings.filter { !gone.contains($0.part) && $0.distinctCount >= 3 })
  }
}
