package import LandModel

/// How many towns a county, an industry or the whole city gets.
package struct TownQuota: Sendable, Hashable {
  package var min: Int
  /// Nil for no upper limit.
  package var max: Int?

  package init(min: Int = 0, max: Int? = nil) {
    self.min = min
    self.max = max
  }

  /// No limit at all.
  package static let free = TownQuota()
}

/// A site whose fate is decided before the search.
package struct LockedSite: Sendable, Hashable {
  package var site: FeatureID
  /// The industry the town must have (locked in) or must not have (locked out).
  ///
  /// Nil locked in: the search may choose; nil locked out: no town at all.
  package var industry: String?
  /// The size class the town must have, or must not have; nil for any.
  package var size: SquareMetres?

  package init(site: FeatureID, industry: String? = nil, size: SquareMetres? = nil) {
    self.site = site
    self.industry = industry
    self.size = size
  }

  /// Whether the lock speaks of a town.
  package func speaks(of town: FeatureID, industry: String, size: SquareMetres?) -> Bool {
    site == town && (self.industry == nil || self.industry == industry)
      && (self.size == nil || self.size == size)
  }
}

/// A distance up to which a resource counts with a share of its weight.
package struct CoverageRing: Sendable, Hashable {
  /// From the town's seed to the resource, at most; exactly at the radius counts.
  package var radius: Metres
  /// Share of the weight within the radius, 0…1.
  package var share: Ratio

  package init(radius: Metres, share: Ratio) {
    self.radius = radius
    self.share = share
  }

  /// Rings of equal width whose shares fall in equal steps from 1 in the innermost ring.
  package static func linear(radius: Metres, steps: Int) -> [CoverageRing] {
    (0..<steps).map { step in
      CoverageRing(
        radius: Metres(radius.value * Double(step + 1) / Double(steps)),
        share: Ratio(1 - Double(step) / Double(steps)))
    }
  }
}

/// How resources of one category are reached.
package struct CoverageRule: Sendable, Hashable {
  /// Category of ``ResourcePoint``.
  package var category: String
  /// Factor on the weights of the category's resources.
  package var weight: Double
  /// By ascending radius with falling shares; one ring of share 1 is plain coverage.
  package var rings: [CoverageRing]
  /// Keys of the industries whose towns reach the category; nil for all.
  package var industries: [String]?

  package init(
    category: String, weight: Double, rings: [CoverageRing], industries: [String]? = nil
  ) {
    self.category = category
    self.weight = weight
    self.rings = rings
    self.industries = industries
  }
}

/// What the citywide layout must keep to, and what it is to make greatest.
///
/// Objective, in points:
/// suitabilityWeight × Σ score × area / targetArea over the chosen towns, plus
/// coverageWeight × Σ rule.weight × resource.weight × best share reached over the resources, plus
/// what ``EquityRule`` adds.
package struct LayoutParameters: Sendable, Equatable {
  /// Towns in the whole city.
  package var towns: TownQuota
  /// Least distance between the boundaries of two towns; exactly that far is far enough.
  ///
  /// Boundaries never overlap, at any spacing.
  package var spacing: Metres
  /// Least distance between the boundaries of two towns of one industry, where greater than `spacing`.
  package var industrySpacing: Metres
  /// For each county not named in `countyQuotas`.
  package var countyQuota: TownQuota
  package var countyQuotas: [FeatureID: TownQuota]
  /// For each industry not named in `industryQuotas`.
  package var industryQuota: TownQuota
  package var industryQuotas: [String: TownQuota]
  /// What texts call an industry; its key where it isn't named.
  package var industryNames: [String: LocalizedText]
  /// Greatest sum of the towns' ellipsoidal areas; nil for no limit.
  package var landQuota: SquareMetres?
  /// Greatest sum of the towns' construction areas; nil for no limit.
  package var constructionQuota: SquareMetres?
  /// Greatest sum of the towns' costs; nil for no limit.
  package var budget: Money?
  /// What a square kilometre of a town costs beside the cost of its site.
  package var costPerSquareKilometre: Money
  /// What terms of the objective must at least reach, each term once.
  package var termMinimums: [TermMinimum]
  /// How counties are to share; nil where that does not count.
  package var equity: EquityRule?
  /// The front of two terms that is to be drawn; nil for none.
  package var pareto: ParetoQuestion?
  /// Sites that must become towns.
  package var lockedIn: [LockedSite]
  /// Sites, or industries at sites, that must not.
  package var lockedOut: [LockedSite]
  /// Points for a point of suitability.
  package var suitabilityWeight: Double
  /// Area at which a town counts with its full score; 3 km² is the usual town (domain facts §2).
  package var targetArea: SquareMetres
  /// Points for a unit of resource weight reached.
  package var coverageWeight: Double
  /// At most one rule for a category; categories without a rule don't count.
  package var coverage: [CoverageRule]
  /// Wall-clock limit of the search, which begins with measuring the distances of boundaries.
  ///
  /// A search it stops may end in another plan on another machine. A solver in a process of its own is ended
  /// soon after it (``LayoutSolver``); one in this process looks at the clock between its steps only. Naming
  /// the rules that contradict each other, and each question beside the plan, may take the same time again.
  package var timeLimit: Duration
  /// Limit on the nodes of each search tree, which stops the search at the same plan everywhere; nil
  /// for none.
  package var nodeLimit: Int?
  /// The search may end when the plan is proven to be this near the best.
  package var gap: Ratio
  /// Seed of the solver's random choices.
  package var seed: UInt32

  package init(
    towns: TownQuota = .free, spacing: Metres = .zero, industrySpacing: Metres = .zero,
    countyQuota: TownQuota = .free, countyQuotas: [FeatureID: TownQuota] = [:],
    industryQuota: TownQuota = .free, industryQuotas: [String: TownQuota] = [:],
    industryNames: [String: LocalizedText] = [:],
    landQuota: SquareMetres? = nil, constructionQuota: SquareMetres? = nil,
    budget: Money? = nil, costPerSquareKilometre: Money = .zero,
    termMinimums: [TermMinimum] = [], equity: EquityRule? = nil, pareto: ParetoQuestion? = nil,
    lockedIn: [LockedSite] = [], lockedOut: [LockedSite] = [],
    suitabilityWeight: Double = 1, targetArea: SquareMetres = SquareMetres(squareKilometres: 3),
    coverageWeight: Double = 1, coverage: [CoverageRule] = [],
    timeLimit: Duration = .seconds(60), nodeLimit: Int? = nil, gap: Ratio = .zero,
    seed: UInt32 = 1
  ) {
    self.towns = towns
    self.spacing = spacing
    self.industrySpacing = industrySpacing
    self.countyQuota = countyQuota
    self.countyQuotas = countyQuotas
    self.industryQuota = industryQuota
    self.industryQuotas = industryQuotas
    self.industryNames = industryNames
    self.landQuota = landQuota
    self.constructionQuota = constructionQuota
    self.budget = budget
    self.costPerSquareKilometre = costPerSquareKilometre
    self.termMinimums = termMinimums
    self.equity = equity
    self.pareto = pareto
    self.lockedIn = lockedIn
    self.lockedOut = lockedOut
    self.suitabilityWeight = suitabilityWeight
    self.targetArea = targetArea
    self.coverageWeight = coverageWeight
    self.coverage = coverage
    self.timeLimit = timeLimit
    self.nodeLimit = nodeLimit
    self.gap = gap
    self.seed = seed
  }
}
