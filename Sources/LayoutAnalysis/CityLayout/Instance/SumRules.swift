import LandModel

/// States the rules that limit sums over the chosen columns.
struct SumRules {
  let parameters: LayoutParameters
  let sites: [Site]
  let proposals: [TownProposal]
  let counties: [County]
  let industries: [String]
  let countyOfSite: [Int]
  let industryOfColumn: [Int]

  /// The rules in the order of ``LayoutConstraint``; limits that nothing can reach are left out.
  var all: [SumRule] {
    counts(of: parameters.towns, .townsMin, .townsMax) { _ in true }
      + counties.indices.flatMap { county in
        counts(
          of: parameters.countyQuotas[counties[county].id] ?? parameters.countyQuota,
          .countyMin(county), .countyMax(county)
        ) { countyOfSite[proposals[$0].site] == county }
      }
      + industries.indices.flatMap { industry in
        counts(
          of: parameters.industryQuotas[industries[industry]] ?? parameters.industryQuota,
          .industryMin(industry), .industryMax(industry)
        ) { industryOfColumn[$0] == industry }
      }
      + land(.land, parameters.landQuota, \.ellipsoidalArea)
      + land(.construction, parameters.constructionQuota, \.constructionArea)
      + budgetRules
      + parameters.lockedIn.enumerated().map { number, lock in
        rule(.lockedIn(number), isMinimum: true, 1) { matches($0, lock) }
      }
      + parameters.lockedOut.enumerated().map { number, lock in
        rule(.lockedOut(number), isMinimum: false, 0) { matches($0, lock) }
      }
  }

  private func counts(
    of quota: TownQuota, _ min: LayoutConstraint, _ max: LayoutConstraint,
    where counts: (Int) -> Bool
  ) -> [SumRule] {
    var rules: [SumRule] = []
    if quota.min > 0 { rules.append(rule(min, isMinimum: true, quota.min, where: counts)) }
    if let most = quota.max { rules.append(rule(max, isMinimum: false, most, where: counts)) }
    return rules
  }

  private func rule(
    _ constraint: LayoutConstraint, isMinimum: Bool, _ limit: Int, where counts: (Int) -> Bool
  ) -> SumRule {
    let columns = proposals.indices.filter(counts)
    return SumRule(
      constraint: constraint, isMinimum: isMinimum, limit: Int64(limit), columns: columns,
      coefficients: Array(repeating: 1, count: columns.count))
  }

  private func land(
    _ constraint: LayoutConstraint, _ quota: SquareMetres?,
    _ area: KeyPath<TownProposal, SquareMetres>
  ) -> [SumRule] {
    guard let quota else { return [] }
    let units = proposals.map { LandUnits.needed(for: $0[keyPath: area]) }
    let limit = LandUnits.largestReachable(
      sum: LandUnits.available(in: quota), choices: units, group: proposals.map(\.site))
    return [
      SumRule(
        constraint: constraint, isMinimum: false, limit: limit, columns: Array(units.indices),
        coefficients: units)
    ]
  }

  private func matches(_ column: Int, _ lock: LockedSite) -> Bool {
    lock.speaks(
      of: sites[proposals[column].site].id, industry: proposals[column].industry,
      size: proposals[column].sizeClass)
  }
}
