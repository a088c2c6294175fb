import LandModel

/// Closes rings by repeating their first position: the straight edge that other rules assume already.
struct RingClosing: FeatureStep {
  let step = RepairStep.closing

  func mended(_ feature: TracedGeometry, context: StepContext) -> TracedGeometry? {
    guard feature.kind == .polygon, feature.rings.contains(where: { !$0.isClosed }) else {
      return nil
    }
    var mended = feature
    for ring in mended.rings.indices where mended.rings[ring].vertices.count > 1 {
      mended.rings[ring].isClosed = true
    }
    return mended == feature ? nil : mended
  }
}
