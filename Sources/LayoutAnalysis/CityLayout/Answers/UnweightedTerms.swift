package import LandModel

extension CityLayout {
  /// What chosen towns bring with every weight of the objective at one, so that plans made under different
  /// weights can be compared.
  ///
  /// `suitability` is Σ score × area / target area over the towns, in points; `coverage.<category>` is Σ weight ×
  /// best share reached over the category's resources, in resource weight. The weights of an industry's factors
  /// are within its scores and stay.
  ///
  /// - Complexity: O(towns · resources).
  package func unweightedTerms(
    of chosen: [Int], delimitation: DelimitationResult, resources: [ResourcePoint]
  ) -> [ObjectiveTerm] {
    let towns = chosen.map { delimitation.proposals[$0] }
    let suitability = towns.reduce(0.0) {
      $0 + $1.score * ($1.ellipsoidalArea / parameters.targetArea).value
    }
    var terms = [ObjectiveTerm(name: "suitability", value: suitability)]
    let seeds = towns.map { (industry: $0.industry, seed: delimitation.sites[$0.site].seed) }
    for rule in parameters.coverage {
      let sum = resources.reduce(0.0) { sum, resource in
        resource.category == rule.category
          ? sum + resource.weight * rule.bestShare(of: resource, seeds).value : sum
      }
      terms.append(ObjectiveTerm(name: "coverage.\(rule.category)", value: sum))
    }
    return terms
  }
}
