package import LandModel

/// How one town lies to one feature of a constraint layer.
package enum PairSituation: String, Sendable, Codable, CaseIterable {
  /// They have area in common.
  case overlaps
  /// Their interiors meet, in less area than counts.
  case grazes
  /// Only their boundaries meet.
  case touches

  /// The situation in words.
  package var title: LocalizedText {
    switch self {
    case .touches: Situation.touches.title
    case .overlaps: LocalizedText(english: "overlaps", chinese: "重叠")
    case .grazes: LocalizedText(english: "grazes", chinese: "微量相交")
    }
  }
}

/// The land that one town and one feature have in common, measured alone.
package struct PairOverlap: Sendable, Hashable {
  /// Row of the town layer.
  package let town: Int
  /// Row of the constraint layer.
  package let feature: Int
  package let situation: PairSituation
  /// In the plane of the working grid.
  package let planarArea: SquareMetres
  /// On the ellipsoid, in proportion to the town's statutory area.
  package let ellipsoidalArea: SquareMetres

  package init(
    town: Int, feature: Int, situation: PairSituation, planarArea: SquareMetres,
    ellipsoidalArea: SquareMetres
  ) {
    self.town = town
    self.feature = feature
    self.situation = situation
    self.planarArea = planarArea
    self.ellipsoidalArea = ellipsoidalArea
  }
}

/// The pairs of towns and the features of one constraint layer.
package struct PairOverlaps: Sendable, Equatable {
  /// Key of the constraint layer.
  package let layer: String
  package let featureIDs: [FeatureID]
  /// Pairs with area in common.
  package let overlapCount: Int
  /// Their areas added up: land in several features counts as often.
  package let planarArea: SquareMetres
  package let ellipsoidalArea: SquareMetres
  /// By town, then by feature; empty where only the sums were asked for.
  package let pairs: [PairOverlap]

  package init(
    layer: String, featureIDs: [FeatureID], overlapCount: Int, planarArea: SquareMetres,
    ellipsoidalArea: SquareMetres, pairs: [PairOverlap]
  ) {
    self.layer = layer
    self.featureIDs = featureIDs
    self.overlapCount = overlapCount
    self.planarArea = planarArea
    self.ellipsoidalArea = ellipsoidalArea
    self.pairs = pairs
  }
}
