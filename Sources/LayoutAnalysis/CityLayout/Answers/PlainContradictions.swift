import LandModel

/// Finds contradictions that counting shows, each complete in one sentence.
///
/// They are looked for before any search, because a count explains more than a set of rules does. What
/// they miss, ``ContradictionFilter`` finds.
struct PlainContradictions {
  let instance: LayoutInstance
  let texts: LayoutTexts
  /// Sites and industries without a boundary, for telling why there are too few.
  var refusals: [DelimitationRefusal] = []

  /// A sentence that tells a whole contradiction, and the rules that it is between.
  struct Contradiction {
    let rules: [LayoutConstraint]
    let text: LocalizedText
  }

  /// In the order sites, pairs of towns, quotas, land; empty when counting shows none.
  func all() throws(LayoutError) -> [Contradiction] {
    let single = locksWithoutBoundary + tooFewSites
    guard single.isEmpty else { return single }
    return try locksTooNear() + sums + landSums
  }

  private var locksWithoutBoundary: [Contradiction] {
    instance.rules.compactMap { rule in
      guard case .lockedIn = rule.constraint, available(rule.columns).isEmpty else { return nil }
      let demand = texts.demand(rule.constraint)
      let locks = lockedOut(rule.columns)
      guard locks.isEmpty else {
        return Contradiction(
          rules: [rule.constraint] + locks,
          text: texts.sentence(
            "\(demand.english), but it is locked out", "\(demand.chinese)，但又被指定不选"))
      }
      let cause = refusals.first { isMeant($0, by: rule.constraint) }?.shortfall.cause
      return Contradiction(
        rules: [rule.constraint],
        text: texts.sentence(
          "\(demand.english), but no allowed boundary was found for it\(cause.map { ": \($0.english.asClause)" } ?? "")",
          "\(demand.chinese)，但没有可行的边界\(cause.map { "：\($0.chinese.asClause)" } ?? "")"))
    }
  }

  /// Whether a refusal is of what a lock asks for.
  private func isMeant(_ refusal: DelimitationRefusal, by constraint: LayoutConstraint) -> Bool {
    guard case .lockedIn(let number) = constraint else { return false }
    let lock = instance.parameters.lockedIn[number]
    return lock.speaks(
      of: instance.sites[refusal.site].id, industry: refusal.industry, size: refusal.sizeClass)
  }

  /// Minimum counts above the number of sites that could count.
  private var tooFewSites: [Contradiction] {
    instance.rules.compactMap { rule in
      if case .lockedIn = rule.constraint { return nil }
      guard rule.isMinimum, rule.constraint.isCount else { return nil }
      let sites = Set(available(rule.columns).map { instance.proposals[$0].site })
      guard sites.count < rule.limit else { return nil }
      let demand = texts.demand(rule.constraint)
      let count = SiteCount(instance: instance, refusals: refusals, texts: texts)
        .text(of: rule.constraint, usable: sites)
      return Contradiction(
        rules: [rule.constraint] + lockedOut(rule.columns),
        text: texts.sentence(
          "\(demand.english), but \(count.english)", "\(demand.chinese)，但\(count.chinese)"))
    }
  }

  /// Pairs of towns locked in of which every choice of industries is too near.
  private func locksTooNear() throws(LayoutError) -> [Contradiction] {
    let locks = instance.rules.filter { if case .lockedIn = $0.constraint { true } else { false } }
    var found: [Contradiction] = []
    for (number, left) in locks.enumerated() {
      for right in locks[..<number] {
        let columns = (available(right.columns), available(left.columns))
        let isImpossible = columns.0.allSatisfy { one in
          columns.1.allSatisfy { instance.conflicts.excludes(one, $0) }
        }
        guard isImpossible else { continue }
        let (spacing, text) = try tooNear(columns.0, columns.1)
        found.append(
          Contradiction(
            rules: [right.constraint, left.constraint, spacing]
              + lockedOut(right.columns + left.columns), text: text))
      }
    }
    return found
  }

  private func tooNear(
    _ left: [Int], _ right: [Int]
  ) throws(LayoutError) -> (LayoutConstraint, LocalizedText) {
    let ruler = BoundaryRuler(instance.proposals)
    // The pair that comes nearest to being possible speaks.
    var best: (distance: Metres, left: Int, right: Int, constraint: LayoutConstraint)?
    for one in left {
      for other in right {
        let cause = instance.conflicts.cause(one, other)
        guard !cause.isEmpty else { continue }
        let distance = try ruler.distance(one, other)
        guard distance > best?.distance ?? Metres(-1) else { continue }
        let isNear = cause.contains(.spacing)
        best = (distance, one, other, isNear ? .spacing : .industrySpacing)
      }
    }
    guard let best else { preconditionFailure("Two locked sites have columns.") }
    let demand = texts.demand(best.constraint)
    let (one, other) = (texts.town(best.left), texts.town(best.right))
    let length = texts.kilometres(best.distance)
    let text = texts.sentence(
      "\(one) and \(other) must both become towns and are at most \(length) apart, but "
        + demand.english,
      "\(one)与\(other)均须成为小镇，两者至多相距 \(length)，但\(demand.chinese)")
    return (best.constraint, text)
  }

