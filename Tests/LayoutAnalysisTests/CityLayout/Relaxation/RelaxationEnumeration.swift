import LandModel

@testable import LayoutAnalysis

/// What each choice of towns of a small question asks of the rules, from parameters and squares alone.
struct RelaxationEnumeration {
  /// The least sum of relative changes over all choices.
  private(set) var least = Double.infinity
  /// The least change of each rule that alone permits some choice, by code and subject.
  private(set) var single: [RuleName: Double] = [:]
  private let question: LayoutCase

  init(_ question: LayoutCase) {
    self.question = question
    extend([], 0)
  }

  private mutating func extend(_ chosen: [Int], _ site: Int) {
    guard site < question.sites.count else { return record(chosen) }
    extend(chosen, site + 1)
    for column in question.proposals.indices where question.proposals[column].site == site {
      extend(chosen + [column], site + 1)
    }
  }

  private mutating func record(_ chosen: [Int]) {
    // No town is no plan.
    guard !chosen.isEmpty, let changes = changes(for: chosen) else { return }
    least = min(least, changes.values.reduce(0, +))
    if changes.count == 1, let (rule, change) = changes.first {
      single[rule] = min(single[rule] ?? .infinity, change)
    }
  }

  /// The relative change of each rule broken; nil where towns overlap, which nothing permits.
  private func changes(for chosen: [Int]) -> [RuleName: Double]? {
    let parameters = question.parameters
    let towns = chosen.map { question.proposals[$0] }
    let sites = towns.map { question.sites[$0.site] }
    var changes: [RuleName: Double] = [:]
    func check(_ family: String, _ subject: String, _ count: Int, _ quota: TownQuota) {
      if count < quota.min {
        changes[RuleName(code: "\(family).min", subject: subject)] =
          Double(quota.min - count) / Double(quota.min)
      }
      if let most = quota.max, count > most {
        changes[RuleName(code: "\(family).max", subject: subject)] =
          Double(count - most) / Double(max(1, most))
      }
    }
    check("towns", "", towns.count, parameters.towns)
    for county in Set(question.sites.map(\.county)) {
      check(
        "county", county.text, sites.count { $0.county == county },
        parameters.countyQuotas[county] ?? parameters.countyQuota)
    }
    for industry in Set(question.sites.flatMap(\.industries)) {
      check(
        "industry", industry, towns.count { $0.industry == industry },
        parameters.industryQuotas[industry] ?? parameters.industryQuota)
    }
    for (code, areas, quota) in [
      ("land", towns.map(\.ellipsoidalArea), parameters.landQuota),
      ("construction", towns.map(\.constructionArea), parameters.constructionQuota),
    ] {
      // Towns and quotas of these questions are whole multiples of 100 m².
      let sum = areas.reduce(.zero, +)
      if let quota, sum > quota {
        changes[RuleName(code: code, subject: "")] = (sum - quota).value / quota.value
      }
    }
    guard let spacings = spacings(of: towns) else { return nil }
    changes.merge(spacings) { $1 }
    for (code, locks, isIn) in [
      ("locked-in", parameters.lockedIn, true), ("locked-out", parameters.lockedOut, false),
    ] {
      for lock in locks {
        let isTown = zip(towns, sites).contains {
          $1.id == lock.site && (lock.industry == nil || lock.industry == $0.industry)
        }
        if isTown != isIn { changes[RuleName(code: code, subject: lock.site.text)] = 1 }
      }
    }
    return changes
  }

  private func spacings(of towns: [TownProposal]) -> [RuleName: Double]? {
    let parameters = question.parameters
    var changes: [RuleName: Double] = [:]
    for (number, town) in towns.enumerated() {
      for other in towns[..<number] {
        let (a, b) = (town.boundary.boundingBox, other.boundary.boundingBox)
        let dx = max(a.minX, b.minX) - min(a.maxX, b.maxX)
        let dy = max(a.minY, b.minY) - min(a.maxY, b.maxY)
        if dx < 0 && dy < 0 { return nil }
        let exact = (max(0, dx) * max(0, dx) + max(0, dy) * max(0, dy)).squareRoot()
        let distance = (exact / 10).rounded(.down) * 10
        let same = town.industry == other.industry
        for (code, limit, counts) in [
          ("spacing", parameters.spacing.value, true),
          (
            "spacing.industry", parameters.industrySpacing.value,
            same && parameters.industrySpacing > parameters.spacing
          ),
        ] where counts && exact < limit {
          let name = RuleName(code: code, subject: "")
          changes[name] = max(changes[name] ?? 0, (limit - distance) / limit)
        }
      }
    }
    return changes
  }
}
