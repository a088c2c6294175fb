import LandModel

/// How counties share is what towns and settlements give, county by county.
///
/// Which counties count is taken from the record, as far as it can be: the boundaries offered are not part of a
/// run's folder. A county that counts needs a candidate, and a county with a town counts.
struct EquityCheck {
  let plan: StatedPlan
  /// One for each town.
  let lookups: [TownLookup]
  let sites: [Site]
  let land: LandInput
  let parameters: LayoutParameters

  /// Nil where equity does not count.
  func check() -> CertificateCheck? {
    guard let rule = parameters.equity else { return nil }
    guard let stated = plan.equity else {
      return CertificateCheck(
        .equity, detail: LocalizedText(english: "nothing is stated", chinese: "未给出"),
        faults: [
          CertificateFault(
            ["equity"], english: "The record states no equity, which the plan counts.",
            chinese: "规划计入县区均衡，但记录中没有。")
        ])
    }
    let shares = fairShares(rule, stated)
    var faults: [CertificateFault] = []
    for county in stated.counties {
      faults += self.faults(of: county, rule, shares[county.id])
    }
    let known = Set(stated.counties.map(\.id))
    for town in plan.towns where !known.contains(town.county) {
      faults.append(
        CertificateFault(
          [town.county.text], english: "County \(town.county.text) has a town and is left out.",
          chinese: "县区 \(town.county.text) 有小镇，却未列入。"))
    }
    let levels = stated.counties.compactMap { county in
      shares[county.id].map { value(of: county.id, rule) / $0 }
    }
    if abs((levels.min() ?? 0) - stated.least) > tolerance(rule) {
      faults.append(
        CertificateFault(
          ["equity"],
          english: "The least level is stated as \(stated.least), but is "
            + "\(shown(levels.min() ?? 0)).",
          chinese: "最低水平记为 \(stated.least)，实为 \(shown(levels.min() ?? 0))。"))
    }
    return CertificateCheck(
      .equity,
      detail: LocalizedText(
        english:
          "\(levels.count.counted("county that the record lets count", "counties that the record lets count")), least level "
          + "\(StatedRounding.shown(levels.min() ?? 0))",
        chinese: "记录计入 \(levels.count) 个县区，最低水平 \(StatedRounding.shown(levels.min() ?? 0))"),
      faults: faults)
  }

  /// The term in points, and what rounding may make of it.
  ///
  /// - Parameters:
  ///   - halfUnit: half a unit of the objective at most, in points.
  ///   - isFinest: whether that is surely 10⁻⁴ points.
  func term(halfUnit: Double, isFinest: Bool) -> (points: Double, tolerance: Double) {
    guard let rule = parameters.equity, let stated = plan.equity else { return (0, 0) }
    let shares = fairShares(rule, stated)
    var least: Double?
    for county in stated.counties {
      guard let share = shares[county.id] else { continue }
      var points = 0.0
      for (town, lookup) in zip(plan.towns, lookups) where town.county == county.id {
        let own = rule.weight * value(of: town, lookup, rule) / share
        points += isFinest ? StatedRounding.shown(own) : own
      }
      least = min(points, least ?? points)
    }
    let smallest = shares.values.min() ?? 1
    let rounding =
      isFinest && lookups.allSatisfy({ $0.score != nil || rule.measure != .suitability })
      ? 0
      : Double(plan.towns.count) * (halfUnit + rule.weight * tolerance(rule) / smallest)
    return (least ?? 0, StatedRounding.points + rounding)
  }

  /// Whether it is made of scores.
  var countsScores: Bool { parameters.equity?.measure == .suitability }

  /// What no least level exceeds, in points: what tells how fine a unit of the objective is.
  var greatestTerm: Double {
    guard let rule = parameters.equity, let stated = plan.equity else { return 0 }
    let area = 2 * (plan.towns.map(\.ellipsoidalArea.value).max() ?? 0)
    let greatest: Double =
      switch rule.measure {
      case .area: area / 1e6
      case .towns: 1.0
      case .suitability: 100 * max(1, area / parameters.targetArea.value)
      }
    return fairShares(rule, stated).map { county, share in
      rule.weight * greatest * Double(sites.count { $0.county == county }) / share
    }.min() ?? 0
  }

