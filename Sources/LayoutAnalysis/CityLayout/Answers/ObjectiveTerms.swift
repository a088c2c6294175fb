import LandModel

/// Adds up a plan's objective by term, straight from towns and resources.
///
/// Uses neither coverage groups nor the solver's variables: what it gives must agree with them, unit by
/// unit.
struct ObjectiveTerms {
  let instance: LayoutInstance
  let resources: [ResourcePoint]

  /// `suitability` first, then `coverage.<category>` in the order of the rules, then `equity` where it counts.
  ///
  /// - Complexity: O(towns · resources).
  func terms(of chosen: [Int]) -> [ObjectiveTerm] {
    var units = [chosen.reduce(Int64(0)) { $0 + instance.suitability[$1] }]
    for rule in instance.parameters.coverage {
      units.append(
        resources.reduce(0) {
          $1.category == rule.category ? $0 + reached($1, rule, chosen) : $0
        })
    }
    var names = ["suitability"] + instance.parameters.coverage.map { "coverage.\($0.category)" }
    if let equity = instance.equity {
      names.append(LayoutTerm.equity.name)
      units.append(equity.least(of: chosen))
    }
    return zip(names, units).map { ObjectiveTerm(name: $0, value: instance.points($1)) }
  }

  private func reached(_ resource: ResourcePoint, _ rule: CoverageRule, _ chosen: [Int]) -> Int64 {
    var share = Ratio.zero
    for column in chosen {
      let proposal = instance.proposals[column]
      guard rule.industries?.contains(proposal.industry) ?? true else { continue }
      let distance = instance.sites[proposal.site].seed.distance(to: resource.position)
      if let ring = rule.rings.first(where: { distance <= $0.radius.value }) {
        share = max(share, ring.share)
      }
    }
    return instance.scale.units(instance.scale.coverage(of: resource, by: rule, share: share))
  }
}