  /// Quotas of counties or industries whose sum is beyond the city's.
  private var sums: [Contradiction] {
    var found: [Contradiction] = []
    let parts: [(english: String, chinese: String, (LayoutConstraint) -> Bool?)] = [
      ("counties", "各县区", { isCounty($0) }), ("industries", "各产业", { isIndustry($0) }),
    ]
    for (english, chinese, isMinimum) in parts {
      let minimum = sum { isMinimum($0) == true }
      if let most = limit(.townsMax), minimum > most {
        let demand = texts.demand(.townsMax)
        found.append(
          Contradiction(
            rules: rules { isMinimum($0) == true || $0 == .townsMax },
            text: texts.sentence(
              "the minimum quotas of the \(english) sum to \(minimum), but \(demand.english)",
              "\(chinese)最低配额合计 \(minimum) 个，但\(demand.chinese)")))
      }
      let limited = instance.rules.count { isMinimum($0.constraint) == false }
      let all = english == "counties" ? instance.counties.count : instance.industries.count
      let maximum = sum { isMinimum($0) == false }
      if let least = limit(.townsMin), limited == all, maximum < least {
        let demand = texts.demand(.townsMin)
        found.append(
          Contradiction(
            rules: rules { isMinimum($0) == false || $0 == .townsMin },
            text: texts.sentence(
              "the maximum quotas of the \(english) sum to \(maximum), but \(demand.english)",
              "\(chinese)最高配额合计 \(maximum) 个，但\(demand.chinese)")))
      }
    }
    return found
  }

  /// Whether a constraint is a county's minimum; nil when it isn't a county's.
  private func isCounty(_ constraint: LayoutConstraint) -> Bool? {
    switch constraint {
    case .countyMin: true
    case .countyMax: false
    default: nil
    }
  }

  private func isIndustry(_ constraint: LayoutConstraint) -> Bool? {
    switch constraint {
    case .industryMin: true
    case .industryMax: false
    default: nil
    }
  }

  /// Minimum counts whose smallest towns together need more land, or money, than there is.
  private var landSums: [Contradiction] {
    instance.rules.compactMap { rule in
      guard [.land, .construction, .budget].contains(rule.constraint) else { return nil }
      let least = smallestSums(rule)
      guard let (count, need) = least.first(where: { $0.need > rule.limit }) else { return nil }
      let demand = texts.demand(rule.constraint)
      let amount = texts.amount(need, of: rule.constraint)
      let text = texts.sentence(
        "the \(count) towns that the minimum quotas ask for need at least "
          + "\(amount.english), but \(demand.english)",
        "最低配额要求的 \(count) 个小镇至少需要\(amount.chinese)，但\(demand.chinese)")
      return Contradiction(
        rules: rules { $0 == .townsMin || isCounty($0) == true || $0 == rule.constraint }
          + lockedOut(rule.columns),
        text: text)
    }
  }

  /// Towns asked for, with the least land they can take: in the city, and county by county.
  private func smallestSums(_ land: SumRule) -> [(count: Int, need: Int64)] {
    var smallestOfSite: [Int: Int64] = [:]
    for column in available(land.columns) {
      let need = land.coefficients[column]
      smallestOfSite[instance.proposals[column].site] = min(
        need, smallestOfSite[instance.proposals[column].site] ?? .max)
    }
    let city = smallestOfSite.values.sorted().prefix(Int(limit(.townsMin) ?? 0))
    var counties: [Int64] = []
    for county in instance.counties.indices {
      let sites = smallestOfSite.filter { instance.countyOfSite[$0.key] == county }
      counties += sites.values.sorted().prefix(Int(limit(.countyMin(county)) ?? 0))
    }
    return [
      (count: city.count, need: city.reduce(0, +)),
      (count: counties.count, need: counties.reduce(0, +)),
    ]
  }

  private func available(_ columns: [Int]) -> [Int] {
    columns.filter { column in
      !instance.rulesOfColumn[column].contains {
        if case .lockedOut = instance.rules[$0.rule].constraint { true } else { false }
      }
    }
  }

  /// The locks that keep some columns out.
  private func lockedOut(_ columns: [Int]) -> [LayoutConstraint] {
    let here = Set(columns)
    return rules { constraint in
      guard case .lockedOut = constraint else { return false }
      return instance.rules.contains { rule in
        rule.constraint == constraint && rule.columns.contains { here.contains($0) }
      }
    }
  }

  private func rules(where counts: (LayoutConstraint) -> Bool) -> [LayoutConstraint] {
    instance.rules.map(\.constraint).filter(counts)
  }

  private func limit(_ constraint: LayoutConstraint) -> Int64? {
    instance.rules.first { $0.constraint == constraint }?.limit
  }

  private func sum(where counts: (LayoutConstraint) -> Bool) -> Int64 {
    instance.rules.reduce(0) { counts($1.constraint) ? $0 + $1.limit : $0 }
  }
}
