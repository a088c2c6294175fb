package import LandModel

/// Within which distances of a town points are counted.
package struct ProximityParameters: Sendable, Hashable {
  /// Ascending, each once, none below zero; a point at exactly the distance counts.
  package let radii: [Metres]

  /// - Parameter radii: in any order; empty where only the nearest is asked for.
  package init(radii: [Metres] = []) {
    precondition(radii.allSatisfy { $0.value >= 0 }, "A radius is a length of zero or more.")
    self.radii = Set(radii).sorted()
  }
}
