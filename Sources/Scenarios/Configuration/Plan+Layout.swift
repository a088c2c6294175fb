import LandModel
import LayoutAnalysis

extension PlanValue {
  /// The layout's parameters from the `layout` section.
  ///
  /// - Throws: ``PlanError`` for a quota whose least exceeds its most, and for an industry that the plan
  ///   does not have. Sites, counties and categories are known only when the layers are read.
  func layoutParameters(
    industries: [Industry], sizes: [SquareMetres], targetArea: SquareMetres, seed: UInt32
  ) throws(PlanError) -> LayoutParameters {
    var parameters = LayoutParameters(
      industryNames: Dictionary(
        industries.map { ($0.key, $0.title) }, uniquingKeysWith: { first, _ in first }),
      targetArea: targetArea, seed: seed)
    let keys = industries.map(\.key)
    if let value = self["towns"] { parameters.towns = try value.quota() }
    if let value = self["spacing"] { parameters.spacing = value.length }
    if let value = self["industry-spacing"] { parameters.industrySpacing = value.length }
    if let value = self["county"] { parameters.countyQuota = try value.quota() }
    for (key, value) in self["counties"]?.entries ?? [] {
      parameters.countyQuotas[FeatureID(key)] = try value.quota()
    }
    if let value = self["industry"] { parameters.industryQuota = try value.quota() }
    for (key, value) in self["industries"]?.entries ?? [] {
      try value.require(key, isAmong: keys, kind: "industry")
      parameters.industryQuotas[key] = try value.quota()
    }
    parameters.landQuota = self["land"]?.area
    parameters.constructionQuota = self["construction-land"]?.area
    parameters.lockedIn = try locked("locked-in", industries: keys, sizes)
    parameters.lockedOut = try locked("locked-out", industries: keys, sizes)
    if let value = self["suitability-weight"] { parameters.suitabilityWeight = value.number }
    if let value = self["coverage-weight"] { parameters.coverageWeight = value.number }
    parameters.coverage = try coverageRules(industries: keys)
    try layoutTerms(into: &parameters)
    if let value = self["time-limit"] { parameters.timeLimit = .seconds(value.seconds) }
    if let value = self["node-limit"] { parameters.nodeLimit = value.integer }
    if let value = self["gap"] { parameters.gap = value.ratio }
    return parameters
  }

  private func quota() throws(PlanError) -> TownQuota {
    let quota = TownQuota(min: self["min"]?.integer ?? 0, max: self["max"]?.integer)
    if let max = quota.max, max < quota.min {
      throw error(.contradiction("min is \(quota.min), but max is \(max)"))
    }
    return quota
  }

  private func locked(
    _ key: String, industries: [String], _ sizes: [SquareMetres]
  ) throws(PlanError) -> [LockedSite] {
    var sites: [LockedSite] = []
    for element in self[key]?.elements ?? [] {
      let industry = element["industry"]
      if let industry { try industry.requireText(isAmong: industries, kind: "industry") }
      sites.append(
        LockedSite(
          site: FeatureID(element["site"]?.text ?? ""), industry: industry?.text,
          size: try element.lockedSize(among: sizes)))
    }
    return sites
  }

  private func coverageRules(industries: [String]) throws(PlanError) -> [CoverageRule] {
    var rules: [CoverageRule] = []
    for (category, value) in self["coverage"]?.entries ?? [] {
      for industry in value["industries"]?.elements ?? [] {
        try industry.requireText(isAmong: industries, kind: "industry")
      }
      rules.append(
        CoverageRule(
          category: category, weight: value["weight"]?.number ?? 1,
          rings: CoverageRing.linear(
            radius: value["radius"]?.length ?? .zero, steps: value["steps"]?.integer ?? 1),
          industries: value["industries"]?.elements.map(\.text)))
    }
    return rules
  }
}

extension PlanValue {
  /// Makes sure that this value's text names something of the plan.
  func requireText(isAmong names: [String], kind: String) throws(PlanError) {
    guard names.contains(text) else { throw unknown(kind, among: names) }
  }

  /// Makes sure that a key chosen by the user names something of the plan.
  func require(_ key: String, isAmong names: [String], kind: String) throws(PlanError) {
    guard names.contains(key) else {
      throw error(.unknownName(kind: kind, name: key, nearest: NearestName.of(key, in: names)))
    }
  }
}
