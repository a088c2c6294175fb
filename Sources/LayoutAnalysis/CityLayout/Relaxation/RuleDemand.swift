import LandModel

/// What a choice of towns asks of a rule that it does not keep.
struct RuleDemand: Sendable, Equatable {
  let constraint: LayoutConstraint
  /// As stated, and as the towns need it: towns, units of land, money or points, or metres; 1 and 0 for a
  /// lock.
  let limit: Double
  let needed: Double
  /// The change by the measure of ``ElasticProgram``.
  let relative: Double
  /// For a spacing the pairs of columns that need it lower, the nearest first.
  var pairs: [[Int]] = []
}

extension ElasticSpacings {
  /// What some columns ask of all rules, in the order of the rules; empty when they keep them all.
  ///
  /// Of the counties' levels, which one number holds, only the one worst off asks.
  ///
  /// Counted from the columns, so that nothing depends on a solver's tolerance.
  func demands(of chosen: [Int], in instance: LayoutInstance) -> [RuleDemand] {
    let isChosen = Set(chosen)
    let isReached = Set(chosen.flatMap { instance.coverage.groupsOfColumn[$0] })
    var demands: [LayoutConstraint: RuleDemand] = [:]
    var worstOff: RuleDemand?
    for rule in instance.rules {
      let columns = zip(rule.columns, rule.coefficients).reduce(Int64(0)) {
        isChosen.contains($1.0) ? $0 + $1.1 : $0
      }
      let reached = zip(rule.groups, rule.groupCoefficients).reduce(Int64(0)) {
        isReached.contains($1.0) ? $0 + $1.1 : $0
      }
      let sum = columns + reached
      let limit = instance.statedLimit(of: rule)
      guard rule.isMinimum ? sum < limit : sum > limit else { continue }
      let isLock = rule.constraint.isLock
      let (from, to) = isLock ? (1, 0) : (Double(limit), Double(sum))
      let demand = RuleDemand(
        constraint: rule.constraint, limit: from, needed: to,
        relative: isLock ? 1 : abs(to - from) / Double(instance.reliefUnit(of: rule)))
      if !rule.constraint.isOfEquity {
        demands[rule.constraint] = demand
      } else if demand.relative > worstOff?.relative ?? 0 {
        worstOff = demand
      }
    }
    if let worstOff { demands[worstOff.constraint] = worstOff }
    for constraint in [LayoutConstraint.spacing, .industrySpacing] {
      guard let cause = constraint.cause else { continue }
      let limit = instance.spacing(constraint)
      let near = pairs.filter {
        $0.cause.contains(cause) && isChosen.contains($0.left) && isChosen.contains($0.right)
      }.sorted { ($0.distance, $0.left, $0.right) < ($1.distance, $1.left, $1.right) }
      guard let nearest = near.first else { continue }
      demands[constraint] = RuleDemand(
        constraint: constraint, limit: limit.value, needed: nearest.distance.value,
        relative: Self.lowering(of: limit, to: nearest.distance),
        pairs: near.map { [$0.left, $0.right] })
    }
    return instance.constraints.compactMap { demands[$0] }
  }
}

extension LayoutInstance {
  /// The parameters with the rules changed as some towns ask.
  func parameters(meeting demands: [RuleDemand]) -> LayoutParameters {
    var changed = parameters
    var droppedIn: Set<Int> = []
    var droppedOut: Set<Int> = []
    for demand in demands {
      let count = Int(demand.needed)
      switch demand.constraint {
      case .townsMin: changed.towns.min = count
      case .townsMax: changed.towns.max = count
      case .countyMin(let county), .countyMax(let county):
        let id = counties[county].id
        var quota = changed.countyQuotas[id] ?? changed.countyQuota
        if case .countyMin = demand.constraint { quota.min = count } else { quota.max = count }
        changed.countyQuotas[id] = quota
      case .industryMin(let industry), .industryMax(let industry):
        let key = industries[industry]
        var quota = changed.industryQuotas[key] ?? changed.industryQuota
        if case .industryMin = demand.constraint { quota.min = count } else { quota.max = count }
        changed.industryQuotas[key] = quota
      case .land: changed.landQuota = demand.needed * LandUnits.unit
      case .construction: changed.constructionQuota = demand.needed * LandUnits.unit
      case .budget: changed.budget = Money(tenThousandYuan: demand.needed)
      case .atLeast(let term): changed.lower(term, to: demand.needed / unitsPerPoint)
      case .equityMin: changed.lower(.equity, to: demand.needed / unitsPerPoint)
      case .spacing: changed.spacing = Metres(demand.needed)
      case .industrySpacing: changed.industrySpacing = Metres(demand.needed)
      case .lockedIn(let lock): droppedIn.insert(lock)
      case .lockedOut(let lock): droppedOut.insert(lock)
      case .forced, .differing: break
      }
    }
    changed.lockedIn = changed.lockedIn.indices.filter { !droppedIn.contains($0) }.map {
      parameters.lockedIn[$0]
    }
    changed.lockedOut = changed.lockedOut.indices.filter { !droppedOut.contains($0) }.map {
      parameters.lockedOut[$0]
    }
    return changed
  }
}

extension LayoutParameters {
  /// Lowers what a term must reach.
  fileprivate mutating func lower(_ term: LayoutTerm, to points: Double) {
    for number in termMinimums.indices where termMinimums[number].term == term {
      termMinimums[number].points = min(termMinimums[number].points, points)
    }
  }
}
