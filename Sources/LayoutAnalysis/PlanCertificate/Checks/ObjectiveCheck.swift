import LandModel

/// The objective and its terms are what towns and resources give.
///
/// Suitability from each town's score and area, as the land gives them; coverage from the distance of every town
/// to every resource.
struct ObjectiveCheck {
  let plan: StatedPlan
  /// One for each town.
  let lookups: [TownLookup]
  let sites: [Site]
  let land: LandInput
  let parameters: LayoutParameters

  private var resources: [ResourcePoint] { land.resources }

  /// How counties share, which may be a term.
  var equity: EquityCheck {
    EquityCheck(plan: plan, lookups: lookups, sites: sites, land: land, parameters: parameters)
  }

  /// Each term by its name, with what rounding may make of it.
  var points: [String: (points: Double, tolerance: Double)] {
    Dictionary(
      terms.map { ($0.name, ($0.points, $0.tolerance)) }, uniquingKeysWith: { first, _ in first })
  }

  /// A term as it is added up again, and what rounding may make of it.
  private struct Term {
    let name: String
    let points: Double
    let tolerance: Double
  }

  private var terms: [Term] {
    var terms = [suitability] + parameters.coverage.map(coverage)
    if parameters.equity != nil {
      let (points, tolerance) = equity.term(halfUnit: halfUnit, isFinest: isFinest)
      terms.append(Term(name: "equity", points: points, tolerance: tolerance))
    }
    return terms
  }

  func check() -> CertificateCheck {
    let terms = terms
    let sum = terms.reduce(0) { $0 + $1.points }
    // Whole units add up without rounding.
    let areWhole = terms.allSatisfy { $0.tolerance <= StatedRounding.points }
    let tolerance =
      areWhole
      ? StatedRounding.points : terms.reduce(StatedRounding.points) { $0 + $1.tolerance }
    return CertificateCheck(
      .objective,
      detail: LocalizedText(
        english:
          "\(terms.count) terms added up from \(plan.towns.count) towns and \(resources.count) "
          + "resources: \(StatedRounding.shown(sum)) points, to ±\(StatedRounding.shown(tolerance))",
        chinese: "由 \(plan.towns.count) 个小镇和 \(resources.count) 个资源点重新合成 \(terms.count) 项："
          + "\(StatedRounding.shown(sum)) 分，误差 ±\(StatedRounding.shown(tolerance))"),
      faults: faults(of: terms) + totalFaults(sum: sum, tolerance: tolerance))
  }

  /// Points by which the search may have rounded a coefficient: half a unit.
  ///
  /// A unit is 10⁻⁴ points, or coarser where a coefficient would exceed 10⁹ units; no coefficient exceeds a
  /// full score over the largest town, or the heaviest resource.
  private var halfUnit: Double {
    let area = plan.towns.map(\.ellipsoidalArea.value).max() ?? 0
    let town = parameters.suitabilityWeight * 100 * max(1, 2 * area / parameters.targetArea.value)
    let heaviest = resources.map(\.weight).max() ?? 0
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
    let reached = resources.filter { $0.category == rule.category }
    let points = reached.reduce(0) { sum, resource in
      let worth =
        parameters.coverageWeight * rule.weight * resource.weight * share(of: resource, rule)
      return sum + (isFinest ? StatedRounding.shown(worth) : worth)
    }
    let rounding = isFinest ? 0 : Double(reached.count) * halfUnit
    return Term(
      name: "coverage.\(rule.category)", points: points,
      tolerance: StatedRounding.points + rounding)
  }

  /// Whether a unit is surely 10⁻⁴ points, so that the search's rounding is known.
  private var isFinest: Bool { halfUnit == 0.5e-4 }

  /// The greatest share of a resource that a town reaches.
  private func share(of resource: ResourcePoint, _ rule: CoverageRule) -> Double {
    var best = 0.0
    for town in plan.towns where rule.industries?.contains(town.industry) ?? true {
      guard let site = sites.first(where: { $0.id == town.id }) else { continue }
      let distance = site.seed.distance(to: resource.position)
      for ring in rule.rings where distance <= ring.radius.value {
        best = max(best, ring.share.value)
      }
    }
    return best
  }

  private func faults(of terms: [Term]) -> [CertificateFault] {
    var faults: [CertificateFault] = []
    for term in terms {
      let stated = plan.terms.filter { $0.name == term.name }.map(\.value)
      guard stated.count == 1, abs(stated[0] - term.points) <= term.tolerance else {
        let texts = stated.map { "\($0)" }
        faults.append(
          CertificateFault(
            [term.name],
            english:
              "Term “\(term.name)” is stated as \(texts.isEmpty ? "nothing" : texts.joined(separator: ", ")); "
              + "towns and resources give \(StatedRounding.shown(term.points)).",
            chinese:
              "“\(term.name)”项记为 \(texts.isEmpty ? "无" : texts.joined(separator: "、"))，由小镇与资源得 "
              + "\(StatedRounding.shown(term.points))。"))
        continue
      }
    }
    let known = Set(terms.map(\.name))
    faults += plan.terms.filter { !known.contains($0.name) }.map { term in
      CertificateFault(
        [term.name], english: "Term “\(term.name)” is none of the plan's.",
        chinese: "“\(term.name)”项不属于该规划。")
    }
    return faults
  }

  private func totalFaults(sum: Double, tolerance: Double) -> [CertificateFault] {
    guard let objective = plan.objective else { return [] }
    let stated = plan.terms.reduce(0) { $0 + $1.value }
    // Beside a coarse unit terms are stated as they are, and the objective in whole units.
    let rounding =
      isFinest
      ? StatedRounding.points : tolerance + Double(plan.terms.count) * StatedRounding.points
    var faults: [CertificateFault] = []
    if !(abs(objective - stated) <= rounding) {
      faults.append(
        CertificateFault(
          ["objective"],
          english: "The objective is stated as \(objective), but its terms sum to "
            + "\(StatedRounding.shown(stated)).",
          chinese: "目标值记为 \(objective)，各项合计 \(StatedRounding.shown(stated))。"))
    }
    if !(abs(objective - sum) <= tolerance) {
      faults.append(
        CertificateFault(
          ["objective"],
          english: "The objective is stated as \(objective), but towns and resources give "
            + "\(StatedRounding.shown(sum)).",
          chinese: "目标值记为 \(objective)，由小镇与资源得 \(StatedRounding.shown(sum))。"))
    }
    return faults
  }
}
