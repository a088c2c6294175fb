import LandModel

/// Adds up a plan's objective by term, straight from towns and resources.
///
/// Uses neither coverage groups nor the solver's variables: what it gives must agree with them, unit by
/// unit.
struct ObjectiveTerms {
  /// A term with what whole units and what plain numbers make of it.
  private struct Sum {
    let name: String
    var units: Int64 = 0
    /// Points, not rounded.
    var points = 0.0
  }

  private let instance: LayoutInstance
  private let sums: [Sum]

  /// Takes `suitability` first, then `coverage.<category>` in the order of the rules, then `equity` where it
  /// counts.
  ///
  /// - Complexity: O(towns · resources).
  init(of chosen: [Int], _ instance: LayoutInstance, _ resources: [ResourcePoint]) {
    let scale = instance.scale
    var suitability = Sum(name: LayoutTerm.suitability.name)
    for column in chosen {
      suitability.units += instance.suitability[column]
      suitability.points += scale.suitability(of: instance.proposals[column])
    }
    var sums = [suitability]
    let towns = chosen.map { column in
      let proposal = instance.proposals[column]
      return (industry: proposal.industry, seed: instance.sites[proposal.site].seed)
    }
    for rule in instance.parameters.coverage {
      var sum = Sum(name: LayoutTerm.category(rule.category).name)
      for resource in resources where resource.category == rule.category {
        let points = scale.coverage(
          of: resource, by: rule, share: rule.bestShare(of: resource, towns))
        sum.units += scale.units(points)
        sum.points += points
      }
      sums.append(sum)
    }
    if let equity = instance.equity, let shares = CountyShares(of: chosen, instance) {
      sums.append(
        Sum(
          name: LayoutTerm.equity.name, units: equity.least(of: chosen),
          points: shares.rule.weight * shares.least))
    }
    self.instance = instance
    self.sums = sums
  }

  /// The terms in points: as the objective counts them where its unit is the finest, else not rounded.
  var terms: [ObjectiveTerm] {
    sums.map { sum in
      let isTold = !instance.scale.isCoarse && (sum.units != 0 || sum.points == 0)
      return ObjectiveTerm(
        name: sum.name, value: isTold ? instance.points(sum.units) : sum.points)
    }
  }

  /// Points of a unit of the objective, where that is so coarse beside the terms that the objective shows it; nil
  /// elsewhere.
  var visibleUnit: Double? {
    let rounding = sums.reduce(0) { $0 + $1.points - instance.points($1.units) }
    let isLost = sums.contains { $0.units == 0 && $0.points != 0 }
    // Four decimals are shown, of sixteen digits that a double has.
    let seen = max(0.5 / ObjectiveScale.finest, 1e-12 * sums.reduce(0) { $0 + abs($1.points) })
    let isSeen = instance.scale.isCoarse && abs(rounding) >= seen
    return isLost || isSeen ? instance.scale.unit : nil
  }
}

extension CoverageRule {
  /// The greatest share of a resource that some towns reach, by their seeds.
  func bestShare(of resource: ResourcePoint, _ towns: [(industry: String, seed: XY)]) -> Ratio {
    var share = Ratio.zero
    for town in towns where industries?.contains(town.industry) ?? true {
      let distance = town.seed.distance(to: resource.position)
      if let ring = rings.first(where: { distance <= $0.radius.value }) {
        share = max(share, ring.share)
      }
    }
    return share
  }
}
