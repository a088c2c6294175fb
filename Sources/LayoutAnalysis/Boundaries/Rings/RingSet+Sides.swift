import LandModel

extension RingSet {
  /// Whether a ring runs anticlockwise.
  ///
  /// The turn at the lowest of its leftmost vertices is that of the ring, exactly. Meaningful for a ring
  /// that does not cross itself.
  func runsAnticlockwise(_ ring: Int) -> Bool {
    let range = range(ofRing: ring)
    var lowest = range.lowerBound
    for index in range {
      let (here, best) = (positions[index], positions[lowest])
      if (here.x, here.y) < (best.x, best.y) { lowest = index }
    }
    return Orientation.sign(
      positions[previous(lowest)], positions[lowest], positions[next(lowest)]) > 0
  }

  /// Whether a ray from a position to the east crosses an edge.
  ///
  /// An edge counts its lower end only, so that a ray through a vertex counts it once.
  func isCrossed(_ edge: Int, byRayEastOf position: XY) -> Bool {
    let (a, b) = (positions[edge], positions[next(edge)])
    guard (a.y > position.y) != (b.y > position.y) else { return false }
    return a.y < b.y
      ? Orientation.sign(a, b, position) > 0 : Orientation.sign(b, a, position) > 0
  }
}
