import LandModel

/// The layout question in numbers: columns to choose, what each brings and uses.
///
/// A column is a row of the proposals: a site with one industry, one size and the boundary drawn for it.
struct LayoutInstance: Sendable {
  private(set) var parameters: LayoutParameters
  let sites: [Site]
  private(set) var proposals: [TownProposal]
  /// By id.
  let counties: [County]
  /// In the order the sites name them, then those only quotas name, by key.
  let industries: [String]
  /// One entry per site.
  let countyOfSite: [Int]
  /// One entry per column.
  let industryOfColumn: [Int]
  let columnsOfSite: Grouped<Int>
  private(set) var scale: ObjectiveScale
  /// Suitability of each column, in units of the objective.
  private(set) var values: [Int64]
  private(set) var coverage: CoverageGroups
  private(set) var rules: [SumRule]
  /// For each column the rules it counts in, with its coefficient there.
  private(set) var rulesOfColumn: Grouped<RuleShare>
  let conflicts: ConflictGraph

  struct RuleShare: Sendable, Equatable {
    let rule: Int
    let coefficient: Int64
  }

  var columnCount: Int { proposals.count }

  /// - Parameter deadline: when to stop with an instance whose conflicts are not complete, and that must
  ///   not be searched; nil for no limit.
  init(
    parameters: LayoutParameters, delimitation: DelimitationResult, resources: [ResourcePoint],
    counties known: [County], workers: Int? = nil,
    until deadline: ContinuousClock.Instant? = nil
  ) throws(LayoutError) {
    self.parameters = parameters
    sites = delimitation.sites
    proposals = delimitation.proposals
    counties = Self.counties(of: delimitation.sites, and: known)
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
    let scale = ObjectiveScale(parameters, delimitation.proposals, resources)
    self.scale = scale
    values = delimitation.proposals.map { scale.units(scale.suitability(of: $0)) }
    coverage = CoverageGroups(
      parameters, sites: delimitation.sites, resources: resources, scale: scale,
      columnsOfSite: columnsOfSite, industryOfColumn: industryOfColumn, industries: industries)
    rules =
      SumRules(
        parameters: parameters, sites: delimitation.sites, proposals: delimitation.proposals,
        counties: counties, industries: industries, countyOfSite: countyOfSite,
        industryOfColumn: industryOfColumn
      ).all
    rulesOfColumn = Self.shares(of: rules, columnCount: delimitation.proposals.count)
    conflicts = try ConflictGraph(
      proposals: delimitation.proposals, industryOfColumn: industryOfColumn,
      columnsOfSite: columnsOfSite, spacing: parameters.spacing,
      industrySpacing: parameters.industrySpacing, workers: workers, until: deadline)
  }

  /// The same question with further rules, which come last.
  func adding(_ more: [SumRule]) -> LayoutInstance {
    var other = self
    other.rules += more
    other.rulesOfColumn = Self.shares(of: other.rules, columnCount: columnCount)
    return other
  }

  /// The same question with other weights; boundaries, rules and conflicts stay as they are.
  ///
  /// - Parameters:
  ///   - parameters: that differ in weights only.
  ///   - proposals: that differ in scores only.
  func weighing(
    _ parameters: LayoutParameters, _ proposals: [TownProposal], resources: [ResourcePoint]
  ) -> LayoutInstance {
    var other = self
    let scale = ObjectiveScale(parameters, proposals, resources)
    other.parameters = parameters
    other.proposals = proposals
    other.scale = scale
    other.values = proposals.map { scale.units(scale.suitability(of: $0)) }
    other.coverage = CoverageGroups(
      parameters, sites: sites, resources: resources, scale: scale, columnsOfSite: columnsOfSite,
      industryOfColumn: industryOfColumn, industries: industries)
    return other
  }

  private static func shares(of rules: [SumRule], columnCount: Int) -> Grouped<RuleShare> {
    Grouped(
      groupCount: columnCount,
      rules.enumerated().flatMap { number, rule in
        zip(rule.columns, rule.coefficients).map {
          (group: $0, element: RuleShare(rule: number, coefficient: $1))
        }
      })
  }

  /// How many units of the objective make a point.
  var unitsPerPoint: Double { scale.unitsPerPoint }

  /// Points of a number of units.
  func points(_ units: Int64) -> Double { Double(units) / unitsPerPoint }

  private static func counties(of sites: [Site], and known: [County]) -> [County] {
    var names: [FeatureID: String] = [:]
    for site in sites { names[site.county] = site.countyName }
    for county in known { names[county.id] = county.name }
    return names.map { County(id: $0.key, name: $0.value) }.sorted { $0.id < $1.id }
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
