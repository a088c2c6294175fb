package import LandModel

/// Why a step left a feature as it was.
package enum RepairRefusal: Sendable, Hashable {
  /// The planar area would change by more than the limit.
  case areaChange(SquareMetres, limit: SquareMetres)
  /// The feature would have more parts than before.
  case breaksApart(from: Int, into: Int)
  /// A border would give way by more than the tolerance.
  case tooFar(Metres, limit: Metres)
  /// Nothing of the feature would be left.
  case vanishes
  /// The polygon would no longer be valid.
  case becomesInvalid
  /// The border cannot be kept bit for bit: vertices lie nearer to other borders than can be computed.
  case inexact
  /// The steps undo each other, so that there is no end to them.
  case unsettled
}

/// A step that was refused, by the rule that asked for it.
package struct RefusedRepair: Sendable, Hashable {
  package let rule: RuleCode
  package let refusal: RepairRefusal

  package init(rule: RuleCode, refusal: RepairRefusal) {
    self.rule = rule
    self.refusal = refusal
  }
}

/// What repair did to one feature, or would not do.
package struct FeatureRepair: Sendable, Hashable {
  /// Areas of one state of a feature; of an invalid polygon they are what shells less holes sum to.
  package struct Areas: Sendable, Hashable {
    package let planar: SquareMetres
    /// On the ellipsoid of the layer's datum: the statutory area.
    package let ellipsoidal: SquareMetres

    package init(planar: SquareMetres, ellipsoidal: SquareMetres) {
      self.planar = planar
      self.ellipsoidal = ellipsoidal
    }
  }

  /// The feature's row in the layer given.
  package let row: Int
  package let id: FeatureID
  /// Rules whose repair changed the feature, each once, in the order of the steps.
  package let applied: [RuleCode]
  package let refused: [RefusedRepair]
  package let before: Areas
  package let after: Areas
  /// Vertices of the feature given that it has no longer; no vertex is ever moved.
  package let verticesRemoved: Int
  /// Vertices the feature did not have: crossing points, and vertices of a neighbour's border.
  package let verticesAdded: Int
  /// How far the boundary gave way: the greatest distance of a removed vertex from the new boundary, over
  /// rings that still exist.
  package let largestShift: Metres
  /// The feature that this one repeated, where it was dropped as a duplicate.
  package let duplicateOf: FeatureID?

  package var isDropped: Bool { duplicateOf != nil }
  package var isChanged: Bool { !applied.isEmpty }
}

/// A layer after repair, each vertex with where it came from.
package struct RepairedLayer: Sendable, Equatable {
  package let layer: ProjectedLayer
  /// For each row here, its row in the layer given; ascending.
  package let sourceRows: [Int]
  /// For each position here, its index among the positions of the layer given; nil for a new one.
  package let origins: [Int32?]
}

/// What repair made of a layer.
package struct RepairResult: Sendable, Equatable {
  package let repaired: RepairedLayer
  /// The features that were changed, dropped or refused, by row; all others are as they were, bit for bit.
  package let features: [FeatureRepair]
}
