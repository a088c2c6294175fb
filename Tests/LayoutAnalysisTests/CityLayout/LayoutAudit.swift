import LandModel

@testable import LayoutAnalysis

/// Checks plans from parameters, squares and points alone: no code of the layout or the solver.
struct LayoutAudit {
  let question: LayoutCase

  /// Every rule a choice of proposals breaks, in words; empty when it keeps all of them.
  func violations(of chosen: [Int]) -> [String] {
    let parameters = question.parameters
    var broken: [String] = []
    let towns = chosen.map { question.proposals[$0] }
    let sites = towns.map { question.sites[$0.site] }
    check("towns", towns.count, parameters.towns, &broken)
    for county in Set(question.sites.map(\.county)).union(question.counties.map(\.id)) {
      check(
        "county \(county.text)", sites.count { $0.county == county },
        parameters.countyQuotas[county] ?? parameters.countyQuota, &broken)
    }
    for industry in Set(question.proposals.map(\.industry)).union(parameters.industryQuotas.keys) {
      check(
        "industry \(industry)", towns.count { $0.industry == industry },
        parameters.industryQuotas[industry] ?? parameters.industryQuota, &broken)
    }
    let land = towns.reduce(0) { $0 + $1.ellipsoidalArea.value }
    let construction = towns.reduce(0) { $0 + $1.constructionArea.value }
    if land > parameters.landQuota?.value ?? .infinity { broken.append("land \(land)") }
    if construction > parameters.constructionQuota?.value ?? .infinity {
      broken.append("construction \(construction)")
    }
    let cost = towns.reduce(0.0) {
      $0 + (question.sites[$1.site].cost?.tenThousandYuan ?? 0)
        + $1.ellipsoidalArea.value / 1e6 * parameters.costPerSquareKilometre.tenThousandYuan
    }
    if cost > parameters.budget?.tenThousandYuan ?? .infinity { broken.append("cost \(cost)") }
    for minimum in parameters.termMinimums
    where points(of: minimum.term, chosen) < minimum.points - 1e-6 {
      broken.append("\(minimum.term.name) \(points(of: minimum.term, chosen))")
    }
    for (number, town) in towns.enumerated() {
      for other in towns[..<number] { broken += clash(town, other) }
    }
    for lock in parameters.lockedIn where !chosen.contains(where: { matches($0, lock) }) {
      broken.append("locked in \(lock.site.text)")
    }
    for lock in parameters.lockedOut where chosen.contains(where: { matches($0, lock) }) {
      broken.append("locked out \(lock.site.text)")
    }
    return broken
  }

  /// The objective of a choice, in points, by the definition of ``LayoutParameters``.
  func objective(of chosen: [Int]) -> Double {
    points(of: .suitability, chosen) + points(of: .coverage, chosen) + points(of: .equity, chosen)
  }

  /// A term of a choice, in points.
  func points(of term: LayoutTerm, _ chosen: [Int]) -> Double {
    let parameters = question.parameters
    switch term {
    case .suitability:
      return chosen.reduce(0) {
        let town = question.proposals[$1]
        return $0 + parameters.suitabilityWeight * town.score * town.ellipsoidalArea.value
          / parameters.targetArea.value
      }
    case .coverage: return reached(chosen) { _ in true }
    case .category(let category): return reached(chosen) { $0 == category }
    case .equity: return leastLevel(chosen)
    }
  }

  private func reached(_ chosen: [Int], _ counts: (String) -> Bool) -> Double {
    let parameters = question.parameters
    var points = 0.0
    for resource in question.resources where counts(resource.category) {
      guard let rule = parameters.coverage.first(where: { $0.category == resource.category }) else {
        continue
      }
      var best = 0.0
      for column in chosen {
        let town = question.proposals[column]
        guard rule.industries?.contains(town.industry) ?? true else { continue }
        let seed = question.sites[town.site].seed
        let dx = seed.x - resource.position.x
        let dy = seed.y - resource.position.y
        for ring in rule.rings where (dx * dx + dy * dy).squareRoot() <= ring.radius.value {
          best = max(best, ring.share.value)
        }
      }
      points += parameters.coverageWeight * rule.weight * resource.weight * best
    }
    return points
  }

  private func leastLevel(_ chosen: [Int]) -> Double {
    guard let rule = question.parameters.equity else { return 0 }
    let offered = Set(question.proposals.map { question.sites[$0.site].county }).sorted()
    let people = offered.map { id in
      rule.share == .county ? 1 : question.counties.first { $0.id == id }?.population ?? 0
    }
    let counted = zip(offered, people).filter { $0.1 > 0 }
    let mean = counted.reduce(0) { $0 + $1.1 } / Double(max(1, counted.count))
    let levels = counted.map { county, people in
      chosen.filter { question.sites[question.proposals[$0].site].county == county }.reduce(0.0) {
        let town = question.proposals[$1]
        return switch rule.measure {
        case .area: $0 + town.ellipsoidalArea.value / 1e6
        case .towns: $0 + 1
        case .suitability:
          $0 + town.score * town.ellipsoidalArea.value / question.parameters.targetArea.value
        }
      } / (people / mean)
    }
    return rule.weight * (levels.min() ?? 0)
  }

  /// The best plan over all choices of a site's proposals or none; nil when every one breaks a rule.
  func bestByEnumeration() -> Double? {
    var best: Double?
    let options = question.sites.indices.map { site in
      question.proposals.indices.filter { question.proposals[$0].site == site }
    }
    func extend(_ chosen: [Int], _ site: Int) {
      guard site < options.count else {
        let value = objective(of: chosen)
        if value > best ?? -1, violations(of: chosen).isEmpty { best = value }
        return
      }
      extend(chosen, site + 1)
      for option in options[site] { extend(chosen + [option], site + 1) }
    }
    extend([], 0)
    return best
  }

  private func check(_ name: String, _ count: Int, _ quota: TownQuota, _ broken: inout [String]) {
    if count < quota.min { broken.append("\(name): \(count) below \(quota.min)") }
    if let max = quota.max, count > max { broken.append("\(name): \(count) above \(max)") }
  }

  private func clash(_ town: TownProposal, _ other: TownProposal) -> [String] {
    let (a, b) = (town.boundary.boundingBox, other.boundary.boundingBox)
    if town.site == other.site { return ["site \(town.site) twice"] }
    // Squares parallel to the axes: they overlap where their boxes do, and are as far apart as these.
    let dx = max(a.minX, b.minX) - min(a.maxX, b.maxX)
    let dy = max(a.minY, b.minY) - min(a.maxY, b.maxY)
    if dx < 0 && dy < 0 { return ["\(town.site) overlaps \(other.site)"] }
    let distance = (max(0, dx) * max(0, dx) + max(0, dy) * max(0, dy)).squareRoot()
    let limit =
      town.industry == other.industry
      ? max(question.parameters.spacing, question.parameters.industrySpacing)
      : question.parameters.spacing
    return distance < limit.value ? ["\(town.site)–\(other.site): \(distance) m"] : []
  }

  private func matches(_ column: Int, _ lock: LockedSite) -> Bool {
    let town = question.proposals[column]
    return question.sites[town.site].id == lock.site
      && (lock.industry == nil || lock.industry == town.industry)
      && (lock.size == nil || lock.size == town.sizeClass)
  }
}
