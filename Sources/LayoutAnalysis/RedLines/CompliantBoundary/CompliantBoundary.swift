package import LandModel

/// How a proposed boundary may look; each number with its reason.
package struct CompliantParameters: Sendable, Hashable, Codable {
  /// Land narrower than this does not connect: it is cut off, and what lies behind it left out.
  ///
  /// No rule gives a number: 20 m lets a street with its verges through. A choice of this product.
  package var neckWidth = Metres(20)
  /// Below this a proposal is warned about: the least planning area (domain facts §1.2).
  package var smallestArea = SquareMetres(squareKilometres: 1)
  /// Whether a town may enclose land that is not its own; a hole is warned about otherwise.
  package var allowsHoles = false
  /// Straight edges for a quarter circle at the ends of necks: within 0.5 % of half the width.
  package var bufferSegments = 16

  package init() {}
}

/// The boundary that a town could keep: what it may not take is cut off, the rest is one piece.
package struct CompliantBoundary: Sendable, Equatable {
  /// What came of it.
  package enum Outcome: String, Sendable, Codable, CaseIterable {
    /// The town breaks no rule about its land: its own boundary stands.
    case unchanged
    case proposed
    /// Nothing is left that a town may take.
    case allForbidden = "all-forbidden"
    /// What is left is nowhere as wide as a neck may be.
    case tooNarrow = "too-narrow"
    /// The drawn boundary did not pass the program's own validation and check.
    case unverified

    /// The outcome in words.
    package var title: LocalizedText {
      switch self {
      case .unchanged: LocalizedText(english: "unchanged", chinese: "无需调整")
      case .proposed: LocalizedText(english: "proposed", chinese: "已提出")
      case .allForbidden:
        LocalizedText(english: "none: all land is closed", chinese: "无：全部不可用")
      case .tooNarrow:
        LocalizedText(english: "none: what is left is too narrow", chinese: "无：剩余过窄")
      case .unverified:
        LocalizedText(english: "none: failed its own check", chinese: "无：复检未通过")
      }
    }
  }

  package let townID: FeatureID
  package var outcome: Outcome
  /// One polygon; the town's own geometry where it stands, null where there is none.
  package var geometry: Geometry
  /// What GeoJSON holds: the geometry, or one drawn on rounded positions.
  ///
  /// The latter where rounding to seven decimals of a degree would make it cross itself. Areas are those of
  /// ``geometry``.
  package var roundedGeometry: Geometry
  /// The town as submitted, on the ellipsoid.
  package let townEllipsoidalArea: SquareMetres
  /// The proposal; zero where there is none.
  package var ellipsoidalArea: SquareMetres
  package var planarArea: SquareMetres
  /// Land that rules take, on the ellipsoid.
  package let lostToRules: SquareMetres
  /// Land that rules would allow but that is cut off from the largest part, or too narrow.
  package var lostToCleaning: SquareMetres
  /// Pieces cut out because they are narrow.
  package let narrowPieceCount: Int
  /// Planar areas of the parts left out beside them, from the largest; those below 1 m² are not listed.
  package let leftOut: [SquareMetres]
  package let holeCount: Int
  package let holeArea: SquareMetres
  package var remarks: [LocalizedText]

  /// Whether there is a boundary.
  package var isPresent: Bool { outcome == .unchanged || outcome == .proposed }
  package var lost: SquareMetres { townEllipsoidalArea - ellipsoidalArea }
  package var lostShare: Ratio { lost / townEllipsoidalArea }

  /// A town without a boundary to propose, or the same town after its proposal was withdrawn.
  package mutating func withdraw(_ outcome: Outcome, because remark: LocalizedText) {
    self.outcome = outcome
    (geometry, roundedGeometry) = (.null, .null)
    (ellipsoidalArea, planarArea) = (.zero, .zero)
    lostToCleaning = townEllipsoidalArea - lostToRules
    remarks.append(remark)
  }
}
