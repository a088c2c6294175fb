import LandModel

/// The layout question in numbers: columns to choose, what each brings and uses.
///
/// A column is a row of the proposals: a site with one industry, one size and the boundary drawn for it.
struct LayoutInstance: Sendable {
  let parameters: LayoutParameters
  let sites: [Site]
  let proposals: [TownProposal]
  /// By id.
  let counties: [County]
  /// In the order the sites name them, then those only quotas name, by key.
  let industries: [String]
  /// One entry per site.
  let countyOfSite: [Int]
  /// One entry per column.
  let industryOfColumn: [Int]
  let columnsOfSite: Grouped<Int>
  let scale: ObjectiveScale
  /// Suitability of each column, in units of the objective.
  let suitability: [Int64]
  /// What each column adds to the objective whatever else is chosen: its suitability, where that counts.
  var values: [Int64]
  /// With the weights that the objective counts.
  var coverage: CoverageGroups
  /// Nil where the question knows no equity.
  let equity: EquityShares?
  /// Whether the objective has the least level of the counties.
  var countsEquity: Bool
  private(set) var rules: [SumRule] = []
  /// For each column the rules it counts in, with its coefficient there.
  private(set) var rulesOfColumn = Grouped<RuleShare>()
  /// For each coverage group the same; empty while no rule counts groups.
  private(set) var rulesOfGroup = Grouped<RuleShare>()
  var conflicts: ConflictGraph

  struct RuleShare: Sendable, Equatable {
    let rule: Int
    let coefficient: Int64
  }

  var columnCount: Int { proposals.count }

  /// - Parameters:
  ///   - pairs: the conflicts, where the same boundaries were measured before.
  ///   - deadline: when to stop with an instance whose conflicts are not complete, and that must not be
  ///     searched; nil for no limit.
  init(
    parameters: LayoutParameters, delimitation: DelimitationResult, resources: [ResourcePoint],
    counties known: [County], conflicts pairs: ConflictGraph? = nil, workers: Int? = nil,
    until deadline: ContinuousClock.Instant? = nil
  ) throws(LayoutError) {
    self.parameters = parameters
    sites = delimitation.sites
    proposals = delimitation.proposals
    let counties = Self.counties(of: delimitation.sites, and: known)
    self.counties = counties
    industries = Self.industries(of: delimitation, parameters)
    let countyNumbers = Dictionary(
      uniqueKeysWithValues: counties.enumerated().map { ($1.id, $0) })
    let industryNumbers = Dictionary(uniqueKeysWithValues: industries.enumerated().map { ($1, $0) })
    countyOfSite = delimitation.sites.map { countyNumbers[$0.county] ?? 0 }
    let industryOfColumn = delimitation.proposals.map { industryNumbers[$0.industry] ?? 0 }
    self.industryOfColumn = industryOfColumn
    let columnsOfSite = Grouped(
      groupCount: delimitation.sites.count,
      delimitation.proposals.enumerated().map { (group: $1.site, element: $0) })
    self.columnsOfSite = columnsOfSite
    let scale = ObjectiveScale(
      parameters, delimitation.proposals, resources,
      greatestLevel: EquityShares.points(
        parameters, delimitation.proposals, sites: delimitation.sites, counties: counties
      ).most)
    self.scale = scale
    suitability = delimitation.proposals.map { scale.units(scale.suitability(of: $0)) }
    values = suitability
    equity = parameters.equity.map { _ in
      EquityShares(
        parameters, delimitation.proposals, sites: delimitation.sites, counties: counties,
        scale: scale)
    }
    countsEquity = equity != nil
    coverage = CoverageGroups(
      parameters, sites: delimitation.sites, resources: resources, scale: scale,
      columnsOfSite: columnsOfSite, industryOfColumn: industryOfColumn, industries: industries)
    if let pairs {
      conflicts = pairs
    } else {
      conflicts = try ConflictGraph(
        proposals: delimitation.proposals, industryOfColumn: industryOfColumn,
        columnsOfSite: columnsOfSite, spacing: parameters.spacing,
        industrySpacing: parameters.industrySpacing, workers: workers, until: deadline)
    }
    let sums = SumRules(
      parameters: parameters, sites: delimitation.sites, proposals: delimitation.proposals,
      counties: counties, industries: industries, countyOfSite: countyOfSite,
      industryOfColumn: industryOfColumn
    ).all
    let firstLock = sums.firstIndex { $0.constraint.isLock } ?? sums.endIndex
    setRules(
      sums[..<firstLock] + parameters.termMinimums.flatMap { rules(for: $0) } + sums[firstLock...])
  }

  /// The same question with further rules, which come last.
  func adding(_ more: [SumRule]) -> LayoutInstance {
    var other = self
    other.setRules(rules + more)
    return other
  }

  /// States all rules anew.
  mutating func setRules(_ rules: [SumRule]) {
    self.rules = rules
    rulesOfColumn = Grouped(
      groupCount: columnCount,
      rules.enumerated().flatMap { number, rule in
        zip(rule.columns, rule.coefficients).map {
          (group: $0, element: RuleShare(rule: number, coefficient: $1))
        }
      })
    guard rules.contains(where: { !$0.groups.isEmpty }) else {
      rulesOfGroup = Grouped()
      return
    }
    rulesOfGroup = Grouped(
      groupCount: coverage.columns.count,
      rules.enumerated().flatMap { number, rule in
        zip(rule.groups, rule.groupCoefficients).map {
          (group: $0, element: RuleShare(rule: number, coefficient: $1))
        }
      })
  }

  /// How many units of the objective make a point.
  var unitsPerPoint: Double { scale.unitsPerPoint }

  /// Points of a number of units.
  func points(_ units: Int64) -> Double { Double(units) / unitsPerPoint }

  private static func counties(of sites: [Site], and known: [County]) -> [County] {
    var counties: [FeatureID: County] = [:]
    for site in sites { counties[site.county] = County(id: site.county, name: site.countyName) }
    for county in known { counties[county.id] = county }
    return counties.values.sorted { $0.id < $1.id }
  }

  private static func industries(
    of delimitation: DelimitationResult, _ parameters: LayoutParameters
  ) -> [String] {
    var seen: Set<String> = []
    let named =
      delimitation.sites.flatMap(\.industries) + delimitation.proposals.map(\.industry)
      + parameters.industryQuotas.keys.sorted()
    return named.filter { seen.insert($0).inserted }
  }
}
