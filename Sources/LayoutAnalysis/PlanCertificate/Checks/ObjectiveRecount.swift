import LandModel

/// Adds up the terms of the objective again.
///
/// Suitability from each town's score and area, as the land gives them; coverage from the distance of every town
/// to every resource.
struct ObjectiveRecount {
  /// A term as it is added up again, and what rounding may make of it.
  struct Term {
    let name: String
    let points: Double
    let tolerance: Double
  }

  let plan: StatedPlan
  /// One for each town.
  let lookups: [TownLookup]
  let parameters: LayoutParameters
  /// How counties share, which may be a term.
  let equity: EquityCheck
  /// Whether a unit is surely 10⁻⁴ points, so that the search's rounding is known.
  let isFinest: Bool
  /// Points by which the search may have rounded a coefficient: half a unit.
  private let halfUnit: Double
  /// Where each town has its site; nil where the inputs have none.
  private let seeds: [XY?]
  private let resourcesOfCategory: [String: [ResourcePoint]]

  init(
    plan: StatedPlan, lookups: [TownLookup], sites: [Site], land: LandInput,
    parameters: LayoutParameters, equity: EquityCheck
  ) {
    self.plan = plan
    self.lookups = lookups
    self.parameters = parameters
    self.equity = equity
    let seedOfSite = Dictionary(
      sites.map { ($0.id, $0.seed) }, uniquingKeysWith: { first, _ in first })
    seeds = plan.towns.map { seedOfSite[$0.id] }
    resourcesOfCategory = Dictionary(grouping: land.resources, by: \.category)
    let heaviest = land.resources.map(\.weight).max() ?? 0
    halfUnit = Self.halfUnit(plan, parameters, heaviest: heaviest, equity)
    isFinest = halfUnit == 0.5e-4
  }

  /// Whether the land tells every score that a term is made of; without, stated ones stand in.
  var isComplete: Bool {
    let countsScores = parameters.suitabilityWeight > 0 || equity.countsScores
    return !countsScores || lookups.allSatisfy(\.missing.isEmpty)
  }

  /// All terms of the plan, suitability first.
  ///
  /// - Complexity: O(towns · resources) distances.
  func terms() -> [Term] {
    var terms = [suitability] + parameters.coverage.map(coverage)
    if parameters.equity != nil {
      let (points, tolerance) = equity.term(halfUnit: halfUnit, isFinest: isFinest)
      terms.append(Term(name: "equity", points: points, tolerance: tolerance))
    }
    return terms
  }

  /// A unit is 10⁻⁴ points, or coarser where a coefficient would exceed 10⁹ units; no coefficient exceeds a
  /// full score over the largest town, or the heaviest resource.
  private static func halfUnit(
    _ plan: StatedPlan, _ parameters: LayoutParameters, heaviest: Double, _ equity: EquityCheck
  ) -> Double {
    let area = plan.towns.map(\.ellipsoidalArea.value).max() ?? 0
    let town = parameters.suitabilityWeight * 100 * max(1, 2 * area / parameters.targetArea.value)
    let resource =
      (parameters.coverage.map(\.weight).max() ?? 0) * parameters.coverageWeight * heaviest
    return max(0.5e-4, 0.5e-8 * max(town, resource, equity.greatestTerm))
  }

  private var suitability: Term {
    var (points, tolerance) = (0.0, StatedRounding.points)
    for (town, lookup) in zip(plan.towns, lookups) {
      if let score = lookup.score, isFinest {
        let share = lookup.ellipsoidalArea.value / parameters.targetArea.value
        points += StatedRounding.shown(parameters.suitabilityWeight * score * share)
        continue
      }
      let share = town.ellipsoidalArea.value / parameters.targetArea.value
      points += parameters.suitabilityWeight * town.score * share
      tolerance += halfUnit
      tolerance += parameters.suitabilityWeight * StatedRounding.points * share
      tolerance +=
        parameters.suitabilityWeight * town.score * StatedRounding.area.value
        / parameters.targetArea.value
    }
    return Term(name: "suitability", points: points, tolerance: tolerance)
  }

  private func coverage(_ rule: CoverageRule) -> Term {
    let resources = resourcesOfCategory[rule.category] ?? []
    let reaching = zip(plan.towns, seeds).compactMap { town, seed in
      rule.industries?.contains(town.industry) ?? true ? seed : nil
    }
    let points = resources.reduce(0) { sum, resource in
      let share = Self.share(of: resource, rule, from: reaching)
      let worth = parameters.coverageWeight * rule.weight * resource.weight * share
      return sum + (isFinest ? StatedRounding.shown(worth) : worth)
    }
    let rounding = isFinest ? 0 : Double(resources.count) * halfUnit
    return Term(
      name: "coverage.\(rule.category)", points: points,
      tolerance: StatedRounding.points + rounding)
  }

  /// The greatest share of a resource that one of some seeds reaches.
  private static func share(
    of resource: ResourcePoint, _ rule: CoverageRule, from seeds: [XY]
  ) -> Double {
    var best = 0.0
    for seed in seeds {
      let distance = seed.distance(to: resource.position)
      for ring in rule.rings where distance <= ring.radius.value {
        best = max(best, ring.share.value)
      }
    }
    return best
  }
}
