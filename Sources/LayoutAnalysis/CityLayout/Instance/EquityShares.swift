import LandModel

/// The layout's ``EquityRule`` in numbers: what each column adds to its county's level.
///
/// Levels are in units of the objective, weighted, so that the term is the least of them and a whole
/// number. A column counts at most with the greatest level that all counties can reach: a county beyond
/// it is never the one worst off, and the relaxation has less to gain by half a town.
struct EquityShares: Sendable, Equatable {
  /// Numbers of the counties that count, ascending.
  let counties: [Int]
  /// For each column the place of its county in `counties`; −1 where that does not count.
  let countyOfColumn: [Int]
  /// For each column what it adds to its county's level.
  let units: [Int64]
  /// What the least level cannot exceed; 0 when no county counts.
  let most: Int64

  /// For each county its fair share; nil where it does not count.
  ///
  /// - Parameters:
  ///   - isOffered: for each county whether a boundary is offered there.
  static func fairShares(
    _ rule: EquityRule, of counties: [County], isOffered: [Bool]
  ) -> [Double?] {
    switch rule.share {
    case .county: return isOffered.map { $0 ? 1 : nil }
    case .population:
      let people = zip(counties, isOffered).map { $1 ? max(0, $0.population ?? 0) : 0 }
      let counted = people.filter { $0 > 0 }
      let mean = counted.reduce(0, +) / Double(max(1, counted.count))
      return people.map { $0 > 0 ? $0 / mean : nil }
    }
  }

  /// What a town is worth to its county, in the unit of the measure.
  static func value(
    of proposal: TownProposal, _ rule: EquityRule, targetArea: SquareMetres
  ) -> Double {
    switch rule.measure {
    case .area: proposal.ellipsoidalArea.squareKilometres
    case .towns: 1
    case .suitability: proposal.score * (proposal.ellipsoidalArea / targetArea).value
    }
  }

  /// What each column adds in points, before rounding, and the most that all counties can reach.
  static func points(
    _ parameters: LayoutParameters, _ proposals: [TownProposal], sites: [Site], counties: [County]
  ) -> (columns: [Double?], most: Double) {
    guard let rule = parameters.equity else { return (proposals.map { _ in nil }, 0) }
    let numbers = Dictionary(uniqueKeysWithValues: counties.enumerated().map { ($1.id, $0) })
    let countyOfColumn = proposals.map { numbers[sites[$0.site].county] ?? 0 }
    var isOffered = [Bool](repeating: false, count: counties.count)
    for county in countyOfColumn { isOffered[county] = true }
    let shares = fairShares(rule, of: counties, isOffered: isOffered)
    let columns = zip(proposals, countyOfColumn).map { proposal, county in
      shares[county].map {
        rule.weight * value(of: proposal, rule, targetArea: parameters.targetArea) / $0
      }
    }
    var best = [Int: Double](minimumCapacity: sites.count)
    for (column, points) in columns.enumerated() {
      guard let points else { continue }
      best[proposals[column].site] = max(points, best[proposals[column].site] ?? 0)
    }
    var sums = [Double](repeating: 0, count: counties.count)
    for (site, points) in best.sorted(by: { $0.key < $1.key }) {
      sums[numbers[sites[site].county] ?? 0] += points
    }
    return (columns, sums.indices.compactMap { shares[$0] == nil ? nil : sums[$0] }.min() ?? 0)
  }

  init(
    _ parameters: LayoutParameters, _ proposals: [TownProposal], sites: [Site],
    counties: [County], scale: ObjectiveScale
  ) {
    let (columns, greatest) = Self.points(parameters, proposals, sites: sites, counties: counties)
    let numbers = Dictionary(uniqueKeysWithValues: counties.enumerated().map { ($1.id, $0) })
    let numberOfColumn = proposals.map { numbers[sites[$0.site].county] ?? 0 }
    let counted = Set(columns.indices.filter { columns[$0] != nil }.map { numberOfColumn[$0] })
      .sorted()
    let places = Dictionary(uniqueKeysWithValues: counted.enumerated().map { ($1, $0) })
    let rounded = columns.map { $0.map { scale.units(min($0, 2 * greatest)) } ?? 0 }
    var best = [Int64](repeating: 0, count: sites.count)
    for (column, units) in rounded.enumerated() {
      best[proposals[column].site] = max(best[proposals[column].site], units)
    }
    var sums = [Int64](repeating: 0, count: counted.count)
    for (site, units) in best.enumerated() {
      if let place = places[numbers[sites[site].county] ?? 0] { sums[place] += units }
    }
    let most = sums.min() ?? 0
    self.counties = counted
    countyOfColumn = columns.indices.map { column in
      columns[column] == nil ? -1 : places[numberOfColumn[column]] ?? -1
    }
    units = rounded.map { min($0, most) }
    self.most = most
  }

  /// The least level of a choice of columns.
  func least(of chosen: [Int]) -> Int64 {
    var levels = [Int64](repeating: 0, count: counties.count)
    for column in chosen where countyOfColumn[column] >= 0 {
      levels[countyOfColumn[column]] += units[column]
    }
    return min(most, levels.min() ?? 0)
  }
}
