package import LandModel

/// The feature of a layer nearest to a row elsewhere.
package struct NearestFeature: Hashable, Sendable {
  /// Of equally near ones the first.
  package let row: Int
  /// Zero where the two have a position in common, in the coordinates' unit.
  package let distance: Double
  /// The position of the row elsewhere that is nearest.
  package let from: XY
  /// The position of the feature that is nearest to it.
  package let to: XY

  init(row: Int, pair: NearestPair) {
    self.row = row
    distance = pair.distance
    from = pair.from
    to = pair.to
  }
}

/// Memory that searches take, kept from one to the next; one for each task.
package struct NearnessScratch: Sendable {
  var queue = DistanceQueue()
  var within = WithinCount()

  package init() {}
}
