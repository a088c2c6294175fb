import LandModel
import Topology

/// Fills holes below the least area of the rule on small holes, but none in which another feature lies.
struct HoleFilling: FeatureStep {
  let step = RepairStep.smallHoles

  func mended(
    _ feature: TracedGeometry, context: StepContext
  ) throws(TopologyError) -> TracedGeometry? {
    guard feature.kind == .polygon, let rule = step.rules.first,
      let settings = context.settings(rule)
    else { return nil }
    let limit = LeastArea.limit(by: settings)
    let geometry = feature.closed()
    var filled: Set<Int> = []
    for ring in feature.rings.indices where !feature.isShell(ring) {
      let range = geometry.range(ofRing: ring)
      let area = abs(PlanarMeasure.signedArea(ofRing: geometry.positions[range]))
      guard area < limit else { continue }
      let hole = Geometry.polygon(rings: [Array(geometry.positions[range])])
      if try !context.neighbours.share(
        land: hole, ofRow: context.row, in: context.workspace)
      {
        filled.insert(ring)
      }
    }
    guard !filled.isEmpty, try ValidityRepair.isValid(feature, context: context) else {
      return nil
    }
    return TracedGeometry(
      kind: feature.kind,
      rings: feature.rings.indices.filter { !filled.contains($0) }.map { feature.rings[$0] })
  }
}

/// The least area that counts, by a rule with a scale and an area that may stand instead of it.
enum LeastArea {
  static func limit(by settings: RuleSettings) -> Double {
    let given = settings.limit("planar-area")
    return given > 0 ? given : 0.04 * settings.limit("scale")
  }
}
