import LandModel
import Topology

/// Turns rings round that run the wrong way: a hole against its shell, a shell where its way is stated.
///
/// The first vertex stays the first.
struct WindingReversal: FeatureStep {
  let step = RepairStep.winding

  func mended(
    _ feature: TracedGeometry, context: StepContext
  ) throws(TopologyError) -> TracedGeometry? {
    guard feature.kind == .polygon, let rule = step.rules.first,
      let settings = context.settings(rule)
    else { return nil }
    // 0 leaves shells as they are, 1 is anticlockwise, 2 clockwise: the values of the rule.
    let wanted = settings.limit("shells")
    let geometry = feature.closed()
    var mended = feature
    var shellIsAnticlockwise = true
    for ring in feature.rings.indices {
      let range = geometry.range(ofRing: ring)
      let area = PlanarMeasure.signedArea(ofRing: geometry.positions[range])
      guard area != 0 else { continue }
      if feature.isShell(ring) {
        shellIsAnticlockwise = wanted == 0 ? area > 0 : wanted == 1
      }
      let isWanted = shellIsAnticlockwise == feature.isShell(ring)
      guard (area > 0) != isWanted, let first = feature.rings[ring].vertices.first else { continue }
      mended.rings[ring].vertices = [first] + feature.rings[ring].vertices.dropFirst().reversed()
    }
    guard mended != feature, try ValidityRepair.isValid(feature, context: context) else {
      return nil
    }
    return mended
  }
}
