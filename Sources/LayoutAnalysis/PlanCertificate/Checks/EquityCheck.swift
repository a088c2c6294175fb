import LandModel

/// How counties share is what towns and settlements give, county by county.
///
/// Which counties count follows from the boundaries offered (``FairShares``). Where those are not known, the counties that
/// the record lets count stand in, and the check is unchecked at best.
struct EquityCheck {
  let plan: StatedPlan
  /// One for each town.
  let lookups: [TownLookup]
  let sites: [Site]
  let parameters: LayoutParameters
  /// Whether it is known where boundaries are offered.
  private let isOffered: Bool
  /// Of the counties that count.
  private let shares: [FeatureID: Double]

  /// - Parameter offered: sites with a boundary offered; nil where that is not known.
  init(
    plan: StatedPlan, lookups: [TownLookup], sites: [Site], land: LandInput,
    parameters: LayoutParameters, offered: Set<FeatureID>?
  ) {
    self.plan = plan
    self.lookups = lookups
    self.sites = sites
    self.parameters = parameters
    isOffered = offered != nil
    let counties = offered.map { offered in
      sites.filter { offered.contains($0.id) }.map(\.county)
    }
    let stated = plan.equity?.counties.filter { $0.fairShare != nil }.map(\.id)
    shares =
      parameters.equity.map {
        FairShares($0, offered: Set(counties ?? stated ?? []), land: land).shares
      } ?? [:]
  }

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
    var faults = stated.counties.flatMap { self.faults(of: $0, rule, shares[$0.id]) }
    let known = Set(stated.counties.map(\.id))
    for county in Set(plan.towns.map(\.county)).union(shares.keys).sorted()
    where !known.contains(county) {
      faults.append(
        CertificateFault(
          [county.text], english: "County \(county.text) counts and is left out.",
          chinese: "县区 \(county.text) 应计入，却未列入。"))
    }
    let levels = shares.sorted { $0.key < $1.key }.map { value(of: $0.key, rule) / $0.value }
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
        english: levels.count.counted("county", "counties") + " "
          + (isOffered ? "with boundaries offered" : "that the record lets count")
          + ", least level \(StatedRounding.shown(levels.min() ?? 0))",
        chinese: (isOffered ? "有备选边界的 \(levels.count) 个县区" : "记录计入 \(levels.count) 个县区")
          + "，最低水平 \(StatedRounding.shown(levels.min() ?? 0))"),
      faults: faults,
      isComplete: isOffered && (!countsScores || lookups.allSatisfy(\.missing.isEmpty)))
  }

  /// The term in points, and what rounding may make of it.
  ///
  /// - Parameters:
  ///   - halfUnit: half a unit of the objective at most, in points.
  ///   - isFinest: whether that is surely 10⁻⁴ points.
  func term(halfUnit: Double, isFinest: Bool) -> (points: Double, tolerance: Double) {
    guard let rule = parameters.equity else { return (0, 0) }
    var least: Double?
    for (county, share) in shares.sorted(by: { $0.key < $1.key }) {
      var points = 0.0
      for (town, lookup) in zip(plan.towns, lookups) where town.county == county {
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
    guard let rule = parameters.equity else { return 0 }
    let area = 2 * (plan.towns.map(\.ellipsoidalArea.value).max() ?? 0)
    let greatest: Double =
      switch rule.measure {
      case .area: area / 1e6
      case .towns: 1.0
      case .suitability: 100 * max(1, area / parameters.targetArea.value)
      }
    return shares.map { county, share in
      rule.weight * greatest * Double(sites.count { $0.county == county }) / share
    }.min() ?? 0
  }

  private func faults(
    of county: StatedEquity.County, _ rule: EquityRule, _ share: Double?
  ) -> [CertificateFault] {
    let value = value(of: county.id, rule)
    var wrong: [(String, String, Double?, Double?)] = []
    if abs(value - county.value) > tolerance(rule) {
      wrong.append(("value", "值", county.value, value))
    }
    if let stated = county.fairShare, let share {
      if abs(stated - share) > StatedRounding.ratio {
        wrong.append(("fair share", "公平份额", stated, share))
      } else if county.level.map({ abs($0 - value / share) > tolerance(rule) / share }) ?? true {
        wrong.append(("level", "水平", county.level, value / share))
      }
    } else if county.fairShare != nil || share != nil {
      wrong.append(("fair share", "公平份额", county.fairShare, share))
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
