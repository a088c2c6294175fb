import LandModel

/// Finds contradictions that counting shows, each complete in one sentence.
///
/// They are looked for before any search, because a count explains more than a set of rules does. What
/// they miss, ``ContradictionFilter`` finds.
struct PlainContradictions {
  let instance: LayoutInstance
  let texts: LayoutTexts

  /// In the order sites, pairs of towns, quotas, land; empty when counting shows none.
  func all() throws(LayoutError) -> [LocalizedText] {
    let single = locksWithoutBoundary + tooFewSites
    guard single.isEmpty else { return single }
    return try locksTooNear() + sums + landSums
  }

  private var locksWithoutBoundary: [LocalizedText] {
    instance.rules.compactMap { rule in
      guard case .lockedIn = rule.constraint, available(rule.columns).isEmpty else { return nil }
      let demand = texts.demand(rule.constraint)
      return texts.sentence(
        "\(demand.english), but no allowed boundary was found for it",
        "\(demand.chinese)，但没有可行的边界")
    }
  }

  /// Minimum counts above the number of sites that could count.
  private var tooFewSites: [LocalizedText] {
    instance.rules.compactMap { rule in
      if case .lockedIn = rule.constraint { return nil }
      guard rule.isMinimum, rule.constraint.isCount else { return nil }
      let sites = Set(available(rule.columns).map { instance.proposals[$0].site }).count
      guard sites < rule.limit else { return nil }
      let demand = texts.demand(rule.constraint)
      return texts.sentence(
        "\(demand.english), but only \(sites) allowed \(sites == 1 ? "site has" : "sites have") "
          + "a boundary", "\(demand.chinese)，但仅有 \(sites) 个可用地点有边界")
    }
  }

  /// Pairs of towns locked in of which every choice of industries is too near.
  private func locksTooNear() throws(LayoutError) -> [LocalizedText] {
    let locks = instance.rules.filter { if case .lockedIn = $0.constraint { true } else { false } }
    var found: [LocalizedText] = []
    for (number, left) in locks.enumerated() {
      for right in locks[..<number] {
        let columns = (available(right.columns), available(left.columns))
        let isImpossible = columns.0.allSatisfy { one in
          columns.1.allSatisfy { instance.conflicts.position(one, $0) != nil }
        }
        guard isImpossible else { continue }
        found.append(try tooNear(columns.0, columns.1))
      }
    }
    return found
  }

  private func tooNear(_ left: [Int], _ right: [Int]) throws(LayoutError) -> LocalizedText {
    let ruler = BoundaryRuler(instance.proposals)
    // The pair that comes nearest to being possible speaks.
    var best: (distance: Metres, left: Int, right: Int, constraint: LayoutConstraint)?
    for one in left {
      for other in right {
        guard let position = instance.conflicts.position(one, other) else { continue }
        let distance = try ruler.distance(one, other)
        guard distance > best?.distance ?? Metres(-1) else { continue }
        let isNear = instance.conflicts.cause(at: position).contains(.spacing)
        best = (distance, one, other, isNear ? .spacing : .industrySpacing)
      }
    }
    guard let best else { preconditionFailure("Two locked sites have columns.") }
    let demand = texts.demand(best.constraint)
    let (one, other) = (texts.town(best.left), texts.town(best.right))
    let length = texts.kilometres(best.distance)
    return texts.sentence(
      "\(one) and \(other) must both become towns and are at most \(length) apart, but "
        + demand.english,
      "\(one)与\(other)均须成为小镇，两者至多相距 \(length)，但\(demand.chinese)")
  }

  /// Quotas of counties or industries whose sum is beyond the city's.
  private var sums: [LocalizedText] {
    var found: [LocalizedText] = []
    let parts: [(english: String, chinese: String, (LayoutConstraint) -> Bool?)] = [
      ("counties", "各县区", { isCounty($0) }), ("industries", "各产业", { isIndustry($0) }),
    ]
    for (english, chinese, isMinimum) in parts {
      let minimum = sum { isMinimum($0) == true }
      if let most = limit(.townsMax), minimum > most {
        let demand = texts.demand(.townsMax)
        found.append(
          texts.sentence(
            "the minimum quotas of the \(english) sum to \(minimum), but \(demand.english)",
            "\(chinese)最低配额合计 \(minimum) 个，但\(demand.chinese)"))
      }
      let limited = instance.rules.count { isMinimum($0.constraint) == false }
      let all = english == "counties" ? instance.counties.count : instance.industries.count
      let maximum = sum { isMinimum($0) == false }
      if let least = limit(.townsMin), limited == all, maximum < least {
        let demand = texts.demand(.townsMin)
        found.append(
          texts.sentence(
            "the maximum quotas of the \(english) sum to \(maximum), but \(demand.english)",
            "\(chinese)最高配额合计 \(maximum) 个，但\(demand.chinese)"))
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
  private var landSums: [LocalizedText] {
    instance.rules.compactMap { rule in
      guard [.land, .construction, .budget].contains(rule.constraint) else { return nil }
      let least = smallestSums(rule)
      guard let (count, need) = least.first(where: { $0.need > rule.limit }) else { return nil }
      let demand = texts.demand(rule.constraint)
      let amount = texts.amount(need, of: rule.constraint)
      return texts.sentence(
        "the \(count) towns that the minimum quotas ask for need at least "
          + "\(amount.english), but \(demand.english)",
        "最低配额要求的 \(count) 个小镇至少需要\(amount.chinese)，但\(demand.chinese)")
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

  private func limit(_ constraint: LayoutConstraint) -> Int64? {
    instance.rules.first { $0.constraint == constraint }?.limit
  }

  private func sum(where counts: (LayoutConstraint) -> Bool) -> Int64 {
    instance.rules.reduce(0) { counts($1.constraint) ? $0 + $1.limit : $0 }
  }
}
