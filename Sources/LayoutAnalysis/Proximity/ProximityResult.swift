package import LandModel

/// What towns are measured to: a layer, or the points of one kind in a layer.
package struct ProximityTarget: Sendable, Hashable {
  /// Key of the layer.
  package let layer: String
  /// Nil for a layer as a whole, and for points that state no kind.
  package let kind: String?
  /// Whether points within the radii are counted.
  package let isCounted: Bool
  /// Whether they have weights.
  package let isWeighted: Bool
  package let featureCount: Int
}

/// The feature of a target nearest to a town.
package struct NearestPlace: Sendable, Hashable {
  /// Of equally near features the first in the layer.
  package let featureID: FeatureID
  /// On the working grid; zero where town and feature have a position in common, insides included.
  package let distance: Metres
  /// The length of the geodesic between the two positions on the ellipsoid; nil where it was not asked for.
  package let geodesicDistance: Metres?
  /// The nearest position of the town, on the working grid.
  package let from: XY
  /// The nearest position of the feature.
  package let to: XY
}

/// The points within a radius of a town.
package struct PointsWithin: Sendable, Hashable {
  package let count: Int
  /// Their weights together; nil where the points have none.
  package let weight: Double?
}

/// One town and one target.
package struct ProximityEntry: Sendable, Hashable {
  package let townID: FeatureID
  /// As an index into ``ProximityResult/targets``.
  package let target: Int
  /// Nil where the target has no feature.
  package let nearest: NearestPlace?
  /// One for each radius, ascending; empty for a layer whose features are not counted.
  package let within: [PointsWithin]
}

/// All towns and all targets.
package struct ProximityResult: Sendable, Equatable {
  package let townsMeasured: Int
  /// Ascending.
  package let radii: [Metres]
  /// Layers as given, then points by layer and kind.
  package let targets: [ProximityTarget]
  /// By town in layer order, then by target: one for each pair.
  package let entries: [ProximityEntry]
  /// The grid's scale over the extent of all that was measured; nil where nothing has a position.
  package let scale: GridScale?

  /// The same with geodesic lengths beside the distances.
  ///
  /// The nearest pair stays the one found on the grid, and it is that pair's length that is measured.
  /// - Parameter length: the length of the geodesic between two positions on the grid.
  package func measuringGeodesics(_ length: (XY, XY) -> Metres) -> ProximityResult {
    ProximityResult(
      townsMeasured: townsMeasured, radii: radii, targets: targets,
      entries: entries.map { entry in
        ProximityEntry(
          townID: entry.townID, target: entry.target,
          nearest: entry.nearest.map {
            NearestPlace(
              featureID: $0.featureID, distance: $0.distance,
              geodesicDistance: length($0.from, $0.to), from: $0.from, to: $0.to)
          }, within: entry.within)
      }, scale: scale)
  }
}
