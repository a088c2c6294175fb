package import LandModel

/// One target and all towns together.
package struct ProximitySummary: Sendable, Hashable {
  /// Towns with a nearest feature.
  package private(set) var townsMeasured = 0
  /// Towns that have a position in common with a feature.
  package private(set) var townsMeeting = 0
  /// The distances of all towns together, on the grid.
  package private(set) var distanceSum = Metres.zero
  /// The greatest of them.
  package private(set) var greatestDistance = Metres.zero
  /// The geodesic lengths together; nil where they were not asked for.
  package private(set) var geodesicSum: Metres?
  /// For each radius the counts and weights of all towns together: a point near two towns counts twice.
  package private(set) var within: [PointsWithin]

  fileprivate init(_ target: ProximityTarget, radii: Int) {
    within = Array(
      repeating: PointsWithin(count: 0, weight: target.isWeighted ? 0 : nil),
      count: target.isCounted ? radii : 0)
  }

  fileprivate mutating func add(_ entry: ProximityEntry) {
    for (index, found) in entry.within.enumerated() {
      let sum = within[index]
      within[index] = PointsWithin(
        count: sum.count + found.count,
        weight: found.weight.flatMap { weight in sum.weight.map { $0 + weight } })
    }
    guard let nearest = entry.nearest else { return }
    townsMeasured += 1
    if nearest.distance == .zero { townsMeeting += 1 }
    distanceSum = distanceSum + nearest.distance
    greatestDistance = max(greatestDistance, nearest.distance)
    if let length = nearest.geodesicDistance { geodesicSum = (geodesicSum ?? .zero) + length }
  }
}

extension ProximityResult {
  /// One for each target.
  package var summaries: [ProximitySummary] {
    var summaries = targets.map { ProximitySummary($0, radii: radii.count) }
    for entry in entries { summaries[entry.target].add(entry) }
    return summaries
  }
}
