package import LandModel
import Topology

/// Checks a citywide plan by a second path: boundaries, quotas and objective from the inputs alone.
///
/// Shares nothing with the search: no columns, cliques, coverage groups or whole units. What it finds is
/// a defect of the layout, not of the plan's data.
package struct PlanAudit: Sendable {
  package let parameters: LayoutParameters

  /// Rounding the layout may do to each coefficient of the objective: half a unit of 10⁻⁴ points, or of
  /// a coarser unit where weights are large, which is below 10⁻⁸ of the greatest coefficient.
  private static let relativeRounding = 1e-8
  private static let absoluteRounding = 0.5e-4

  package init(parameters: LayoutParameters) { self.parameters = parameters }

  /// Everything in which the plan differs from what it claims; empty when it holds.
  ///
  /// - Complexity: O(towns² + towns · resources).
  /// - Throws: ``LayoutError/distance(left:right:message:)`` where GEOS fails on a boundary.
  package func findings(
    of result: LayoutResult, delimitation: DelimitationResult, resources: [ResourcePoint],
    counties: [County] = []
  ) throws(LayoutError) -> [LocalizedText] {
    guard let objective = result.objective else { return [] }
    let towns = result.chosen.map { delimitation.proposals[$0] }
    let sites = towns.map { delimitation.sites[$0.site] }
    return quotas(towns, sites, Set(delimitation.sites.map(\.county)).union(counties.map(\.id)))
      + land(towns) + terms(towns, sites, delimitation, resources, counties) + locks(towns, sites)
      + (try spacings(towns, sites, rows: result.chosen))
      + objectives(
        objective, result, towns, sites, resources,
        equity: equity(towns, sites, delimitation, counties))
  }

  private func quotas(
    _ towns: [TownProposal], _ sites: [Site], _ counties: Set<FeatureID>
  ) -> [LocalizedText] {
    var found = quota("city", "全市", towns.count, parameters.towns)
    for county in counties.union(parameters.countyQuotas.keys).sorted() {
      found += quota(
        "county \(county.text)", "县区 \(county.text)", sites.count { $0.county == county },
        parameters.countyQuotas[county] ?? parameters.countyQuota)
    }
    let industries = Set(sites.flatMap(\.industries)).union(parameters.industryQuotas.keys)
    for industry in industries.sorted() {
      found += quota(
        "industry \(industry)", "产业“\(industry)”", towns.count { $0.industry == industry },
        parameters.industryQuotas[industry] ?? parameters.industryQuota)
    }
    return found
  }

  private func quota(
    _ english: String, _ chinese: String, _ count: Int, _ quota: TownQuota
  ) -> [LocalizedText] {
    guard count < quota.min || count > quota.max ?? .max else { return [] }
    let most = quota.max.map(String.init) ?? "∞"
    return [
      LocalizedText(
        english: "The \(english) has \(count.counted("town")), not \(quota.min) to \(most).",
        chinese: "\(chinese)有 \(count) 个小镇，应为 \(quota.min) 至 \(most) 个。")
    ]
  }

  private func land(_ towns: [TownProposal]) -> [LocalizedText] {
    let sums = [
      ("Town land", "小镇用地", towns.map(\.ellipsoidalArea), parameters.landQuota),
      ("Construction land", "建设用地", towns.map(\.constructionArea), parameters.constructionQuota),
    ]
    return sums.compactMap { english, chinese, areas, quota in
      let sum = areas.reduce(.zero, +)
      // A hundredth of a square metre is rounding of the sum.
      guard let quota, sum > quota + SquareMetres(0.01) else { return nil }
      return LocalizedText(
        english: "\(english) is \(sum.value) m², more than \(quota.value) m².",
        chinese: "\(chinese)为 \(sum.value) 平方米，超过 \(quota.value) 平方米。")
    }
  }

  private func locks(_ towns: [TownProposal], _ sites: [Site]) -> [LocalizedText] {
    func isTown(_ lock: LockedSite) -> Bool {
      zip(towns, sites).contains { town, site in
        lock.speaks(of: site.id, industry: town.industry, size: town.sizeClass)
      }
    }
    return parameters.lockedIn.filter { !isTown($0) }.map {
      LocalizedText(
        english: "\($0.site.text) must be a town and is none.",
        chinese: "\($0.site.text) 应为小镇而未入选。")
    }
      + parameters.lockedOut.filter(isTown).map {
        LocalizedText(
          english: "\($0.site.text) must not be a town and is one.",
          chinese: "\($0.site.text) 不得为小镇而入选。")
      }
  }

  private func spacings(
    _ towns: [TownProposal], _ sites: [Site], rows: [Int]
  ) throws(LayoutError) -> [LocalizedText] {
    let workspace = Workspace()
    var found: [LocalizedText] = []
    for right in towns.indices {
      for left in 0..<right {
        let isOneIndustry = towns[left].industry == towns[right].industry
        let limit =
          isOneIndustry ? max(parameters.spacing, parameters.industrySpacing) : parameters.spacing
        do throws(TopologyError) {
          let one = try Shape(towns[left].boundary, in: workspace)
          let other = try Shape(towns[right].boundary, in: workspace)
          let distance = try one.distance(to: other)
          let isClash = try one.overlapsInterior(other)
          guard isClash || distance < limit else { continue }
          found.append(
            LocalizedText(
              english: "\(sites[left].id.text) and \(sites[right].id.text) are \(distance.value) m "
                + "apart, not \(limit.value) m.",
              chinese: "\(sites[left].id.text) 与 \(sites[right].id.text) 相距 \(distance.value) 米，"
                + "不足 \(limit.value) 米。"))
        } catch {
          throw .distance(left: rows[left], right: rows[right], message: error.message)
        }
      }
    }
    return found
  }

  private func objectives(
    _ claimed: Double, _ result: LayoutResult, _ towns: [TownProposal], _ sites: [Site],
    _ resources: [ResourcePoint], equity: Double
  ) -> [LocalizedText] {
    let points =
      suitability(towns) + coverage(of: nil, towns, sites, resources) + equity
    let sum = result.terms.reduce(0) { $0 + $1.value }
    let tolerance = tolerance(of: points, towns, sites, resources)
    var found: [LocalizedText] = []
    for (english, chinese, value) in [("terms", "各项", sum), ("towns", "小镇", points)]
    where abs(value - claimed) > tolerance {
      found.append(
        LocalizedText(
          english: "The objective is \(claimed) points, but its \(english) sum to \(value).",
          chinese: "目标值为 \(claimed) 分，但\(chinese)合计 \(value) 分。"))
    }
    if let bound = result.bound, bound < claimed - tolerance {
      found.append(
        LocalizedText(
          english: "The objective of \(claimed) points is above its bound of \(bound).",
          chinese: "目标值 \(claimed) 分高于其上界 \(bound) 分。"))
    }
    return found
  }

  /// What rounding may make of a sum of points: once for each town in suitability and in equity, and once for
  /// each resource reached.
  func tolerance(
    of points: Double, _ towns: [TownProposal], _ sites: [Site], _ resources: [ResourcePoint]
  ) -> Double {
    var (reached, heaviest) = (0, 0.0)
    for resource in resources {
      for rule in parameters.coverage where rule.category == resource.category {
        if bestShare(of: resource, rule, towns, sites) > 0 { reached += 1 }
        heaviest = max(heaviest, parameters.coverageWeight * rule.weight * resource.weight)
      }
    }
    return (Self.absoluteRounding + Self.relativeRounding * max(abs(points), heaviest))
      * Double(1 + 2 * towns.count + reached)
  }

  func suitability(_ towns: [TownProposal]) -> Double {
    towns.reduce(0) {
      $0 + parameters.suitabilityWeight * $1.score
        * ($1.ellipsoidalArea.value / parameters.targetArea.value)
    }
  }

  /// Points for resources of a category, or of all.
  func coverage(
    of category: String?, _ towns: [TownProposal], _ sites: [Site], _ resources: [ResourcePoint]
  ) -> Double {
    var points = 0.0
    for resource in resources where category == nil || resource.category == category {
      for rule in parameters.coverage where rule.category == resource.category {
        points +=
          parameters.coverageWeight * rule.weight * resource.weight
          * bestShare(of: resource, rule, towns, sites)
      }
    }
    return points
  }

  private func bestShare(
    of resource: ResourcePoint, _ rule: CoverageRule, _ towns: [TownProposal], _ sites: [Site]
  ) -> Double {
    var best = 0.0
    for (town, site) in zip(towns, sites) where rule.industries?.contains(town.industry) ?? true {
      let distance = site.seed.distance(to: resource.position)
      for ring in rule.rings where distance <= ring.radius.value {
        best = max(best, ring.share.value)
      }
    }
    return best
  }
}
