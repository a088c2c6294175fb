import LandModel

/// Removes the tips of spikes and cut-backs, and nothing else of them.
///
/// An angle counts as the rule counts it. What a removal leaves is looked at again, so that a spike of
/// several vertices goes tip by tip; of two tips side by side the sharper goes first.
struct SpikeRemoval: FeatureStep {
  let step = RepairStep.spikes

  func mended(_ feature: TracedGeometry, context: StepContext) -> TracedGeometry? {
    guard feature.kind == .polygon, let rule = step.rules.first,
      let settings = context.settings(rule)
    else { return nil }
    let limits = SpikeLimits(degrees: settings.limit("angle"), arm: settings.limit("arm"))
    var mended = feature
    for ring in mended.rings.indices {
      while let next = Self.blunted(mended.rings[ring].vertices, limits: limits) {
        mended.rings[ring].vertices = next
      }
    }
    return mended == feature ? nil : mended
  }

  /// A ring without the tips that are sharper than the next corner on either side; nil where none is.
  ///
  /// - Complexity: O(n).
  private static func blunted(
    _ vertices: [TracedVertex], limits: SpikeLimits
  ) -> [TracedVertex]? {
    let column = GeometryColumn([.polygon(rings: [vertices.map(\.position)])])
    let corners = RingCorners(column, ring: 0).corners
    let count = corners.count
    guard count > 3 else { return nil }
    func sharpness(_ place: Int) -> (Double, Double, Double) {
      let corner = corners[place % count]
      guard limits.isBroken(by: corner) else { return (1, 0, 0) }
      return (-corner.along / (corner.before * corner.after), corner.tip.x, corner.tip.y)
    }
    let tips = corners.indices.filter {
      limits.isBroken(by: corners[$0]) && sharpness($0) < sharpness($0 + count - 1)
        && sharpness($0) < sharpness($0 + 1)
    }
    guard !tips.isEmpty else { return nil }
    var drops = [Bool](repeating: false, count: vertices.count)
    for place in tips {
      // A tip goes with its repeats. A needle's base may be one place: then the second of it goes too.
      let (before, after) = (corners[(place + count - 1) % count], corners[(place + 1) % count])
      drop(from: corners[place].index, of: vertices, &drops)
      if before.tip == after.tip { drop(from: after.index, of: vertices, &drops) }
    }
    let kept = vertices.indices.filter { !drops[$0] }.map { vertices[$0] }
    return TracedRing(part: 0, vertices: kept, isClosed: true).distinctCount >= 3 ? kept : nil
  }

  private static func drop(from index: Int, of vertices: [TracedVertex], _ drops: inout [Bool]) {
    var place = index
    repeat {
      drops[place] = true
      place = (place + 1) % vertices.count
    } while place != index && vertices[place].position == vertices[index].position
  }
}
