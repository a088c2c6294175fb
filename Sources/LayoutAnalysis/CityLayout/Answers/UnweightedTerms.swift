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
    for rule in parameters.coverage {
      let able = towns.filter { rule.industries?.contains($0.industry) ?? true }
      var sum = 0.0
      for resource in resources where resource.category == rule.category {
        let shares = able.compactMap { town in
          let distance = delimitation.sites[town.site].seed.distance(to: resource.position)
          return rule.rings.first { distance <= $0.radius.value }?.share.value
        }
        sum += resource.weight * (shares.max() ?? 0)
      }
      terms.append(ObjectiveTerm(name: "coverage.\(rule.category)", value: sum))
    }
    return terms
  }
}
