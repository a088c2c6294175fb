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
  let values: [Int64]
  let coverage: CoverageGroups
  let rules: [SumRule]
  /// For each column the rules it counts in, with its coefficient there.
  let rulesOfColumn: Grouped<RuleShare>
  let conflicts: ConflictGraph

  struct RuleShare: Sendable, Equatable {
    let rule: Int
    let coefficient: Int64
  }

  var columnCount: Int { proposals.count }

  init(
    parameters: LayoutParameters, delimitation: DelimitationResult, resources: [ResourcePoint],
    counties known: [County], workers: Int? = nil
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
    rulesOfColumn = Grouped(
      groupCount: delimitation.proposals.count,
      rules.enumerated().flatMap { number, rule in
        zip(rule.columns, rule.coefficients).map {
          (group: $0, element: RuleShare(rule: number, coefficient: $1))
        }
      })
    conflicts = try ConflictGraph(
      proposals: delimitation.proposals, industryOfColumn: industryOfColumn,
      columnsOfSite: columnsOfSite, spacing: parameters.spacing,
      industrySpacing: parameters.industrySpacing, workers: workers)
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
