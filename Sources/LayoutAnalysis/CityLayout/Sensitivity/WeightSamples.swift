import LandModel

/// Moves the weights at random and sees which towns are chosen.
///
/// Moved are the weight of suitability, the weight of each category of resources and the weight of each
/// factor for each industry. Boundaries stay; a boundary's score under other weights is exact for it,
/// because it is the weighted mean of factor means that do not change. A boundary drawn anew under other
/// weights might lie a little elsewhere.
struct WeightSamples {
  let parameters: StabilityParameters
  let variants: VariantSearch
  let resources: [ResourcePoint]

  /// The counts, and whether a time limit ended some solve.
  func result() throws(LayoutError) -> (stability: StabilityResult, isCutByClock: Bool) {
    let instance = variants.instance
    var counts = [[Int]](
      repeating: Array(repeating: 0, count: instance.industries.count),
      count: instance.sites.count)
    let sites = variants.plan.sites
    var isCutByClock = false
    var (unproven, same, withoutPlan) = (0, 0, 0)
    for sample in 0..<parameters.samples {
      let outcome = try variants.outcome(weighing: try self.instance(ofSample: sample))
      if outcome.status == .feasible || outcome.status == .unknown { unproven += 1 }
      if outcome.isCutByClock { isCutByClock = true }
      if outcome.plan == nil { withoutPlan += 1 }
      let chosen = outcome.plan?.chosen ?? []
      if outcome.plan?.sites == sites { same += 1 }
      for column in chosen {
        counts[instance.proposals[column].site][instance.industryOfColumn[column]] += 1
      }
    }
    let stability = StabilityResult(
      parameters: parameters, unproven: unproven, same: same, withoutPlan: withoutPlan,
      sites: counts.enumerated().map { site, counts in self.stability(of: site, counts) })
    return (stability, isCutByClock)
  }

  /// The question with the weights of a sample.
  func instance(ofSample sample: Int) throws(LayoutError) -> LayoutInstance {
    let factors = WeightFactors(
      seed: parameters.seed, sample: sample, spread: parameters.spread)
    var weights = variants.instance.parameters
    weights.suitabilityWeight *= factors["suitability"]
    for rule in weights.coverage.indices {
      weights.coverage[rule].weight *= factors["coverage.\(weights.coverage[rule].category)"]
    }
    let proposals = variants.instance.proposals.map { proposal in
      var other = proposal
      other.score = score(of: proposal, factors)
      return other
    }
    let instance = variants.instance
    return try LayoutInstance(
      parameters: weights,
      delimitation: DelimitationResult(
        sites: instance.sites, proposals: proposals, refusals: []),
      resources: resources, counties: instance.counties, conflicts: instance.conflicts)
  }

  /// 100 × Σ value × weight / Σ weight; the score itself where the town tells no factors.
  private func score(of proposal: TownProposal, _ factors: WeightFactors) -> Double {
    var (sum, weights) = (0.0, 0.0)
    for factor in proposal.factors {
      let weight =
        factor.weight.value * factors["\(proposal.industry).\(factor.factor)"]
      sum += weight * factor.value.value
      weights += weight
    }
    return weights > 0 ? 100 * sum / weights : proposal.score
  }

  private func stability(of site: Int, _ counts: [Int]) -> SiteStability {
    let most = counts.max() ?? 0
    return SiteStability(
      site: site, chosen: counts.reduce(0, +),
      industry: most > 0
        ? counts.firstIndex(of: most).map { variants.instance.industries[$0] } : nil,
      chosenWithIndustry: most)
  }
}

/// The factors of one sample's weights, each drawn evenly from 1 − spread to 1 + spread.
///
/// A factor depends on the seed, the sample and the weight's name alone: neither the order of a plan's keys
/// nor a further weight moves another one. The name is hashed by FNV-1a (64 bits) and goes with seed and
/// sample through SplitMix64, whole-number arithmetic that is the same everywhere.
struct WeightFactors {
  private let key: UInt64
  private let spread: Double

  init(seed: UInt32, sample: Int, spread: Ratio) {
    var generator = SeededGenerator(seed: UInt64(seed) << 32 | UInt64(sample))
    key = generator.next()
    self.spread = spread.value
  }

  subscript(name: String) -> Double {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    var generator = SeededGenerator(seed: key ^ hash)
    return 1 + spread * (2 * generator.unit() - 1)
  }
}
