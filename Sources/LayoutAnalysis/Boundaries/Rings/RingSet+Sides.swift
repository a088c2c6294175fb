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
  func isCrossed(_ edge: Int, byRayEastOf position: XY) -> Bool {
    Orientation.isCrossed(positions[edge], positions[next(edge)], byRayEastOf: position)
  }
}
