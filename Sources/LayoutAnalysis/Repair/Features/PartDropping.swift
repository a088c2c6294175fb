import LandModel
import Topology

/// Drops parts below the least area of the rule on small parts, but never the largest part of a feature.
struct PartDropping: FeatureStep {
  let step = RepairStep.smallParts

  func mended(
    _ feature: TracedGeometry, context: StepContext
  ) throws(TopologyError) -> TracedGeometry? {
    guard feature.kind == .polygon, feature.partCount > 1, let rule = step.rules.first,
      let settings = context.settings(rule)
    else { return nil }
    let geometry = feature.closed()
    let areas = (0..<geometry.partCount).map { Self.area(ofPart: $0, of: geometry) }
    let limit = LeastArea.limit(by: settings)
    // A feature too small as a whole is another rule's matter.
    guard let largest = areas.max(), let keeper = areas.firstIndex(of: largest),
      areas.reduce(0, +) >= limit
    else { return nil }
    let dropped = Set(areas.indices.filter { $0 != keeper && areas[$0] < limit })
    guard !dropped.isEmpty, try ValidityRepair.isValid(feature, context: context) else {
      return nil
    }
    var part = -1
    var kept: [TracedRing] = []
    for index in feature.rings.indices {
      if feature.isShell(index) { part += 1 }
      if !dropped.contains(part) { kept.append(feature.rings[index]) }
    }
    return TracedGeometry(kind: feature.kind, rings: kept)
  }

  private static func area(ofPart part: Int, of geometry: Geometry) -> Double {
    let rings = geometry.rings(ofPart: part)
    return rings.reduce(0) { sum, ring in
      let slice = geometry.positions[geometry.range(ofRing: ring)]
      let area = abs(PlanarMeasure.signedArea(ofRing: slice))
      return ring == rings.lowerBound ? area : sum - area
    }
  }
}
