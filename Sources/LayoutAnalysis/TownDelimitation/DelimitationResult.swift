package import LandModel

/// A named part of a town's suitability.
package struct FactorScore: Sendable, Hashable, Codable {
  /// The factor's name in the plan file.
  package let factor: String
  /// Mean over the town's cells, 0…1.
  package let value: Ratio
  /// Weight of the factor for this industry; weights of an industry sum to 1.
  package let weight: Ratio

  package init(factor: String, value: Ratio, weight: Ratio) {
    self.factor = factor
    self.value = value
    self.weight = weight
  }
}

/// Why a town is smaller than wanted, or why there is none.
package struct Shortfall: Sendable, Hashable {
  /// What there is too little of.
  package enum Kind: String, Sendable, Codable {
    /// No free cell near the seed.
    case noStart
    /// Free land in one piece.
    case land
    /// Building land in one piece.
    case building
    /// A layer of which a town may hold only so much.
    case limit
  }

  /// The area that could be reached, on the ellipsoid.
  package let reached: SquareMetres
  package let wanted: SquareMetres
  /// The cause in planning words, with numbers.
  package let cause: LocalizedText
  /// The cause as a word that can be counted; nil where it is none of these.
  package let kind: Kind?
  /// The layer that takes most of the land within reach; nil where none takes any.
  package let greatestTaker: LocalizedText?

  package init(
    reached: SquareMetres, wanted: SquareMetres, cause: LocalizedText, kind: Kind? = nil,
    greatestTaker: LocalizedText? = nil
  ) {
    self.reached = reached
    self.wanted = wanted
    self.cause = cause
    self.kind = kind
    self.greatestTaker = greatestTaker
  }
}

/// The boundary drawn for one site, one industry and, where the plan has them, one size class.
package struct TownProposal: Sendable, Hashable {
  /// Row of the site in the list given.
  package let site: Int
  /// Key of the industry.
  package let industry: String
  /// One polygon without holes, in the working reference system.
  package let boundary: Geometry
  package let planarArea: SquareMetres
  package let ellipsoidalArea: SquareMetres
  /// Land inside that may be built on (建设用地): a nested region of the town.
  package let constructionBoundary: Geometry
  package let constructionArea: SquareMetres
  package let cellCount: Int
  /// Mean suitability of the town's cells × 100: 0…100 points.
  package var score: Double
  /// The parts of the score: Σ value × weight × 100 = score.
  package let factors: [FactorScore]
  /// Polsby–Popper compactness 4πA/P² of the drawn boundary.
  package let compactness: Ratio
  /// Greatest distance from the seed to the boundary.
  package let reach: Metres
  /// Objective of the delimitation, its proven upper bound, and (bound − objective)/objective.
  package let objective: Double
  package let bound: Double
  package let gap: Ratio
  /// No star-shaped town (each cell with its way to the seed) has a greater objective.
  ///
  /// Nil when not known. Below the objective where the town is of another shape and better than all of
  /// them.
  package let starBound: Double?
  /// The bound by minimum cuts, where the solver has bettered or confirmed it; nil where `bound` is that.
  package let cutBound: Double?
  /// Set when the town is smaller than the wanted area but within the profile's limits.
  package let shortfall: Shortfall?
  /// The wanted area of the size class; nil where the plan has no classes.
  package let sizeClass: SquareMetres?
  /// What of the boundary lies on features of the layers to follow, in plan order, without those of which nothing does;
  /// nil where the parameters name no such layer.
  package let followed: [FollowedShare]?

  package init(
    site: Int, industry: String, boundary: Geometry, planarArea: SquareMetres,
    ellipsoidalArea: SquareMetres, constructionBoundary: Geometry, constructionArea: SquareMetres,
    cellCount: Int, score: Double, factors: [FactorScore], compactness: Ratio, reach: Metres,
    objective: Double, bound: Double, gap: Ratio, starBound: Double? = nil, cutBound: Double? = nil,
    shortfall: Shortfall?, sizeClass: SquareMetres? = nil, followed: [FollowedShare]? = nil
  ) {
    self.site = site
    self.industry = industry
    self.boundary = boundary
    self.planarArea = planarArea
    self.ellipsoidalArea = ellipsoidalArea
    self.constructionBoundary = constructionBoundary
    self.constructionArea = constructionArea
    self.cellCount = cellCount
    self.score = score
    self.factors = factors
    self.compactness = compactness
    self.reach = reach
    self.objective = objective
    self.bound = bound
    self.gap = gap
    self.starBound = starBound
    self.cutBound = cutBound
    self.shortfall = shortfall
    self.sizeClass = sizeClass
    self.followed = followed
  }
}

/// A site, industry and size class for which no town within the limits exists.
package struct DelimitationRefusal: Sendable, Hashable {
  package let site: Int
  package let industry: String
  package let shortfall: Shortfall
  /// The wanted area of the size class; nil where the plan has no classes.
  package let sizeClass: SquareMetres?

  package init(
    site: Int, industry: String, shortfall: Shortfall, sizeClass: SquareMetres? = nil
  ) {
    self.site = site
    self.industry = industry
    self.shortfall = shortfall
    self.sizeClass = sizeClass
  }
}

/// Boundaries for all sites, industries and size classes.
package struct DelimitationResult: Sendable, Equatable {
  package let sites: [Site]
  /// By site, then industry in plan order, then size class from the smallest.
  package let proposals: [TownProposal]
  package let refusals: [DelimitationRefusal]

  package init(
    sites: [Site], proposals: [TownProposal], refusals: [DelimitationRefusal]
  ) {
    self.sites = sites
    self.proposals = proposals
    self.refusals = refusals
  }
}
