package import LandModel

/// How a town lies to a constraint layer.
package enum Situation: String, Sendable, Codable, CaseIterable {
  /// Apart by more than the "near" distance.
  case clear
  /// Apart, but by no more than the "near" distance.
  case near
  /// Boundaries meet; no area in common.
  case touches
  /// Overlap so thin *and* so small that it is taken for digitising noise.
  case sliver
  /// A true overlap.
  case encroaches

  /// The situation in words.
  package var title: LocalizedText {
    switch self {
    case .clear: LocalizedText(english: "clear", chinese: "不涉及")
    case .near: LocalizedText(english: "near", chinese: "临近")
    case .touches: LocalizedText(english: "touches", chinese: "相接")
    case .sliver: LocalizedText(english: "sliver", chinese: "碎缝")
    case .encroaches: LocalizedText(english: "encroaches", chinese: "侵占")
    }
  }
}

/// A connected piece of a town in a constraint layer.
package struct ConstraintPiece: Sendable, Hashable {
  /// Features of the layer that the piece lies in, in layer order.
  package let featureIDs: [FeatureID]
  /// One polygon in the working reference system.
  package let geometry: Geometry
  package let planarArea: SquareMetres
  package let ellipsoidalArea: SquareMetres
  /// The class or zone that the piece belongs to, as ``ClassResult/code``; nil where the rule has none.
  package let classCode: String?

  package init(
    featureIDs: [FeatureID], geometry: Geometry, planarArea: SquareMetres,
    ellipsoidalArea: SquareMetres, classCode: String? = nil
  ) {
    self.featureIDs = featureIDs
    self.geometry = geometry
    self.planarArea = planarArea
    self.ellipsoidalArea = ellipsoidalArea
    self.classCode = classCode
  }
}

/// One town against one constraint layer.
package struct ConstraintResult: Sendable, Hashable {
  package let townID: FeatureID
  /// Key of the constraint layer.
  package let constraint: String
  package let rule: ConstraintRule
  package let situation: Situation
  /// Whether the rule is broken; a sliver is reported and does not break a rule.
  package let isBreach: Bool
  /// Area in common with the *union* of the layer's features (for `inside`: the area outside it).
  package let planarArea: SquareMetres
  package let ellipsoidalArea: SquareMetres
  /// The same as a share of the town, on the ellipsoid.
  package let share: Ratio
  /// Greatest width of the overlap: the diameter of the largest circle inside, to a twentieth or so.
  ///
  /// Nil when there is no overlap, and when areas alone are asked for and the area alone decides.
  package let width: Metres?
  /// The pieces, from the largest to the smallest.
  package let pieces: [ConstraintPiece]
  /// Features of the layer that take part: overlapped, or the nearest one.
  package let featureIDs: [FeatureID]
  /// Distance to the nearest feature; zero when they meet, nil when the layer is empty.
  ///
  /// For `buffer` the distance to the feature itself, though the situation is that to the closed land.
  package let nearestDistance: Metres?
  /// Of a rule by class, each class that the layer has, in the order of the rule; empty otherwise.
  package var classes: [ClassResult] = []
  /// What the town says of its activity; nil where the rule does not ask.
  package var activity: ActivityReading?
  /// The state of the layer's data; nil where nobody says.
  package var vintage: String?
  /// The pieces and the rest of the town, brought to the official area; nil where there is none.
  package var levelling: Levelling?
  /// Features that validation left out of the layer and that the town may lie on, or near, by their boxes.
  ///
  /// What the town has in common with them was not measured. In layer order; empty as a rule.
  package var unmeasuredIDs: [FeatureID] = []

  package init(
    townID: FeatureID, constraint: String, rule: ConstraintRule, situation: Situation,
    isBreach: Bool, planarArea: SquareMetres, ellipsoidalArea: SquareMetres, share: Ratio,
    width: Metres?, pieces: [ConstraintPiece], featureIDs: [FeatureID], nearestDistance: Metres?
  ) {
    self.townID = townID
    self.constraint = constraint
    self.rule = rule
    self.situation = situation
    self.isBreach = isBreach
    self.planarArea = planarArea
    self.ellipsoidalArea = ellipsoidalArea
    self.share = share
    self.width = width
    self.pieces = pieces
    self.featureIDs = featureIDs
    self.nearestDistance = nearestDistance
  }
}

/// All towns against all constraint layers.
package struct RedLineResult: Sendable, Equatable {
  package let townsChecked: Int
  /// By town in layer order, then by constraint in plan order: one for each pair.
  package let results: [ConstraintResult]
  /// Pairs of a town and a single feature of a `forbid`, `limit` or `conditional` layer with
  /// area in common.
  package let overlappingPairs: Int
  /// The constraint layers as they were understood, in plan order.
  package var rules: [CheckedRule] = []

  package init(townsChecked: Int, results: [ConstraintResult], overlappingPairs: Int) {
    self.townsChecked = townsChecked
    self.results = results
    self.overlappingPairs = overlappingPairs
  }
}