  private func faults(
    of county: StatedEquity.County, _ rule: EquityRule, _ share: Double?
  ) -> [CertificateFault] {
    let value = value(of: county.id, rule)
    let hasSite = sites.contains { $0.county == county.id }
    var wrong: [(String, String, Double?, Double?)] = []
    if abs(value - county.value) > tolerance(rule) {
      wrong.append(("value", "值", county.value, value))
    }
    if county.fairShare != nil, !hasSite {
      wrong.append(("fair share", "公平份额", county.fairShare, nil))
    } else if county.fairShare == nil, hasSite, value > 0, rule.share == .county {
      wrong.append(("fair share", "公平份额", nil, 1))
    } else if let stated = county.fairShare {
      if abs(stated - (share ?? 0)) > StatedRounding.ratio {
        wrong.append(("fair share", "公平份额", stated, share))
      } else if let share, let level = county.level {
        if abs(level - value / share) > tolerance(rule) / share {
          wrong.append(("level", "水平", level, value / share))
        }
      } else {
        wrong.append(("level", "水平", county.level, share.map { value / $0 }))
      }
    }
    return wrong.map { english, chinese, stated, found in
      CertificateFault(
        [county.id.text],
        english: "The \(english) of county \(county.id.text) is stated as "
          + "\(stated.map { "\($0)" } ?? "nothing"), but is \(found.map { "\(shown($0))" } ?? "nothing").",
        chinese: "县区 \(county.id.text) 的\(chinese)记为 \(stated.map { "\($0)" } ?? "无")，实为 "
          + "\(found.map { "\(shown($0))" } ?? "无")。")
    }
  }

  /// Of the counties that the record lets count.
  private func fairShares(_ rule: EquityRule, _ stated: StatedEquity) -> [FeatureID: Double] {
    let counted = stated.counties.filter { $0.fairShare != nil }.map(\.id)
    guard rule.share == .population else {
      return Dictionary(counted.map { ($0, 1) }, uniquingKeysWith: { first, _ in first })
    }
    let people = counted.map { population(of: $0) }
    let mean = people.reduce(0, +) / Double(max(1, people.count { $0 > 0 }))
    let pairs = zip(counted, people).filter { $0.1 > 0 }.map { ($0.0, $0.1 / mean) }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  private func population(of county: FeatureID) -> Double {
    guard let counties = land.counties, let row = counties.ids.firstIndex(of: county) else {
      return 0
    }
    return land.settlements.reduce(0) { sum, settlement in
      let home = (0..<counties.count).first {
        counties.geometry.contains(settlement.position, inRow: $0)
      }
      return home == row ? sum + settlement.population : sum
    }
  }

  private func value(of county: FeatureID, _ rule: EquityRule) -> Double {
    zip(plan.towns, lookups).reduce(0) {
      $1.0.county == county ? $0 + value(of: $1.0, $1.1, rule) : $0
    }
  }

  private func value(of town: StatedTown, _ lookup: TownLookup, _ rule: EquityRule) -> Double {
    let area = lookup.ellipsoidalArea.value
    return switch rule.measure {
    case .area: area / 1e6
    case .towns: 1
    case .suitability: (lookup.score ?? town.score) * area / parameters.targetArea.value
    }
  }

  private func shown(_ number: Double) -> Double { (number * 1e6).rounded() / 1e6 }

  /// Values are stated to 10⁻⁶ of their unit, and scores to 10⁻⁴ points.
  private func tolerance(_ rule: EquityRule) -> Double {
    let towns = Double(max(1, plan.towns.count))
    return 1e-6 + (rule.measure == .suitability ? 2 * towns * StatedRounding.points : 0)
  }
}
