package import LandModel

/// What a county has of a plan.
package struct CountyShare: Sendable, Hashable {
  package let county: County
  /// In the measure's unit: km², towns or points.
  package let value: Double
  /// What it would get by its population, or 1; nil where the county does not count, because no boundary is
  /// offered there or nobody lives there.
  package let fairShare: Double?
  /// Value by fair share; nil where that is.
  package let level: Double?

  package init(county: County, value: Double, fairShare: Double?, level: Double?) {
    self.county = county
    self.value = value
    self.fairShare = fairShare
    self.level = level
  }
}

/// How the counties share in a plan, as ``EquityRule`` defines it.
package struct CountyShares: Sendable, Hashable {
  package let rule: EquityRule
  /// By id.
  package let counties: [CountyShare]
  /// The least level of the counties that count; 0 when none does.
  package let least: Double
  /// The imbalance index of the levels: 0 when all are equal, 1 when one county has all; nil with fewer
  /// than two counties, or when none has anything.
  ///
  /// S = (ΣYᵢ − 50(n + 1)) / (100n − 50(n + 1)) of the cumulated shares Yᵢ in per cent, greatest first: the
  /// Lorenz curve's area in numbers (domain facts §5.1).
  package let imbalance: Double?

  package init(rule: EquityRule, counties: [CountyShare]) {
    self.rule = rule
    self.counties = counties
    let levels = counties.compactMap(\.level).sorted(by: >)
    least = levels.last ?? 0
    let sum = levels.reduce(0, +)
    guard levels.count > 1, sum > 0 else {
      imbalance = nil
      return
    }
    var (cumulated, total) = (0.0, 0.0)
    for level in levels {
      cumulated += 100 * level / sum
      total += cumulated
    }
    let n = Double(levels.count)
    imbalance = max(0, (total - 50 * (n + 1)) / (100 * n - 50 * (n + 1)))
  }

  /// Nil where equity does not count.
  init?(of chosen: [Int], _ instance: LayoutInstance) {
    guard let rule = instance.parameters.equity else { return nil }
    var values = [Double](repeating: 0, count: instance.counties.count)
    for column in chosen {
      let proposal = instance.proposals[column]
      values[instance.countyOfSite[proposal.site]] += EquityShares.value(
        of: proposal, rule, targetArea: instance.parameters.targetArea)
    }
    self.init(
      rule: rule,
      counties: zip(instance.counties, values).enumerated().map { number, pair in
        let share = instance.fairShare(of: number)
        return CountyShare(
          county: pair.0, value: pair.1, fairShare: share, level: share.map { pair.1 / $0 })
      })
  }
}
