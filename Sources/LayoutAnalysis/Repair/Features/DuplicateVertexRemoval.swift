import LandModel

/// Removes vertices that repeat the one before, or lie nearer to it than the rule's distance.
///
/// Of equal vertices the first stays. Of near ones that stays which more features use, then the one with
/// the smaller easting, then northing; so that a neighbour whose ring runs the other way keeps the same.
/// In a run of several, vertices nearer than the distance to the one kept before go, from that one
/// outwards. A ring is never reduced below three vertices, and a line keeps its ends.
struct DuplicateVertexRemoval: FeatureStep {
  let step = RepairStep.duplicateVertices

  func mended(_ feature: TracedGeometry, context: StepContext) -> TracedGeometry? {
    guard let rule = step.rules.first, let settings = context.settings(rule) else { return nil }
    let tolerance = settings.limit("distance")
    var mended = feature
    var isChanged = false
    for (index, ring) in feature.rings.enumerated() {
      let isRound = feature.kind == .polygon && ring.isClosed
      let kept = Self.thinned(
        ring.vertices, isRound: isRound, tolerance: tolerance, uses: context.uses)
      guard kept.count != ring.vertices.count, kept.count >= (feature.kind == .polygon ? 3 : 2)
      else { continue }
      mended.rings[index].vertices = kept
      isChanged = true
    }
    return isChanged ? mended : nil
  }

  private static func thinned(
    _ vertices: [TracedVertex], isRound: Bool, tolerance: Double, uses: VertexUses
  ) -> [TracedVertex] {
    var kept = withoutRepeats(vertices, isRound: isRound)
    // What goes may bring its neighbours too near to each other, so there may be another turn.
    while let next = thinnedOnce(kept, isRound: isRound, tolerance: tolerance, uses: uses) {
      kept = next
    }
    return kept
  }

  private static func withoutRepeats(_ vertices: [TracedVertex], isRound: Bool) -> [TracedVertex] {
    var kept: [TracedVertex] = []
    kept.reserveCapacity(vertices.count)
    for vertex in vertices where kept.last?.position != vertex.position { kept.append(vertex) }
    while isRound, kept.count > 1, kept.last?.position == kept.first?.position { kept.removeLast() }
    return kept
  }

  /// Thins every run of near vertices once; nil where there is none.
  ///
  /// - Complexity: O(n).
  private static func thinnedOnce(
    _ vertices: [TracedVertex], isRound: Bool, tolerance: Double, uses: VertexUses
  ) -> [TracedVertex]? {
    let count = vertices.count
    func isNear(_ a: Int, _ b: Int) -> Bool {
      vertices[a % count].position.distance(to: vertices[b % count].position) < tolerance
    }
    // A round begins after a pair that is apart; where there is none, the whole ring is one run.
    let start = isRound ? (0..<count).first { !isNear($0 + count - 1, $0) } ?? 0 : 0
    var drops = [Bool](repeating: false, count: count)
    var (first, isThinned) = (0, false)
    while first < count {
      var last = first
      while last + 1 < count, isNear(start + last, start + last + 1) { last += 1 }
      if last > first {
        let run = (first...last).map { (start + $0) % count }
        for index in droppedFrom(run, of: vertices, isRound: isRound, tolerance, uses) {
          (drops[index], isThinned) = (true, true)
        }
      }
      first = last + 1
    }
    guard isThinned else { return nil }
    return vertices.indices.filter { !drops[$0] }.map { vertices[$0] }
  }

  /// What goes of a run: walking from the vertex that stays first, in both directions.
  private static func droppedFrom(
    _ run: [Int], of vertices: [TracedVertex], isRound: Bool, _ tolerance: Double,
    _ uses: VertexUses
  ) -> [Int] {
    let ends: Set<Int> = isRound ? [] : [0, vertices.count - 1]
    var anchor = 0
    for (place, index) in run.enumerated().dropFirst() where !ends.contains(run[anchor]) {
      let isBetter = !uses.staysFirst(vertices[run[anchor]].position, vertices[index].position)
      if isBetter || ends.contains(index) { anchor = place }
    }
    var dropped: [Int] = []
    for way in [Array(run[...anchor].reversed()), Array(run[anchor...])] {
      var kept = vertices[run[anchor]].position
      for index in way.dropFirst() {
        if vertices[index].position.distance(to: kept) < tolerance, !ends.contains(index) {
          dropped.append(index)
        } else {
          kept = vertices[index].position
        }
      }
    }
    return dropped
  }
}
